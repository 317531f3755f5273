#pragma once

#include "core/link/timerqueue.h"
#include "server/roster.h"

#include <vector>

namespace confab {

class Member;

/// Tells the roster of the members of one thread: at once when their states or names change, and a little
/// later, many together, what they have counted. Visits those alone that have something to tell, and sleeps
/// while none has. Not of CLOSED members, whose last word is their listener's.
class RosterWriter
{
public:
    /// How long counters may wait.
    static constexpr std::chrono::milliseconds interval{200};
    /// Where a member is that is not listed.
    static constexpr quint32 unlisted = quint32(-1);

    /// Both outlive this, and this outlives its members.
    RosterWriter(Roster &roster, TimerQueue &timers);
    Q_DISABLE_COPY_MOVE(RosterWriter)

    /// All that is known of it, now.
    void update(Member &member);
    /// Its counters, soon: and again, as long as anything is queued for it, for that goes without its doing.
    void list(Member &member);
    /// Nothing more, if it was listed.
    void forget(Member &member);

    /// How many are listed.
    qsizetype count() const { return qsizetype(m_listed.size()); }
    /// Whether it will tell of them.
    bool isAwake() const { return m_timer.isActive(); }

private:
    void tell();

    Roster &m_roster;
    QueuedTimer m_timer;
    std::vector<Member *> m_listed; ///< each knows its place
};

} // namespace confab
