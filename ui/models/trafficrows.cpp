#include "ui/models/trafficrows.h"

#include <algorithm>
#include <iterator>

namespace confab {

void TrafficRows::append(const Block &block, const std::vector<quint32> &indexes)
{
    if (indexes.empty())
        return;
    if (m_parts.empty() || m_parts.back().block->firstNumber() != block->firstNumber()) {
        m_parts.push_back({block, indexes, m_end});
    } else {
        Part &last = m_parts.back();
        last.block = block;
        last.indexes.insert(last.indexes.end(), indexes.begin(), indexes.end());
    }
    m_end += qsizetype(indexes.size());
}

void TrafficRows::dropFirst(qsizetype count)
{
    m_begin = std::min(m_begin + count, m_end);
    while (!m_parts.empty() && m_parts.front().begin + qsizetype(m_parts.front().indexes.size()) <= m_begin)
        m_parts.pop_front();
}

void TrafficRows::clear()
{
    dropFirst(count());
}

qsizetype TrafficRows::rowsBefore(quint64 number) const
{
    const auto after =
        std::upper_bound(m_parts.begin(), m_parts.end(), number,
                         [](quint64 value, const Part &part) { return value <= part.block->firstNumber(); });
    if (after == m_parts.begin())
        return 0;
    const Part &part = *std::prev(after);
    const auto found =
        std::lower_bound(part.indexes.begin(), part.indexes.end(), number,
                         [&part](quint32 index, quint64 value) { return part.block->number(index) < value; });
    return std::max<qsizetype>(0, part.begin + (found - part.indexes.begin()) - m_begin);
}

TrafficFacts TrafficRows::facts(qsizetype row) const
{
    const Place found = place(row);
    return found.block.facts(found.index);
}

quint64 TrafficRows::number(qsizetype row) const
{
    const Place found = place(row);
    return found.block.number(found.index);
}

QString TrafficRows::peer(qsizetype row) const
{
    const Place found = place(row);
    return found.block.peer(found.index);
}

QByteArray TrafficRows::payload(qsizetype row) const
{
    const Place found = place(row);
    return found.block.payload(found.index);
}

TrafficRecord TrafficRows::record(qsizetype row) const
{
    const Place found = place(row);
    return found.block.record(found.index);
}

TrafficRows::Place TrafficRows::place(qsizetype row) const
{
    const qsizetype wanted = m_begin + row;
    const auto after = std::upper_bound(m_parts.begin(), m_parts.end(), wanted,
                                        [](qsizetype value, const Part &part) { return value < part.begin; });
    const Part &part = *std::prev(after);
    return {*part.block, part.indexes[std::size_t(wanted - part.begin)]};
}

} // namespace confab
