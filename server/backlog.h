#pragma once

#include "core/chat/conversation.h"

#include <deque>
#include <vector>

namespace confab {

/// What was said in all rooms of one server lately, for members who come back and, in rooms with a history,
/// for those who come: bounded over all rooms, the oldest dropped first. Lives on the thread of the rooms and
/// survives a room that was left by everyone.
class Backlog
{
public:
    /// @param before what was said then, the oldest first.
    explicit Backlog(ConversationLimits limits = {}, std::vector<RoomMessage> before = {});
    Q_DISABLE_COPY_MOVE(Backlog)

    /// The messages of one room come in the order of their seq.
    void append(RoomMessage message);
    /// The last one of a room; null if none is kept. Valid until append().
    const RoomMessage *last(const QString &room) const;
    /// The first one of a room that is kept, likewise.
    const RoomMessage *first(const QString &room) const;
    /// The one with this seq, likewise.
    const RoomMessage *find(const QString &room, quint64 seq) const;
    /// Whether what a room said in the run of this epoch, up to this seq, is what is before its present: not
    /// if a history has lost that, as after a power cut, or never had it, and something else has its number.
    bool goesOnFrom(const QString &room, quint64 seq, qint64 epoch) const;
    /// What was said in a room, the newest first, down to the one after the given seq.
    /// @param take is given one after the other, and says whether it wants more.
    template <typename Take>
    void walkBack(const QString &room, quint64 after, Take take) const;

private:
    void dropOldest();

    const ConversationLimits m_limits;
    std::deque<RoomMessage> m_messages;
    qsizetype m_octets = 0;
};

template <typename Take>
void Backlog::walkBack(const QString &room, quint64 after, Take take) const
{
    for (auto kept = m_messages.crbegin(); kept != m_messages.crend(); ++kept) {
        if (kept->room != room)
            continue;
        if (kept->seq <= after || !take(*kept))
            return;
    }
}

} // namespace confab
