#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <vector>

namespace confab {

/// Remembers which pings are not answered yet and since when, and tells how long each took (RFC 6455 §5.5.2,
/// §5.5.3). Sends nothing.
class RoundTripClock
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    /// How many unanswered pings are remembered, the newest.
    static constexpr std::size_t maxOutstanding = 32;

    void pingSent(const QByteArray &payload, TimePoint now);
    /// @return the round-trip time of the ping that this Pong answers; nothing if it answers none. A peer may
    /// answer only the newest of several pings, so that the older ones count as answered too.
    std::optional<std::chrono::microseconds> pongReceived(const QByteArray &payload, TimePoint now);

private:
    struct Ping
    {
        QByteArray payload;
        TimePoint sent;
    };
    std::vector<Ping> m_outstanding; ///< the oldest first
};

} // namespace confab
