#pragma once

#include "core/wire/bound.h"
#include "server/tokenbucket.h"

namespace confab {

/// How fast one member may speak. Zero: no limit, which is the default, so that a bot or a benchmark may go
/// as fast as the room can follow.
struct MemberRates
{
    int messagesPerSecond = 0; ///< messages, pings and pongs; one more is answered with 1008
    int octetsPerSecond = 0;   ///< of their payloads, inflated; no single message may be larger
};

/// Holds one member to its rates. Asks no clock.
class RateGuard
{
public:
    explicit RateGuard(const MemberRates &rates = {});

    bool isUnlimited() const { return m_messages.isUnlimited() && m_octets.isUnlimited(); }
    /// Charges a message with a payload of this many octets. @return the bound that it exceeds, or None.
    Bound charge(qsizetype octets, TokenBucket::TimePoint now);

private:
    TokenBucket m_messages;
    TokenBucket m_octets;
};

} // namespace confab
