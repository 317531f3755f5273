#include "server/backlog.h"

#include <algorithm>
#include <utility>

namespace confab {

Backlog::Backlog(ConversationLimits limits, std::vector<RoomMessage> before)
    : m_limits(limits)
{
    for (RoomMessage &message : before)
        append(std::move(message));
}

void Backlog::append(RoomMessage message)
{
    m_octets += octetsOf(message);
    m_messages.push_back(std::move(message));
    dropOldest();
}

const RoomMessage *Backlog::last(const QString &room) const
{
    const auto found = std::find_if(m_messages.crbegin(), m_messages.crend(),
                                    [&room](const RoomMessage &message) { return message.room == room; });
    return found == m_messages.crend() ? nullptr : &*found;
}

const RoomMessage *Backlog::first(const QString &room) const
{
    const auto found = std::find_if(m_messages.cbegin(), m_messages.cend(),
                                    [&room](const RoomMessage &message) { return message.room == room; });
    return found == m_messages.cend() ? nullptr : &*found;
}

const RoomMessage *Backlog::find(const QString &room, quint64 seq) const
{
    const RoomMessage *found = nullptr;
    walkBack(room, 0, [&found, seq](const RoomMessage &message) {
        found = message.seq == seq ? &message : nullptr;
        return message.seq > seq;
    });
    return found;
}

bool Backlog::goesOnFrom(const QString &room, quint64 seq, qint64 epoch) const
{
    // Of what is not kept any more, or never was, the next that is kept tells: runs follow each other.
    const RoomMessage *there = find(room, seq);
    if (!there)
        there = first(room);
    return there && there->epoch <= epoch;
}

void Backlog::dropOldest()
{
    while (!m_messages.empty() && m_limits.isExceededBy(qsizetype(m_messages.size()), m_octets)) {
        m_octets -= octetsOf(m_messages.front());
        m_messages.pop_front();
    }
}

} // namespace confab
