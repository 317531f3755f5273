#pragma once

#include "core/chat/memberinfo.h"

#include <QHash>
#include <QList>

#include <chrono>

namespace confab {

/// Messages and octets of payloads in each second, of all members together.
struct Rates
{
    double messagesReceived = 0;
    double messagesSent = 0;
    double octetsReceived = 0;
    double octetsSent = 0;
};

/// Makes rates out of the counters of successive rosters. Has no clock: it is told how much time passed.
class RateMeter
{
public:
    /// The rates since the last call; a member that was not there before counts from zero.
    Rates update(const QList<MemberInfo> &members, std::chrono::milliseconds elapsed);

private:
    struct Counters
    {
        quint64 messagesReceived = 0;
        quint64 messagesSent = 0;
        quint64 octetsReceived = 0;
        quint64 octetsSent = 0;
    };
    QHash<quint64, Counters> m_last;
};

} // namespace confab
