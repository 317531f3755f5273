#include "core/link/keepalive.h"

#include <QtEndian>

namespace confab {

KeepAlive::KeepAlive(std::chrono::milliseconds pingInterval, std::chrono::milliseconds pongTimeout,
                     QObject *parent)
    : QObject(parent)
    , m_pingInterval(pingInterval)
    , m_pongTimeout(pongTimeout)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &KeepAlive::check);
}

void KeepAlive::start()
{
    if (m_pingInterval <= std::chrono::milliseconds::zero())
        return;
    m_waitsForSign = false;
    noteSignOfLife();
    checkAgainIn(m_pingInterval);
}

void KeepAlive::stop()
{
    m_timer.stop();
}

void KeepAlive::check()
{
    const TimePoint now = std::chrono::steady_clock::now();
    if (m_waitsForSign && m_lastSign >= m_pingTime)
        m_waitsForSign = false;
    if (m_waitsForSign) {
        const auto waited = now - m_pingTime;
        if (waited < m_pongTimeout)
            checkAgainIn(m_pongTimeout - waited);
        else
            Q_EMIT peerLost();
        return;
    }
    const auto silence = now - m_lastSign;
    if (silence < m_pingInterval) {
        checkAgainIn(m_pingInterval - silence);
        return;
    }
    m_waitsForSign = true;
    m_pingTime = now;
    checkAgainIn(m_pongTimeout);
    QByteArray payload(sizeof(quint64), Qt::Uninitialized);
    qToBigEndian(m_pingCount++, payload.data());
    Q_EMIT pingDue(payload);
}

void KeepAlive::checkAgainIn(std::chrono::nanoseconds delay)
{
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(delay));
}

} // namespace confab
