#pragma once

#include "core/traffic/trafficrecord.h"

#include <atomic>

namespace confab {

/// A number that no other connection of this run of the program has, from 1. Thread-safe.
inline ConnectionId nextConnectionId()
{
    static std::atomic<ConnectionId> last = 0;
    return ++last;
}

} // namespace confab
