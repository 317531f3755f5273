#pragma once

#include <QObject>

#include <deque>

namespace confab {

class Link;

/// Writes the queues of all links of one thread that have something queued, once per turn of the event loop:
/// however much is queued within a turn, it takes one posted event, and each link writes once. Owns no link.
class FlushScheduler : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

private:
    friend class Link;
    void schedule(Link &link); ///< once until its flush
    void cancel(Link &link);   ///< it is being destroyed
    void flushAll();

    std::deque<Link *> m_scheduled; ///< a link that was destroyed while it waited is null
    bool m_posted = false;
};

} // namespace confab
