#pragma once

#include "core/chat/roommessage.h"

#include <QList>
#include <QMutex>

#include <atomic>
#include <deque>
#include <vector>

namespace confab {

struct ConversationLimits
{
    qsizetype maxEntries = 10'000;
    qsizetype maxOctets = 32 * 1024 * 1024; ///< of texts and binaries

    bool isExceededBy(qsizetype entries, qsizetype octets) const
    {
        return entries > maxEntries || octets > maxOctets;
    }
};

/// What was said in all rooms while the server runs, for the window's Room view: bounded, the oldest dropped
/// first. Written by the network thread, read in batches; all functions are thread-safe. Not what members are
/// given who come late.
class Conversation
{
public:
    /// An entry with its number in this conversation, from 1, without gaps.
    struct Entry
    {
        quint64 number = 0;
        RoomMessage message;
    };

    explicit Conversation(ConversationLimits limits = {});
    /// Whether it keeps anything at all.
    bool keepsEntries() const { return m_keepsEntries.load(std::memory_order_relaxed); }
    /// From now on; what is too much is dropped at once.
    void setLimits(ConversationLimits limits);
    void append(const RoomMessage &message);
    /// Puts what a history has, the oldest first, among what is there, by its time: the newest of it that
    /// there is room for. What is there already does not come twice; all entries get new numbers, if any
    /// comes.
    void bringBack(const std::vector<RoomMessage> &messages);
    /// Drops all entries.
    void clear();
    /// Entries with a number greater than after, the oldest first, at most maxCount of them.
    QList<Entry> since(quint64 after, qsizetype maxCount) const;
    quint64 firstNumber() const;
    quint64 lastNumber() const;

private:
    void add(const RoomMessage &message);
    void dropOldest();

    ConversationLimits m_limits;
    std::atomic<bool> m_keepsEntries;
    mutable QMutex m_mutex;
    std::deque<Entry> m_entries;
    quint64 m_lastNumber = 0;
    qsizetype m_octets = 0;
};

} // namespace confab
