#include "server/roster.h"

namespace confab {

void Roster::update(const MemberInfo &member)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_places.constFind(member.id);
    const bool isNew = known == m_places.cend();
    const quint64 place = isNew ? ++m_lastPlace : *known;
    if (isNew)
        m_places.insert(member.id, place);

    const bool wasLive = !isNew && m_members[place].readyState != ReadyState::Closed;
    const bool isLive = member.readyState != ReadyState::Closed;
    const bool wasClosed = !isNew && !wasLive;
    m_liveCount += int(isLive) - int(wasLive);
    m_members[place] = member;
    if (!isLive && !wasClosed) {
        m_closed.push_back(place);
        if (qsizetype(m_closed.size()) > maxClosedMembers)
            forgetOldestClosed();
    }
    m_revision.fetch_add(1, std::memory_order_release);
}

void Roster::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_members.clear();
    m_places.clear();
    m_closed.clear();
    m_liveCount = 0;
    m_revision.fetch_add(1, std::memory_order_release);
}

QList<MemberInfo> Roster::members() const
{
    const QMutexLocker lock(&m_mutex);
    QList<MemberInfo> members;
    members.reserve(qsizetype(m_members.size()));
    for (const auto &[place, member] : m_members)
        members.append(member);
    return members;
}

int Roster::liveCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_liveCount;
}

void Roster::forgetOldestClosed()
{
    const auto oldest = m_members.find(m_closed.front());
    m_closed.pop_front();
    m_places.remove(oldest->second.id);
    m_members.erase(oldest);
}

} // namespace confab
