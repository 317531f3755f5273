#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace confab {

/// Decides when a silent peer is to be pinged and when it counts as lost. Sends nothing itself; any octet
/// from the peer is a sign of life, not only a Pong.
class KeepAlive : public QObject
{
    Q_OBJECT
public:
    /// @param pingInterval how long without a sign of life before a ping; zero: never.
    /// @param pongTimeout how long without a sign of life after that ping before the peer is lost.
    KeepAlive(std::chrono::milliseconds pingInterval, std::chrono::milliseconds pongTimeout,
              QObject *parent = nullptr);

    void start();
    void stop();
    void noteSignOfLife() { m_lastSign = std::chrono::steady_clock::now(); }

Q_SIGNALS:
    /// @param payload eight octets: how many pings were due before this one, in network order.
    void pingDue(const QByteArray &payload);
    /// Nothing came after the ping; emitted once, it has stopped then.
    void peerLost();

private:
    using TimePoint = std::chrono::steady_clock::time_point;
    void check();
    void checkAgainIn(std::chrono::nanoseconds delay);

    std::chrono::milliseconds m_pingInterval;
    std::chrono::milliseconds m_pongTimeout;
    QTimer m_timer;
    TimePoint m_lastSign;
    TimePoint m_pingTime;
    bool m_waitsForSign = false; ///< since m_pingTime
    quint64 m_pingCount = 0;
};

} // namespace confab
