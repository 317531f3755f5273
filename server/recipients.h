#pragma once

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

    /// Calls visit(Member &) for each; it must not change who they are. What Member::deliver() will touch of
    /// those behind is fetched into the processor's caches meanwhile: of thousands, nothing is there any more
    /// when their turn comes.
    template <typename Visit>
    void forEach(Visit visit) const
    {
        constexpr std::size_t ahead = 2;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const Entry &later = m_entries[std::min(i + ahead, m_entries.size() - 1)];
            later.member->prefetch();
            confab::prefetch(later.transport);
            visit(*m_entries[i].member);
        }
    }

private:
    struct Entry
    {
        Member *member;
        const void *transport; ///< its, so that nothing of the member need be there to fetch that as well
    };
    std::vector<Entry> m_entries;
};

} // namespace confab
