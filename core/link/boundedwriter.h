#pragma once

#include "core/link/outgoingqueue.h"
#include "core/link/prefetch.h"
#include "core/link/transport.h"

#include <optional>

namespace confab {

/// Queues frames for a transport and hands them over, with a bound on what may wait behind the first of them.
/// Does not know when to write.
class BoundedWriter
{
public:
    /// @param transport outlives the writer.
    /// @param maxSize octets that may wait.
    BoundedWriter(Transport &transport, qsizetype maxSize);

    /// As append(), but hands the frame to the transport at once if nothing waits before it.
    bool appendAndWrite(const QByteArray &frame);
    /// Queues a frame. False if that passed the bound, and the transport could not take enough at once: then
    /// all frames that the peer has no part of yet were dropped, and overflowSize() is set for good.
    bool append(QByteArray frame);
    /// Queues a frame whatever the bound: for the one Close frame.
    void appendLast(QByteArray frame);

    /// From now on, and until the next call, frames are gathered in memory that many writers share, one at a
    /// time, for as long as there is room; write() sends them from there, or queues them as one behind what
    /// waits.
    /// @param memory empty, and not touched by anyone else meanwhile; null: gather no more. What was gathered
    /// before must be written.
    void gatherIn(QByteArray *memory);
    bool hasGathered() const { return m_gathered && !m_gathered->isEmpty(); }
    /// Where to append a frame of at most this many octets instead of calling append(); null if it has to be.
    QByteArray *gatheringPlace(qsizetype atMost);

    /// Whether writeThrough() may be called.
    bool mayWriteThrough() const { return m_gathered && m_queue.isEmpty(); }
    /// Hands what was gathered, and a frame in two pieces behind it, to the transport at once. What that does
    /// not take is copied and queued. @return as append() does.
    bool writeThrough(QByteArrayView header, QByteArrayView payload);

    /// Offers what is queued to the transport. @return whether that took anything.
    bool write();

    /// Fetches into the processor's caches what appendAndWrite() looks at when nothing waits.
    void prefetch() const { confab::prefetch(&m_gathered); }

    bool isEmpty() const { return m_queue.isEmpty() && !hasGathered(); }
    /// Octets that were not accepted by the system yet.
    qsizetype bufferedAmount() const;
    /// What is held against the bound: bufferedAmount(), and what its frames take in memory beside it.
    qsizetype load() const;
    /// Octets that were waiting when the bound was passed; nothing if it never was.
    std::optional<qsizetype> overflowSize() const { return m_overflowSize; }
    void clear();

private:
    bool writeGathered();
    void takenInPart(qsizetype taken, QByteArray rest);
    void queueGathered();
    bool isWithinBound();
    qsizetype waitingBehind() const;

    qsizetype m_maxSize;
    // Close together: what there is to look at when nothing waits, which is the rule.
    OutgoingQueue m_queue;
    QByteArray *m_gathered = nullptr; ///< comes behind the queue
    std::optional<qsizetype> m_overflowSize;
    Transport &m_transport;
};

} // namespace confab
