#include "core/traffic/trafficlog.h"

#include "core/traffic/trafficclock.h"

#include <algorithm>

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
    if (record.time == 0)
        record.time = microsecondsNow();
    const QMutexLocker lock(&m_mutex);
    TrafficBlock &block = lastBlock();
    block.append(record);
    const quint64 number = block.lastNumber();
    m_octets += block.payloadSize(block.count() - 1);
    noteAppended();
    return number;
}

void TrafficLog::append(const TrafficBlock &records)
{
    if (records.isEmpty())
        return;
    const QMutexLocker lock(&m_mutex);
    lastBlock().append(records);
    m_octets += records.payloadOctets();
    noteAppended();
}

QList<TrafficRecord> TrafficLog::since(quint64 after, qsizetype maxCount) const
{
    QList<TrafficRecord> result;
    const TrafficExcerpt excerpt = excerptSince(after, maxCount);
    for (const auto &block : excerpt.blocks) {
        const quint64 end = std::min(excerpt.end, block->lastNumber() + 1);
        for (quint64 number = std::max(excerpt.first, block->firstNumber()); number < end; ++number)
            result.append(block->record(qsizetype(number - block->firstNumber())));
    }
    return result;
}

TrafficExcerpt TrafficLog::excerptSince(quint64 after, qsizetype maxCount) const
{
    const QMutexLocker lock(&m_mutex);
    TrafficExcerpt excerpt;
    const quint64 end = m_lastNumber.load(std::memory_order_relaxed) + 1;
    excerpt.first = std::max(std::min(after, end - 1) + 1, m_firstNumber);
    excerpt.end = excerpt.first + std::min(quint64(maxCount), end - excerpt.first);
    if (excerpt.first == excerpt.end)
        return excerpt;
    const auto isBefore = [](quint64 number, const auto &block) { return number < block->firstNumber(); };
    auto block = std::prev(std::upper_bound(m_blocks.begin(), m_blocks.end(), excerpt.first, isBefore));
    for (; block != m_blocks.end() && (*block)->firstNumber() < excerpt.end; ++block)
        excerpt.blocks.push_back((*block)->isFull() ? *block : std::make_shared<TrafficBlock>(**block));
    return excerpt;
}

quint64 TrafficLog::firstNumber() const
{
    const QMutexLocker lock(&m_mutex);
    return m_firstNumber;
}

qsizetype TrafficLog::keptOctets() const
{
    const QMutexLocker lock(&m_mutex);
    return m_octets;
}

void TrafficLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_blocks.clear();
    m_octets = 0;
    m_firstNumber = m_lastNumber.load(std::memory_order_relaxed) + 1;
}

TrafficBlock &TrafficLog::lastBlock()
{
    if (!m_blocks.empty() && !m_blocks.back()->isFull())
        return *m_blocks.back();
    auto block = std::make_shared<TrafficBlock>(m_lastNumber.load(std::memory_order_relaxed) + 1);
    if (!m_blocks.empty())
        block->reserveAs(*m_blocks.back()); // it will be as full as that one is
    return *m_blocks.emplace_back(std::move(block));
}

void TrafficLog::noteAppended()
{
    m_lastNumber.store(m_blocks.back()->lastNumber(), std::memory_order_release);
    dropOldest();
}

void TrafficLog::dropOldest()
{
    const quint64 end = m_lastNumber.load(std::memory_order_relaxed) + 1;
    while (m_firstNumber < end &&
           (qsizetype(end - m_firstNumber) > m_limits.maxRecords || m_octets > m_limits.maxOctets)) {
        const TrafficBlock &first = *m_blocks.front();
        m_octets -= first.payloadSize(qsizetype(m_firstNumber - first.firstNumber()));
        if (++m_firstNumber > first.lastNumber())
            m_blocks.pop_front();
    }
}

} // namespace confab
