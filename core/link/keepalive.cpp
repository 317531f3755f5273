#include "core/link/keepalive.h"

#include <QtEndian>

#include <algorithm>

namespace confab {

KeepAlive::KeepAlive(std::chrono::milliseconds pingInterval, std::chrono::milliseconds pongTimeout)
    : m_pingInterval(pingInterval)
    , m_pongTimeout(pongTimeout)
{}

/// A twentieth, as with Qt's coarse timers.
std::chrono::nanoseconds KeepAlive::grainOf(std::chrono::milliseconds time)
{
    return std::max(std::chrono::nanoseconds(time) / 20, std::chrono::nanoseconds(1));
}

std::chrono::nanoseconds KeepAlive::start(TimePoint now)
{
    m_waitsForSign = false;
    noteSignOfLife(now);
    return m_pingInterval;
}

std::chrono::nanoseconds KeepAlive::ask(TimePoint now, std::chrono::milliseconds patience)
{
    m_waitsForSign = true;
    m_pingTime = now;
    m_patience = patience;
    ++m_pingCount;
    return patience;
}

KeepAlive::Verdict KeepAlive::check(TimePoint now)
{
    if (m_waitsForSign && m_lastSign >= m_pingTime)
        m_waitsForSign = false;
    if (m_waitsForSign) {
        const auto waited = now - m_pingTime;
        if (waited < m_patience)
            return {Due::Nothing, m_patience - waited};
        return {Due::Loss};
    }
    if (!isWanted())
        return {};
    const auto silence = now - m_lastSign;
    if (silence < m_pingInterval)
        return {Due::Nothing, m_pingInterval - silence};
    return {Due::Ping, ask(now, m_pongTimeout)};
}

QByteArray KeepAlive::pingPayload() const
{
    QByteArray payload(sizeof(quint64), Qt::Uninitialized);
    qToBigEndian(m_pingCount - 1, payload.data());
    return payload;
}

} // namespace confab
