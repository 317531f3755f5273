#pragma once

#include "core/link/outgoingqueue.h"
#include "core/wire/frameencoder.h"

#include <atomic>

namespace confab {

/// What one thread may give to another to send, so that the queue there keeps its bound: octets that were
/// given and are not queued yet, and those that are queued. Thread-safe.
class SendBudget
{
public:
    /// What a message costs beside its octets, in the queue.
    static constexpr qint64 overhead = maxFrameHeaderSize + OutgoingQueue::frameOverhead;

    /// @param most as LinkPolicy::maxQueueSize
    explicit SendBudget(qint64 most)
        : m_most(most)
    {}

    /// Whether a message of so many octets fits in beside what waits.
    bool fits(qint64 octets) const { return m_given + m_queued + octets + overhead <= m_most; }
    /// @return false, and nothing is taken, if it does not fit. One thread alone takes.
    bool take(qint64 octets)
    {
        const bool taken = fits(octets);
        if (taken)
            m_given += octets + overhead;
        return taken;
    }
    /// The other thread has queued it; or it never will.
    void giveBack(qint64 octets) { m_given -= octets + overhead; }
    /// As Link::queueLoad() is now.
    void setQueued(qint64 octets) { m_queued = octets; }

private:
    const qint64 m_most;
    std::atomic<qint64> m_given = 0;
    std::atomic<qint64> m_queued = 0; ///< as measured last
};

} // namespace confab
