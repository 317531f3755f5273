#pragma once

#include "core/traffic/trafficblock.h"

#include <deque>
#include <memory>
#include <vector>

namespace confab {

/// Records of a block that follow each other.
struct RecordRun
{
    quint32 first = 0; ///< index of the first one
    quint32 count = 0;

    bool operator==(const RecordRun &) const = default;
};

/// Which records a TrafficModel shows, in the order of their numbers: parts of a log's blocks, which are
/// shared with it, so that a row takes next to no memory or time, and one that follows another none at all.
class TrafficRows
{
public:
    using Block = std::shared_ptr<const TrafficBlock>;

    qsizetype count() const { return m_end - m_begin; }
    /// @param runs of records in the block, ascending, behind all that are here; none is empty. The block may
    /// be one that is here already and has grown: it takes its place.
    void append(const Block &block, const std::vector<RecordRun> &runs);
    void dropFirst(qsizetype count);
    void clear();
    /// Those rows alone. @param rows ascending
    TrafficRows picked(const std::vector<qsizetype> &rows) const;
    /// How many rows are before this number.
    qsizetype rowsBefore(quint64 number) const;

    // Of one row, from 0.
    TrafficFacts facts(qsizetype row) const;
    quint64 number(qsizetype row) const;
    QString peer(qsizetype row) const;
    QByteArray payload(qsizetype row) const;
    TrafficRecord record(qsizetype row) const;

private:
    struct Run
    {
        quint32 first;   ///< index in the block
        qsizetype begin; ///< its place among all that ever were rows
    };
    struct Part
    {
        Block block;
        std::vector<Run> runs; ///< each goes up to the next one's place
        qsizetype end = 0;     ///< the place behind its last row
    };
    struct Place
    {
        const Block &block;
        qsizetype index;
    };
    Place place(qsizetype row) const;

    std::deque<Part> m_parts;
    qsizetype m_begin = 0; ///< places, as above: of row 0
    qsizetype m_end = 0;   ///< likewise: behind the last row
};

} // namespace confab
