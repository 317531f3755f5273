#pragma once

#include "core/traffic/trafficrecord.h"

#include <optional>

namespace confab {

/// Which records of a log to look at; by default all of them. Conditions that are set must all hold.
struct TrafficFilter
{
    std::optional<TrafficSource> source;
    /// Broadcasts are records of no connection (0): a filter by another one leaves them out.
    std::optional<ConnectionId> connection;

    bool accepts(const TrafficFacts &record) const { return accepts(record.source, record.connection); }
    bool accepts(TrafficSource ofSource, ConnectionId ofConnection) const
    {
        return (!source || *source == ofSource) && (!connection || *connection == ofConnection);
    }
    bool operator==(const TrafficFilter &) const = default;
};

} // namespace confab
