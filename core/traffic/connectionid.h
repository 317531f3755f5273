#pragma once

#include "core/traffic/trafficrecord.h"

#include <atomic>

namespace confab {

namespace detail {
inline std::atomic<ConnectionId> lastConnectionId = 0;
}

/// A number that no other connection of this run of the program has, from 1. Thread-safe.
inline ConnectionId nextConnectionId()
{
    return ++detail::lastConnectionId;
}

/// Gives no number up to this one from now on: connections of an earlier run had them. Thread-safe.
inline void skipConnectionIds(ConnectionId last)
{
    ConnectionId known = detail::lastConnectionId;
    while (known < last && !detail::lastConnectionId.compare_exchange_weak(known, last)) {
    }
}

} // namespace confab
