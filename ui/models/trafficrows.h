#pragma once

#include "core/traffic/trafficblock.h"

#include <deque>
#include <memory>
#include <vector>

namespace confab {

/// Which records a TrafficModel shows, in the order of their numbers: parts of a log's blocks, which are
/// shared with it, so that a row takes next to no memory or time.
class TrafficRows
{
public:
    using Block = std::shared_ptr<const TrafficBlock>;

    qsizetype count() const { return m_end - m_begin; }
    /// @param indexes of records in the block, ascending, behind all that are here. The block may be one that
    /// is here already and has grown: it takes its place.
    void append(const Block &block, const std::vector<quint32> &indexes);
    void dropFirst(qsizetype count);
    void clear();
    /// How many rows are before this number.
    qsizetype rowsBefore(quint64 number) const;

    // Of one row, from 0.
    TrafficFacts facts(qsizetype row) const;
    quint64 number(qsizetype row) const;
    QString peer(qsizetype row) const;
    QByteArray payload(qsizetype row) const;
    TrafficRecord record(qsizetype row) const;

private:
    struct Part
    {
        Block block;
        std::vector<quint32> indexes;
        qsizetype begin = 0; ///< the place of its first index among all that ever were rows
    };
    struct Place
    {
        const TrafficBlock &block;
        qsizetype index;
    };
    Place place(qsizetype row) const;

    std::deque<Part> m_parts;
    qsizetype m_begin = 0; ///< places, as above: of row 0
    qsizetype m_end = 0;   ///< likewise: behind the last row
};

} // namespace confab
