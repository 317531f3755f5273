#include "core/chat/conversation.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace confab {

Conversation::Conversation(ConversationLimits limits)
    : m_limits(limits)
    , m_keepsEntries(limits.maxEntries > 0)
{}

void Conversation::setLimits(ConversationLimits limits)
{
    const QMutexLocker lock(&m_mutex);
    m_limits = limits;
    m_keepsEntries = limits.maxEntries > 0;
    dropOldest();
}

void Conversation::append(const RoomMessage &message)
{
    if (!keepsEntries()) // and what was is gone
        return;
    const QMutexLocker lock(&m_mutex);
    add(message);
}

void Conversation::bringBack(const std::vector<RoomMessage> &messages)
{
    if (!keepsEntries())
        return;
    const QMutexLocker lock(&m_mutex);
    using Key = std::tuple<qint64, quint64, QString>;
    const auto keyOf = [](const RoomMessage &said) { return Key(said.epoch, said.seq, said.room); };
    std::set<Key> here;
    for (const Entry &entry : m_entries) {
        if (entry.message.isSaid())
            here.insert(keyOf(entry.message));
    }
    // The newest first.
    std::vector<const RoomMessage *> missing;
    qsizetype octets = m_octets;
    for (auto said = messages.crbegin(); said != messages.crend(); ++said) {
        if (here.contains(keyOf(*said)))
            continue;
        octets += octetsOf(*said);
        if (m_limits.isExceededBy(qsizetype(m_entries.size() + missing.size()) + 1, octets))
            break;
        missing.push_back(&*said);
    }
    if (missing.empty())
        return;
    const std::deque<Entry> entries = std::exchange(m_entries, {});
    m_octets = 0;
    auto next = missing.crbegin();
    for (const Entry &entry : entries) {
        for (; next != missing.crend() && (*next)->time <= entry.message.time; ++next)
            add(**next);
        add(entry.message);
    }
    for (; next != missing.crend(); ++next)
        add(**next);
}

void Conversation::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_entries.clear();
    m_octets = 0;
}

void Conversation::add(const RoomMessage &message)
{
    m_octets += octetsOf(message);
    m_entries.push_back({++m_lastNumber, message});
    dropOldest();
}

QList<Conversation::Entry> Conversation::since(quint64 after, qsizetype maxCount) const
{
    const QMutexLocker lock(&m_mutex);
    const auto begin =
        std::upper_bound(m_entries.begin(), m_entries.end(), after,
                         [](quint64 number, const Entry &entry) { return number < entry.number; });
    const auto count = std::min<qsizetype>(m_entries.end() - begin, maxCount);
    return {begin, begin + count};
}

quint64 Conversation::firstNumber() const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.empty() ? m_lastNumber + 1 : m_entries.front().number;
}

quint64 Conversation::lastNumber() const
{
    const QMutexLocker lock(&m_mutex);
    return m_lastNumber;
}

void Conversation::dropOldest()
{
    while (!m_entries.empty() && m_limits.isExceededBy(qsizetype(m_entries.size()), m_octets)) {
        m_octets -= octetsOf(m_entries.front().message);
        m_entries.pop_front();
    }
}

} // namespace confab
