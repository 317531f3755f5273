#pragma once

#include "server/backlog.h"

namespace confab {

/// Octets of JSON and of binary messages that a member gets at most of what was said before it came: a
/// quarter of what may wait for it by default, so that what is said meanwhile has room behind.
inline constexpr qsizetype maxReplaySize = 4 * 1024 * 1024;

/// Where rooms put what is said; all of it outlives them.
struct RoomMemory
{
    Conversation &conversation; ///< of whoever watches the rooms
    Backlog &backlog;           ///< for members
    qsizetype maxReplay = maxReplaySize;
};

} // namespace confab
