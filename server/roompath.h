#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace confab {

/// The most characters (code points) that a room's name may have.
inline constexpr qsizetype maxRoomNameLength = 64;

/// The main room's path.
inline constexpr QLatin1StringView mainRoomPath("/");
/// The path of connections that are in no room: what they send comes back to them.
inline constexpr QLatin1StringView echoPath("/echo");

/// The room that a request's path means: "/" (for "/" and "/chat"), "/echo" or "/room/NAME" with NAME decoded
/// and in Unicode's composed form, so that a name is one room however it was typed. Nothing if the path means
/// none.
std::optional<QString> roomOfPath(QByteArrayView path);

} // namespace confab
