#pragma once

#include "core/traffic/trafficrecord.h"

#include <QList>
#include <QMutex>

#include <atomic>
#include <deque>

namespace confab {

struct TrafficLogLimits
{
    qsizetype maxRecords = 100'000;
    qsizetype maxOctets = 64 * 1024 * 1024; ///< of kept payloads
};

/// The bounded memory of what was seen: the newest records, the oldest dropped first. Written by network
/// threads, read in batches by views; all functions are thread-safe. Strings for people are not made here.
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

    /// Records with a number greater than after, the oldest first, at most maxCount of them.
    QList<TrafficRecord> since(quint64 after, qsizetype maxCount) const;

    /// The number of the oldest record kept, lastNumber() + 1 if none is.
    quint64 firstNumber() const;
    quint64 lastNumber() const { return m_lastNumber.load(std::memory_order_acquire); }
    /// Octets of payloads kept.
    qsizetype keptOctets() const;
    void clear();

private:
    void dropOldest();

    TrafficLogLimits m_limits;
    std::atomic<bool> m_keepsRecords;
    mutable QMutex m_mutex;
    std::deque<TrafficRecord> m_records;
    qsizetype m_octets = 0;
    std::atomic<quint64> m_lastNumber = 0;
};

} // namespace confab
