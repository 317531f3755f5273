#include "core/link/roundtripclock.h"

#include <algorithm>

namespace confab {

void RoundTripClock::pingSent(const QByteArray &payload, TimePoint now)
{
    if (m_outstanding.size() == maxOutstanding)
        m_outstanding.erase(m_outstanding.begin());
    m_outstanding.push_back({payload, now});
}

std::optional<std::chrono::microseconds> RoundTripClock::pongReceived(const QByteArray &payload,
                                                                      TimePoint now)
{
    const auto ping = std::find_if(m_outstanding.begin(), m_outstanding.end(),
                                   [&payload](const Ping &sent) { return sent.payload == payload; });
    if (ping == m_outstanding.end())
        return {};
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now - ping->sent);
    m_outstanding.erase(m_outstanding.begin(), ping + 1);
    return elapsed;
}

} // namespace confab
