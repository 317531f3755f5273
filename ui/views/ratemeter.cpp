#include "ui/views/ratemeter.h"

namespace confab {

Rates RateMeter::update(const QList<MemberInfo> &members, std::chrono::milliseconds elapsed)
{
    Counters sum;
    QHash<quint64, Counters> now;
    now.reserve(members.size());
    for (const MemberInfo &member : members) {
        const Counters counters{member.messagesReceived, member.messagesSent, member.octetsReceived,
                                member.octetsSent};
        const Counters before = m_last.value(member.id);
        sum.messagesReceived += counters.messagesReceived - before.messagesReceived;
        sum.messagesSent += counters.messagesSent - before.messagesSent;
        sum.octetsReceived += counters.octetsReceived - before.octetsReceived;
        sum.octetsSent += counters.octetsSent - before.octetsSent;
        now.insert(member.id, counters);
    }
    m_last = std::move(now);
    if (elapsed.count() <= 0)
        return {};
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return {double(sum.messagesReceived) / seconds, double(sum.messagesSent) / seconds,
            double(sum.octetsReceived) / seconds, double(sum.octetsSent) / seconds};
}

} // namespace confab
