#include "server/memberrates.h"

namespace confab {

RateGuard::RateGuard(const MemberRates &rates)
    : m_messages(quint64(rates.messagesPerSecond))
    , m_octets(quint64(rates.octetsPerSecond))
{}

Bound RateGuard::charge(qsizetype octets, TokenBucket::TimePoint now)
{
    if (!m_messages.take(1, now))
        return Bound::MessageRate;
    return m_octets.take(quint64(octets), now) ? Bound::None : Bound::OctetRate;
}

} // namespace confab
