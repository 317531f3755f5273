#pragma once

#include "core/wire/endpoint.h"

#include <chrono>

namespace confab {

/// The limits and time-outs of one Link, with their defaults.
struct LinkPolicy
{
    EndpointLimits limits;
    /// Octets that messages of all links of this thread may take that have begun and not ended; past it, the
    /// peer whose message takes the most is closed with 1013, unless it is the only one. Zero: no bound.
    qint64 maxUnfinishedSize = 0;
    /// Octets that may wait, behind the message under way, for a peer that does not read; past it the peer is
    /// closed with 1013.
    qsizetype maxQueueSize = 16 * 1024 * 1024;
    /// How long a peer closed with 1013 may take nothing before it is cut; while it reads, up to ten times
    /// that.
    std::chrono::milliseconds overflowGrace{2'000};
    /// A ping is sent after this long without an octet from the peer; zero: never. This and the next may take
    /// a twentieth of the shorter one longer.
    std::chrono::milliseconds pingInterval{20'000};
    /// How long without any octet after that ping before the connection counts as lost.
    std::chrono::milliseconds pongTimeout{20'000};
    /// The same after a ping of Link::probe().
    std::chrono::milliseconds probeTimeout{2'000};
    /// From our Close until the peer's, and then until its end of the transport.
    std::chrono::milliseconds closingTimeout{5'000};
};

} // namespace confab
