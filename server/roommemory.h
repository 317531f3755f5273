#pragma once

#include "server/backlog.h"
#include "server/tickets.h"

namespace confab {

class History;

/// What a member is given of what was said before it came.
struct ReplayBounds
{
    /// Octets of JSON and of binary messages: a photograph, and half of what may wait for it by default, so
    /// that what is said meanwhile has room behind.
    static constexpr qsizetype defaultSize = 8 * 1024 * 1024;

    /// Each takes a moment in which nobody else is served, and who comes back may do so often.
    static constexpr int maxMessages = 2000;

    qsizetype size = defaultSize;
    int newcomersMessages = 0; ///< of a history, to who comes for the first time; at most maxMessages
};

/// Where rooms put what is said; all of it outlives them.
struct RoomMemory
{
    Conversation &conversation; ///< of whoever watches the rooms
    Backlog &backlog;           ///< for members
    Tickets tickets{};          ///< of members
    ReplayBounds replay{};
    History *history = nullptr; ///< where it is before anybody sees it; null: nowhere
};

} // namespace confab
