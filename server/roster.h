#pragma once

#include "core/chat/memberinfo.h"

#include <QHash>
#include <QList>
#include <QMutex>

#include <atomic>
#include <deque>
#include <map>
#include <optional>

namespace confab {

/// Who is here, as a snapshot: written by network threads, read by views on their own timers; all
/// functions are thread-safe. CLOSED members stay for a while, so that one can see how they went.
class Roster
{
public:
    enum class Detail {
        Presence, ///< their counters get here with their states alone: for when nobody watches those
        Counters,
    };

    /// How many CLOSED members are kept, the newest.
    static constexpr qsizetype maxClosedMembers = 100;

    explicit Roster(Detail detail = Detail::Counters)
        : m_detail(detail)
    {}

    /// Whether count() is worth calling.
    bool keepsCounters() const { return m_detail == Detail::Counters; }

    /// Adds the member, or replaces what was known of it. A CLOSED one counts as gone.
    void update(const MemberInfo &member);
    /// The counters alone, of a member that is known; else nothing.
    void count(quint64 id, const MemberCounters &counters);
    /// Forgets everyone.
    void clear();

    /// One of them; nothing if it is not known.
    std::optional<MemberInfo> member(quint64 id) const;
    /// Everyone, in order of arrival.
    QList<MemberInfo> members() const;
    /// Changes whenever members() would.
    quint64 revision() const { return m_revision.load(std::memory_order_acquire); }
    /// How many are not CLOSED.
    int liveCount() const;

private:
    void forgetOldestClosed();

    const Detail m_detail;
    mutable QMutex m_mutex;
    using Members = std::map<quint64, MemberInfo>;
    Members m_members; ///< by their place in the order of arrival
    QHash<quint64, Members::iterator> m_byId;
    std::deque<quint64> m_closed; ///< ids of CLOSED members, the first to close first
    quint64 m_lastPlace = 0;
    int m_liveCount = 0;
    std::atomic<quint64> m_revision = 0;
};

} // namespace confab
