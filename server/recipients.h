#pragma once

#include "core/link/linkloop.h"
#include "core/link/sendring.h"
#include "server/member.h"

#include <algorithm>
#include <vector>

namespace confab {

/// The members of a room that live on one thread and get the same, in the order in which a broadcast goes
/// through them. They stay valid until they are removed.
class Recipients
{
public:
    void append(Member &member);
    /// False if it is none of them.
    bool remove(const Member &member);
    bool isEmpty() const { return m_entries.empty(); }
    qsizetype count() const { return qsizetype(m_entries.size()); }

    /// Calls visit(Member &) for each, which is to deliver() what framesFor(Member &) says, if that is not
    /// empty. Neither must change who they are. Some at a time are sent theirs ahead, in one call of the
    /// system, where it has one for that.
    template <typename FramesFor, typename Visit>
    void forEach(LinkLoop &loop, FramesFor framesFor, Visit visit) const
    {
        SendRing *const ring = count() < SendRing::minSends ? nullptr : loop.sendRing();
        if (!ring) {
            forRange(0, m_entries.size(), visit);
            return;
        }
        for (std::size_t begin = 0; begin < m_entries.size(); begin += SendRing::capacity) {
            const std::size_t end = std::min(begin + SendRing::capacity, m_entries.size());
            forRange(begin, end, [&](Member &member) {
                if (const QByteArrayView frames = framesFor(member); !frames.isEmpty())
                    member.sendAhead(frames, *ring);
            });
            ring->submit();
            std::for_each(m_entries.begin() + std::ptrdiff_t(begin), m_entries.begin() + std::ptrdiff_t(end),
                          [&](const Entry &entry) { visit(*entry.member); });
        }
    }

private:
    struct Entry
    {
        Member *member;
        const void *transport; ///< its, so that nothing of the member need be there to fetch that as well
    };

    /// What Member::deliver() will touch of those behind is fetched into the processor's caches meanwhile: of
    /// thousands, nothing is there any more when their turn comes.
    template <typename Visit>
    void forRange(std::size_t begin, std::size_t end, Visit visit) const
    {
        constexpr std::size_t ahead = 2;
        for (std::size_t i = begin; i < end; ++i) {
            const Entry &later = m_entries[std::min(i + ahead, m_entries.size() - 1)];
            later.member->prefetch();
            confab::prefetch(later.transport);
            visit(*m_entries[i].member);
        }
    }

    std::vector<Entry> m_entries;
};

} // namespace confab
