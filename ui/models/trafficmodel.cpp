#include "ui/models/trafficmodel.h"

#include <QDateTime>

#include <algorithm>

namespace confab {

namespace {

/// Cuts the runs to the last records, at most maxCount. @return how many there are.
qsizetype keepLast(std::vector<RecordRun> &runs, qsizetype maxCount)
{
    qsizetype count = 0;
    for (const RecordRun &run : runs)
        count += run.count;
    qsizetype excess = count - maxCount;
    if (excess <= 0)
        return count;
    auto kept = runs.begin();
    while (excess >= qsizetype(kept->count)) {
        excess -= kept->count;
        ++kept;
    }
    kept->first += quint32(excess);
    kept->count -= quint32(excess);
    runs.erase(runs.begin(), kept);
    return maxCount;
}

} // namespace

TrafficModel::TrafficModel(std::shared_ptr<TrafficLog> log, TrafficFilter filter, TrafficModelLimits limits,
                           QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(std::move(log))
    , m_filter(filter)
    , m_limits(limits)
{}

bool TrafficModel::refresh()
{
    dropFirstRows(m_rows.rowsBefore(m_log->firstNumber()));
    const TrafficExcerpt excerpt = m_log->excerptSince(m_lastNumber, m_limits.maxRowsPerRefresh);
    if (excerpt.blocks.empty())
        return false;
    m_lastNumber = excerpt.end - 1;
    append(excerpt);
    return m_lastNumber < m_log->lastNumber();
}

void TrafficModel::setFilter(const TrafficFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_rows.clear();
    m_lastNumber = 0;
    endResetModel();
}

int TrafficModel::rowOf(quint64 number) const
{
    const qsizetype row = m_rows.rowsBefore(number);
    return row < m_rows.count() && m_rows.number(row) == number ? int(row) : -1;
}

void TrafficModel::dropFirstRows(qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, int(count - 1));
    m_rows.dropFirst(count);
    endRemoveRows();
}

void TrafficModel::append(const TrafficExcerpt &excerpt)
{
    std::vector<std::vector<RecordRun>> accepted(excerpt.blocks.size());
    qsizetype total = 0;
    // From the end, because of more than there may be rows the last ones are shown.
    for (std::size_t i = accepted.size(); i-- > 0 && total < m_limits.maxRows;) {
        accepted[i] = acceptedOf(*excerpt.blocks[i], excerpt.first, excerpt.end);
        total += keepLast(accepted[i], m_limits.maxRows - total);
    }
    if (total == 0)
        return;
    dropFirstRows(m_rows.count() + total - m_limits.maxRows);
    const int first = rowCount();
    beginInsertRows({}, first, first + int(total) - 1);
    for (std::size_t i = 0; i < accepted.size(); ++i)
        m_rows.append(excerpt.blocks[i], accepted[i]);
    endInsertRows();
}

/// Which records of a block with numbers from first up to, but without, end are for this model. Looks at each
/// of them only if some are and others are not: another thread has just written them down.
std::vector<RecordRun> TrafficModel::acceptedOf(const TrafficBlock &block, quint64 first, quint64 end) const
{
    const auto from = quint32(std::max(first, block.firstNumber()) - block.firstNumber());
    const auto to = quint32(std::min(end, block.lastNumber() + 1) - block.firstNumber());
    const TrafficBlock::Accepted accepted = block.accepted(m_filter);
    if (accepted == TrafficBlock::Accepted::None)
        return {};
    if (accepted == TrafficBlock::Accepted::All)
        return {{from, to - from}};
    std::vector<RecordRun> runs;
    for (quint32 index = from; index < to; ++index) {
        if (!block.isAccepted(index, m_filter))
            continue;
        if (runs.empty() || runs.back().first + runs.back().count != index)
            runs.push_back({index, 0});
        ++runs.back().count;
    }
    return runs;
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.count());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayValue(index.row(), Column(index.column()));
    case RecordRole:
        return QVariant::fromValue(record(index.row()));
    default:
        return {};
    }
}

QVariant TrafficModel::displayValue(int row, Column column) const
{
    const TrafficFacts seen = m_rows.facts(row);
    switch (column) {
    case Number:
        return m_rows.number(row);
    case Time:
        return QDateTime::fromMSecsSinceEpoch(seen.time / 1000);
    case Peer:
        return m_rows.peer(row);
    case Direction:
        return int(seen.direction);
    case Kind:
        return int(seen.kind);
    case Size:
        return seen.size;
    case Preview:
        return m_rows.payload(row);
    }
    return {};
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_headers.value(section, role) : QVariant();
}

bool TrafficModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value, int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal ||
        !m_headers.set(section, role, value))
        return false;
    Q_EMIT headerDataChanged(orientation, section, section);
    return true;
}

} // namespace confab
