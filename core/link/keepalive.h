#pragma once

#include <QByteArray>

#include <algorithm>
#include <chrono>

namespace confab {

/// Decides when a silent peer is to be pinged and when it counts as lost. Sends nothing and has no clock of
/// its own; any octet from the peer is a sign of life, not only a Pong.
class KeepAlive
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    enum class Due {
        Nothing,
        Ping, ///< send pingPayload()
        Loss, ///< nothing came after the ping
    };
    struct Verdict
    {
        Due due = Due::Nothing;
        std::chrono::nanoseconds checkAgainIn{0}; ///< zero: not at all; meaningless with Loss
    };

    /// @param pingInterval how long without a sign of life before a ping; zero: never.
    /// @param pongTimeout how long without a sign of life after that ping before the peer is lost.
    KeepAlive(std::chrono::milliseconds pingInterval, std::chrono::milliseconds pongTimeout);

    bool isWanted() const { return m_pingInterval > std::chrono::milliseconds::zero(); }
    /// How late a check may be, so that those of many peers come together.
    std::chrono::nanoseconds grain() const { return grainOf(std::min(m_pingInterval, m_pongTimeout)); }
    static std::chrono::nanoseconds grainOf(std::chrono::milliseconds time);
    /// Begins. @return when to check() first.
    std::chrono::nanoseconds start(TimePoint now);
    void noteSignOfLife(TimePoint now) { m_lastSign = now; }
    /// The peer is asked now, however long it has been silent: its ping is to be sent. @param patience how
    /// long without a sign of life after it before the peer is lost. @return when to check().
    std::chrono::nanoseconds ask(TimePoint now, std::chrono::milliseconds patience);
    Verdict check(TimePoint now);
    /// A ping was due, and nothing came since.
    bool isWaiting() const { return m_waitsForSign && m_lastSign < m_pingTime; }
    /// Eight octets: how many pings were due before the last one, in network order.
    QByteArray pingPayload() const;

private:
    std::chrono::milliseconds m_pingInterval;
    std::chrono::milliseconds m_pongTimeout;
    std::chrono::milliseconds m_patience{0}; ///< after the ping at m_pingTime
    TimePoint m_lastSign;
    TimePoint m_pingTime;
    bool m_waitsForSign = false; ///< since m_pingTime
    quint64 m_pingCount = 0;
};

} // namespace confab
