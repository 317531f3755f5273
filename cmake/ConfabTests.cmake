# How the tests are declared.

# confab_test(<name> SOURCES … LIBRARIES … [TIMEOUT seconds])
# A Qt Test executable, run without a display.
function(confab_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LIBRARIES")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE confab_build_flags ${arg_LIBRARIES} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} ENVIRONMENT "${CONFAB_TEST_ENVIRONMENT}")
endfunction()

# Tests never reach for the display, the settings or the proxy of the person who runs them.
set(CONFAB_TEST_ENVIRONMENT
    "QT_QPA_PLATFORM=offscreen"
    "XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/tests/xdg"
    "XDG_DATA_HOME=${PROJECT_BINARY_DIR}/tests/xdg"
    "XDG_RUNTIME_DIR=${PROJECT_BINARY_DIR}/tests/xdg"
    "http_proxy=" "https_proxy=" "no_proxy=*"
    "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks.supp:print_suppressions=0"
    "UBSAN_OPTIONS=print_stacktrace=1"
)
