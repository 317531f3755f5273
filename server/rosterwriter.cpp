#include "server/rosterwriter.h"

#include "server/member.h"

#include <utility>

namespace confab {

RosterWriter::RosterWriter(Roster &roster, TimerQueue &timers)
    : m_roster(roster)
    , m_timer(timers, [this] { tell(); })
{}

void RosterWriter::update(Member &member)
{
    const MemberInfo &info = member.info();
    if (info.readyState == ReadyState::Closed)
        return;
    m_roster.update(info);
    if (info.bufferedAmount > 0)
        list(member);
}

void RosterWriter::list(Member &member)
{
    if (member.m_rosterPlace != unlisted)
        return;
    member.m_rosterPlace = quint32(m_listed.size());
    m_listed.push_back(&member);
    // Where nobody looks, each is listed once and for all, and costs nothing any more.
    if (m_roster.keepsCounters() && !m_timer.isActive())
        m_timer.start(interval);
}

void RosterWriter::forget(Member &member)
{
    const quint32 place = std::exchange(member.m_rosterPlace, unlisted);
    if (place == unlisted)
        return;
    Member *last = m_listed.back();
    m_listed.pop_back();
    if (last == &member)
        return;
    m_listed[place] = last;
    last->m_rosterPlace = place;
}

void RosterWriter::tell()
{
    const std::vector<Member *> listed = std::exchange(m_listed, {});
    for (Member *member : listed) {
        member->m_rosterPlace = unlisted;
        const MemberCounters &counters = member->counters();
        m_roster.count(member->id(), counters);
        if (counters.bufferedAmount > 0)
            list(*member);
    }
}

} // namespace confab
