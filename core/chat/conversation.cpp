#include "core/chat/conversation.h"

#include <algorithm>

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
