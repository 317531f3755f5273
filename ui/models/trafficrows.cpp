#include "ui/models/trafficrows.h"

#include <algorithm>
#include <iterator>

namespace confab {

void TrafficRows::append(const Block &block, const std::vector<RecordRun> &runs)
{
    if (runs.empty())
        return;
    if (m_parts.empty() || m_parts.back().block->firstNumber() != block->firstNumber())
        m_parts.emplace_back();
    Part &part = m_parts.back();
    part.block = block;
    for (const RecordRun &run : runs) {
        const bool goesOn = !part.runs.empty() &&
                            part.runs.back().first + (m_end - part.runs.back().begin) == qsizetype(run.first);
        if (!goesOn)
            part.runs.push_back({run.first, m_end});
        m_end += run.count;
    }
    part.end = m_end;
}

void TrafficRows::dropFirst(qsizetype count)
{
    m_begin = std::min(m_begin + count, m_end);
    while (!m_parts.empty() && m_parts.front().end <= m_begin)
        m_parts.pop_front();
}

void TrafficRows::clear()
{
    dropFirst(count());
}

TrafficRows TrafficRows::picked(const std::vector<qsizetype> &rows) const
{
    TrafficRows result;
    for (const qsizetype row : rows) {
        const Place found = place(row);
        result.append(found.block, {{quint32(found.index), 1}});
    }
    return result;
}

qsizetype TrafficRows::rowsBefore(quint64 number) const
{
    const auto after =
        std::upper_bound(m_parts.begin(), m_parts.end(), number,
                         [](quint64 value, const Part &part) { return value <= part.block->firstNumber(); });
    if (after == m_parts.begin())
        return 0;
    const Part &part = *std::prev(after);
    const quint64 index = number - part.block->firstNumber(); // or behind the block's end
    const auto behind = std::upper_bound(part.runs.begin(), part.runs.end(), index,
                                         [](quint64 value, const Run &run) { return value <= run.first; });
    if (behind == part.runs.begin())
        return std::max<qsizetype>(0, behind->begin - m_begin);
    const Run &run = *std::prev(behind);
    const qsizetype end = behind == part.runs.end() ? part.end : behind->begin;
    return std::max<qsizetype>(0, std::min(run.begin + qsizetype(index - run.first), end) - m_begin);
}

TrafficFacts TrafficRows::facts(qsizetype row) const
{
    const Place found = place(row);
    return found.block->facts(found.index);
}

quint64 TrafficRows::number(qsizetype row) const
{
    const Place found = place(row);
    return found.block->number(found.index);
}

QString TrafficRows::peer(qsizetype row) const
{
    const Place found = place(row);
    return found.block->peer(found.index);
}

QByteArray TrafficRows::payload(qsizetype row) const
{
    const Place found = place(row);
    return found.block->payload(found.index);
}

TrafficRecord TrafficRows::record(qsizetype row) const
{
    const Place found = place(row);
    return found.block->record(found.index);
}

TrafficRows::Place TrafficRows::place(qsizetype row) const
{
    const qsizetype wanted = m_begin + row;
    const auto part = std::upper_bound(m_parts.begin(), m_parts.end(), wanted,
                                       [](qsizetype value, const Part &tried) { return value < tried.end; });
    const auto after = std::upper_bound(part->runs.begin(), part->runs.end(), wanted,
                                        [](qsizetype value, const Run &run) { return value < run.begin; });
    const Run &run = *std::prev(after);
    return {part->block, run.first + (wanted - run.begin)};
}

} // namespace confab
