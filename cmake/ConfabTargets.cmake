# How every target of Confab is built: one language level, one set of warnings, one way to declare a room of the house.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)

option(CONFAB_WARNINGS_AS_ERRORS "Fail the build on a compiler warning" OFF)
set(CONFAB_SANITIZERS "" CACHE STRING "Value of -fsanitize= for every target, for example address,undefined")

option(CONFAB_FUZZERS "Build the fuzzers of tests/fuzz, which want clang" OFF)

find_program(CONFAB_CCACHE ccache)
if(CONFAB_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CONFAB_CCACHE}")
endif()

add_library(confab_build_flags INTERFACE)
target_compile_options(confab_build_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    -Wimplicit-fallthrough -Wnull-dereference)
if(CONFAB_WARNINGS_AS_ERRORS)
    target_compile_options(confab_build_flags INTERFACE -Werror)
endif()
target_compile_definitions(confab_build_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_STRICT_ITERATORS
    QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(confab_build_flags INTERFACE "${PROJECT_SOURCE_DIR}")
if(CONFAB_SANITIZERS)
    target_compile_options(confab_build_flags INTERFACE
        -fsanitize=${CONFAB_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer
        -Wno-null-dereference)
    target_link_options(confab_build_flags INTERFACE -fsanitize=${CONFAB_SANITIZERS})
endif()

# confab_library(<Name> SOURCES … [LIBRARIES …])
# A static library confab_<name> with the alias Confab::<Name>; LIBRARIES are public: they are the arrows of ARCHITECTURE.md.
function(confab_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    string(TOLOWER "${name}" lower)
    set(target "confab_${lower}")
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(Confab::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PUBLIC confab_build_flags ${arg_LIBRARIES})
endfunction()
