#include "core/link/unfinishedmessages.h"

namespace confab {

bool UnfinishedMessages::note(Link &link, qint64 octets)
{
    if (octets < minCounted) {
        forget(link);
        return false;
    }
    qint64 &counted = m_links[&link];
    m_total += octets - counted;
    counted = octets;
    return true;
}

void UnfinishedMessages::forget(Link &link)
{
    const auto found = m_links.find(&link);
    if (found == m_links.end())
        return;
    m_total -= found->second;
    m_links.erase(found);
}

Link *UnfinishedMessages::largestPast(qint64 bound) const
{
    if (bound == 0 || m_total <= bound || m_links.size() < 2)
        return nullptr;
    Link *largest = nullptr;
    qint64 most = 0;
    for (const auto &[link, octets] : m_links) {
        if (octets > most) {
            largest = link;
            most = octets;
        }
    }
    return largest;
}

} // namespace confab
