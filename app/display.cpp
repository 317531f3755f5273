#include "app/display.h"

#include <QByteArray>

#include <algorithm>
#include <string_view>

namespace confab {

using namespace std::string_view_literals;

bool isDisplayNamed(int argc, const char *const argv[])
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM"))
        return true;
    if (qgetenv("XDG_SESSION_TYPE") == "wayland")
        return true; // its socket has a default name
    return std::any_of(argv, argv + argc, [](std::string_view argument) {
        return argument == "-platform"sv || argument == "--platform"sv;
    });
#else
    static_cast<void>(argc);
    static_cast<void>(argv);
    return true;
#endif
}

} // namespace confab
