#include "server/backlog.h"

#include <algorithm>
#include <utility>

namespace confab {

Backlog::Backlog(ConversationLimits limits)
    : m_limits(limits)
{}

void Backlog::append(KeptMessage kept)
{
    m_octets += octetsOf(kept.message);
    m_messages.push_back(std::move(kept));
    dropOldest();
}

const KeptMessage *Backlog::last(const QString &room) const
{
    const auto found = std::find_if(m_messages.crbegin(), m_messages.crend(),
                                    [&room](const KeptMessage &kept) { return kept.message.room == room; });
    return found == m_messages.crend() ? nullptr : &*found;
}

void Backlog::dropOldest()
{
    while (!m_messages.empty() && m_limits.isExceededBy(qsizetype(m_messages.size()), m_octets)) {
        m_octets -= octetsOf(m_messages.front().message);
        m_messages.pop_front();
    }
}

} // namespace confab
