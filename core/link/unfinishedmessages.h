#pragma once

#include <QtGlobal>

#include <unordered_map>

namespace confab {

class Link;

/// What the messages take in memory, in octets, that have begun to arrive on one thread's links and have not
/// ended: a few octets that are compressed may become a thousand times as many, and be held for as long as
/// their peer likes. Knows of those links alone that hold much.
class UnfinishedMessages
{
public:
    /// What is less is not counted: every link may have so much.
    static constexpr qint64 minCounted = 4 * 1024;

    /// @param octets that the link's message takes now. @return whether it is counted.
    bool note(Link &link, qint64 octets);
    /// It is being destroyed.
    void forget(Link &link);
    /// The link whose message takes the most, if all together take more than the bound; null if not, or if
    /// the bound is zero, or if there is only one: the largest message that is allowed may always come.
    Link *largestPast(qint64 bound) const;

    qint64 total() const { return m_total; }

private:
    std::unordered_map<Link *, qint64> m_links; ///< octets
    qint64 m_total = 0;
};

} // namespace confab
