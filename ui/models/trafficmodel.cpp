#include "ui/models/trafficmodel.h"

#include <QDateTime>

#include <algorithm>

namespace confab {

namespace {

QVariant displayValue(const TrafficRecord &record, int column)
{
    switch (TrafficModel::Column(column)) {
    case TrafficModel::Number:
        return record.number;
    case TrafficModel::Time:
        return QDateTime::fromMSecsSinceEpoch(record.time / 1000);
    case TrafficModel::Peer:
        return record.peer;
    case TrafficModel::Direction:
        return int(record.direction);
    case TrafficModel::Kind:
        return int(record.kind);
    case TrafficModel::Size:
        return record.size;
    case TrafficModel::Preview:
        return record.payload;
    }
    return {};
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
    dropRowsBefore(m_log->firstNumber());
    QList<TrafficRecord> records = m_log->since(m_lastNumber, m_limits.maxRowsPerRefresh);
    if (records.isEmpty())
        return false;
    m_lastNumber = records.constLast().number;
    records.removeIf([this](const TrafficRecord &record) { return !m_filter.accepts(record); });
    append(std::move(records));
    return m_lastNumber < m_log->lastNumber();
}

void TrafficModel::setFilter(const TrafficFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_records.clear();
    m_lastNumber = 0;
    endResetModel();
}

int TrafficModel::rowOf(quint64 number) const
{
    const auto found =
        std::lower_bound(m_records.begin(), m_records.end(), number,
                         [](const TrafficRecord &record, quint64 value) { return record.number < value; });
    return found == m_records.end() || found->number != number ? -1 : int(found - m_records.begin());
}

void TrafficModel::dropRowsBefore(quint64 number)
{
    const auto first =
        std::lower_bound(m_records.begin(), m_records.end(), number,
                         [](const TrafficRecord &record, quint64 value) { return record.number < value; });
    dropFirstRows(first - m_records.begin());
}

void TrafficModel::dropFirstRows(qsizetype count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, int(count - 1));
    m_records.erase(m_records.begin(), m_records.begin() + count);
    endRemoveRows();
}

void TrafficModel::append(QList<TrafficRecord> records)
{
    if (records.size() > m_limits.maxRows)
        records.remove(0, records.size() - m_limits.maxRows);
    if (records.isEmpty())
        return;
    const auto rows = qsizetype(m_records.size());
    dropFirstRows(rows + records.size() - m_limits.maxRows);
    const int first = rowCount();
    beginInsertRows({}, first, first + int(records.size()) - 1);
    std::move(records.begin(), records.end(), std::back_inserter(m_records));
    endInsertRows();
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TrafficRecord &seen = record(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayValue(seen, index.column());
    case RecordRole:
        return QVariant::fromValue(seen);
    case RecordNumberRole:
        return seen.number;
    case RecordTimeRole:
        return seen.time;
    case RecordSourceRole:
        return int(seen.source);
    case RecordConnectionRole:
        return seen.connection;
    case RecordDirectionRole:
        return int(seen.direction);
    case RecordKindRole:
        return int(seen.kind);
    case RecordWireSizeRole:
        return seen.wireSize;
    default:
        return {};
    }
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
