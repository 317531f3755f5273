#include "core/chat/conversation.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

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
    std::vector<RoomMessage> all;
    std::copy_if(messages.begin(), messages.end(), std::back_inserter(all),
                 [&](const RoomMessage &said) { return !here.contains(keyOf(said)); });
    if (all.empty())
        return;
    const auto brought = qsizetype(all.size());
    for (const Entry &entry : m_entries)
        all.push_back(entry.message);
    std::inplace_merge(
        all.begin(), all.begin() + brought, all.end(),
        [](const RoomMessage &one, const RoomMessage &other) { return one.time < other.time; });
    m_entries.clear();
    m_octets = 0;
    for (const RoomMessage &message : all)
        add(message);
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
