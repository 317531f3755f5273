#include "core/traffic/trafficlog.h"

#include <algorithm>
#include <chrono>

namespace confab {

TrafficLog::TrafficLog(TrafficLogLimits limits)
    : m_limits(limits)
    , m_keepsRecords(limits.maxRecords > 0)
{}

void TrafficLog::setLimits(TrafficLogLimits limits)
{
    const QMutexLocker lock(&m_mutex);
    m_limits = limits;
    m_keepsRecords = limits.maxRecords > 0;
    dropOldest();
}

quint64 TrafficLog::append(TrafficRecord record)
{
    if (record.payload.size() > TrafficRecord::maxKeptPayload)
        record.payload = record.payload.first(TrafficRecord::maxKeptPayload);
    if (record.time == 0) {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        record.time = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    }
    const QMutexLocker lock(&m_mutex);
    record.number = m_lastNumber.load(std::memory_order_relaxed) + 1;
    m_octets += record.payload.size();
    m_records.push_back(std::move(record));
    m_lastNumber.store(m_records.back().number, std::memory_order_release);
    dropOldest();
    return m_records.empty() ? lastNumber() : m_records.back().number;
}

QList<TrafficRecord> TrafficLog::since(quint64 after, qsizetype maxCount) const
{
    const QMutexLocker lock(&m_mutex);
    QList<TrafficRecord> result;
    if (m_records.empty() || after >= m_records.back().number)
        return result;
    const quint64 first = m_records.front().number;
    const auto skipped = after < first ? 0 : qsizetype(after - first + 1);
    const qsizetype count = std::min(qsizetype(m_records.size()) - skipped, maxCount);
    result.reserve(count);
    const auto begin = m_records.begin() + skipped;
    std::copy(begin, begin + count, std::back_inserter(result));
    return result;
}

quint64 TrafficLog::firstNumber() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records.empty() ? lastNumber() + 1 : m_records.front().number;
}

qsizetype TrafficLog::keptOctets() const
{
    const QMutexLocker lock(&m_mutex);
    return m_octets;
}

void TrafficLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_records.clear();
    m_octets = 0;
}

void TrafficLog::dropOldest()
{
    while (!m_records.empty() &&
           (qsizetype(m_records.size()) > m_limits.maxRecords || m_octets > m_limits.maxOctets)) {
        m_octets -= m_records.front().payload.size();
        m_records.pop_front();
    }
}

} // namespace confab
