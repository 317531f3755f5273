#pragma once

#include "core/traffic/trafficblock.h"

#include <QList>
#include <QMutex>

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

namespace confab {

struct TrafficLogLimits
{
    qsizetype maxRecords = 100'000;
    qsizetype maxOctets = 64 * 1024 * 1024; ///< of kept payloads and frame headers
};

/// Some records of a log that follow each other, in the blocks that they are in.
struct TrafficExcerpt
{
    quint64 first = 1; ///< number of the first one
    quint64 end = 1;   ///< number behind the last one; first if there are none
    /// For good: they do not change. They may have records before first and from end on. The last one may be
    /// the copy of a block that goes on growing: in a later excerpt, the block with the same first number has
    /// more.
    std::vector<std::shared_ptr<const TrafficBlock>> blocks;
};

/// The bounded memory of what was seen: the newest records, the oldest dropped first. Written by network
/// threads, in batches where much is seen at once; read by views, which share its blocks; all functions are
/// thread-safe. The memory of what was dropped is free when its block is, which is a matter of two blocks.
/// Strings for people are not made here.
class TrafficLog
{
public:
    explicit TrafficLog(TrafficLogLimits limits = {});

    /// Whether it keeps anything at all.
    bool keepsRecords() const { return m_keepsRecords.load(std::memory_order_relaxed); }
    /// From now on; what is too much is dropped at once.
    void setLimits(TrafficLogLimits limits);

    /// Numbers and keeps the record; cuts its payload at TrafficRecord::maxKeptPayload and sets its time if
    /// it has none.
    /// @return its number.
    quint64 append(TrafficRecord record);
    /// Numbers and keeps the records, which have their times, in their order and with no other between them.
    void append(const TrafficBlock &records);

    /// Records with a number greater than after, the oldest first, at most maxCount of them.
    QList<TrafficRecord> since(quint64 after, qsizetype maxCount) const;
    /// The same without copying them.
    TrafficExcerpt excerptSince(quint64 after, qsizetype maxCount) const;

    /// The number of the oldest record kept, lastNumber() + 1 if none is.
    quint64 firstNumber() const;
    quint64 lastNumber() const { return m_lastNumber.load(std::memory_order_acquire); }
    /// Octets of payloads and of frame headers kept.
    qsizetype keptOctets() const;
    void clear();

private:
    TrafficBlock &lastBlock();
    void noteAppended();
    void dropBlocks();
    bool isTooMuch(const TrafficBlock &firstBlock) const;
    void passOldest() const;

    TrafficLogLimits m_limits;
    std::atomic<bool> m_keepsRecords;
    mutable QMutex m_mutex;
    std::deque<std::shared_ptr<TrafficBlock>> m_blocks; ///< but for the last one, they do not change any more
    qsizetype m_octets = 0;                             ///< kept, in all blocks
    std::atomic<quint64> m_lastNumber = 0;
    // Whoever asks for the oldest record looks for it, so that those who append need not.
    mutable quint64 m_firstNumber = 1;
    mutable qsizetype m_passedOctets = 0; ///< of the first block's before that record
};

} // namespace confab
