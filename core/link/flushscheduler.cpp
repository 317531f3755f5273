#include "core/link/flushscheduler.h"

#include "core/link/link.h"

#include <algorithm>

namespace confab {

void FlushScheduler::schedule(Link &link)
{
    if (link.m_flushScheduled)
        return;
    link.m_flushScheduled = true;
    m_scheduled.push_back(&link);
    if (m_posted)
        return;
    m_posted = true;
    QMetaObject::invokeMethod(this, &FlushScheduler::flushAll, Qt::QueuedConnection);
}

void FlushScheduler::cancel(Link &link)
{
    if (link.m_flushScheduled)
        std::replace(m_scheduled.begin(), m_scheduled.end(), &link, static_cast<Link *>(nullptr));
}

void FlushScheduler::flushAll()
{
    m_posted = false;
    // What is scheduled from here on, by slots of the links, has posted the next turn's event.
    for (std::size_t count = m_scheduled.size(); count > 0 && !m_scheduled.empty(); --count) {
        Link *link = m_scheduled.front();
        m_scheduled.pop_front();
        if (!link)
            continue;
        link->m_flushScheduled = false;
        link->flush();
    }
}

} // namespace confab
