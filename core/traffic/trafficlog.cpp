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
    passOldest(); // what is too much already does not come back
    m_limits = limits;
    m_keepsRecords = limits.maxRecords > 0;
    dropBlocks();
}

quint64 TrafficLog::append(TrafficRecord record)
{
    if (record.time == 0)
        record.time = microsecondsNow();
    const QMutexLocker lock(&m_mutex);
    TrafficBlock &block = lastBlock();
    block.append(record);
    const quint64 number = block.lastNumber();
    m_octets += block.keptSize(block.count() - 1);
    noteAppended();
    return number;
}

void TrafficLog::append(const TrafficBlock &records)
{
    if (records.isEmpty())
        return;
    const QMutexLocker lock(&m_mutex);
    lastBlock().append(records);
    m_octets += records.keptOctets();
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
    passOldest();
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
    passOldest();
    return m_firstNumber;
}

qsizetype TrafficLog::keptOctets() const
{
    const QMutexLocker lock(&m_mutex);
    passOldest();
    return m_octets - m_passedOctets;
}

void TrafficLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_blocks.clear();
    m_octets = 0;
    m_passedOctets = 0;
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
    dropBlocks();
}

/// Those that have nothing but what is too much. That takes no look at each record: the oldest ones are in no
/// cache any more.
void TrafficLog::dropBlocks()
{
    while (!m_blocks.empty() && isTooMuch(*m_blocks.front())) {
        m_octets -= m_blocks.front()->keptOctets();
        m_passedOctets = 0;
        m_firstNumber = m_blocks.front()->lastNumber() + 1;
        m_blocks.pop_front();
    }
}

/// Whether its last record, and so all of them, is.
bool TrafficLog::isTooMuch(const TrafficBlock &firstBlock) const
{
    const quint64 end = m_lastNumber.load(std::memory_order_relaxed) + 1;
    const qsizetype octets = m_octets - firstBlock.keptOctets() + firstBlock.keptSize(firstBlock.count() - 1);
    return qsizetype(end - firstBlock.lastNumber()) > m_limits.maxRecords || octets > m_limits.maxOctets;
}

/// Finds the oldest record that is not too much; it is in the first block.
void TrafficLog::passOldest() const
{
    const quint64 end = m_lastNumber.load(std::memory_order_relaxed) + 1;
    while (m_firstNumber < end && (qsizetype(end - m_firstNumber) > m_limits.maxRecords ||
                                   m_octets - m_passedOctets > m_limits.maxOctets)) {
        const TrafficBlock &first = *m_blocks.front();
        m_passedOctets += first.keptSize(qsizetype(m_firstNumber - first.firstNumber()));
        ++m_firstNumber;
    }
}

} // namespace confab
