#pragma once

#include "core/traffic/trafficfilter.h"
#include "core/traffic/trafficlog.h"
#include "ui/models/columnheaders.h"
#include "ui/models/trafficrows.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace confab {

struct TrafficModelLimits
{
    int maxRows = 100'000;
    int maxRowsPerRefresh = 5'000; ///< records looked at in one refresh()
};

/// The records of a TrafficLog as rows, the oldest first: a window on its newest end that follows with each
/// refresh(). Makes no words: values are numbers, names and octets, and headers are set by the view.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,    ///< qulonglong
        Time,      ///< QDateTime, local, to the millisecond
        Peer,      ///< QString; empty of a broadcast
        Direction, ///< int(confab::Direction)
        Kind,      ///< int(TrafficKind)
        Size,      ///< qulonglong: octets
        Preview,   ///< QByteArray: what was kept of the payload; for people through recordPreview()
    };
    Q_ENUM(Column)
    static constexpr int columnTotal = Preview + 1;

    enum Role {
        RecordRole = Qt::UserRole, ///< TrafficRecord; the same for each column
    };

    explicit TrafficModel(std::shared_ptr<TrafficLog> log, TrafficFilter filter = {},
                          TrafficModelLimits limits = {}, QObject *parent = nullptr);

    /// Removes the rows that the log has dropped or cleared, then adds the next records, as one insertion at
    /// the end; the first rows make room for them. @return whether the log has more: call again in the next
    /// turn of the event loop.
    bool refresh();

    const TrafficFilter &filter() const { return m_filter; }
    /// Resets the model; the rows come with the following refresh().
    void setFilter(const TrafficFilter &filter);

    /// What is shown now, for good: a copy is cheap, and shares the log's blocks.
    const TrafficRows &rows() const { return m_rows; }
    /// Made out of what the log keeps of it, payload copied.
    TrafficRecord record(int row) const { return m_rows.record(row); }
    /// The row of the record with this number; -1 if it is not shown.
    int rowOf(quint64 number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                       int role = Qt::EditRole) override;

private:
    void dropFirstRows(qsizetype count);
    void append(const TrafficExcerpt &excerpt);
    std::vector<RecordRun> acceptedOf(const TrafficBlock &block, quint64 first, quint64 end) const;
    QVariant displayValue(int row, Column column) const;

    std::shared_ptr<TrafficLog> m_log;
    TrafficFilter m_filter;
    TrafficModelLimits m_limits;
    TrafficRows m_rows;
    quint64 m_lastNumber = 0; ///< of the last record looked at
    ColumnHeaders m_headers;
};

} // namespace confab
