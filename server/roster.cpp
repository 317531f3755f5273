#include "server/roster.h"

namespace confab {

void Roster::update(const MemberInfo &member)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_byId.constFind(member.id);
    const bool isNew = known == m_byId.cend();
    const auto place = isNew ? m_members.emplace(++m_lastPlace, MemberInfo()).first : *known;
    if (isNew)
        m_byId.insert(member.id, place);

    const bool wasLive = !isNew && place->second.readyState != ReadyState::Closed;
    const bool isLive = member.readyState != ReadyState::Closed;
    const bool wasClosed = !isNew && !wasLive;
    m_liveCount += int(isLive) - int(wasLive);
    place->second = member;
    if (!isLive && !wasClosed) {
        m_closed.push_back(member.id);
        if (qsizetype(m_closed.size()) > maxClosedMembers)
            forgetOldestClosed();
    }
    m_revision.fetch_add(1, std::memory_order_release);
}

void Roster::count(quint64 id, const MemberCounters &counters)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_byId.constFind(id);
    if (known == m_byId.cend())
        return;
    MemberCounters &last = (*known)->second;
    if (last == counters)
        return;
    last = counters;
    m_revision.fetch_add(1, std::memory_order_release);
}

void Roster::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_members.clear();
    m_byId.clear();
    m_closed.clear();
    m_liveCount = 0;
    m_revision.fetch_add(1, std::memory_order_release);
}

std::optional<MemberInfo> Roster::member(quint64 id) const
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_byId.constFind(id);
    if (known == m_byId.cend())
        return {};
    return (*known)->second;
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
    m_members.erase(m_byId.take(m_closed.front()));
    m_closed.pop_front();
}

} // namespace confab
