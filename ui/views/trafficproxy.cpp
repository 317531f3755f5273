#include "ui/views/trafficproxy.h"

#include "ui/models/trafficmodel.h"
#include "ui/text/traffictext.h"
#include "ui/text/wiresizetext.h"
#include "ui/views/trafficwords.h"

namespace confab {

namespace {

bool isInGroup(const TrafficRecord &record, TrafficProxy::Group group)
{
    switch (group) {
    case TrafficProxy::Group::All:
        return true;
    case TrafficProxy::Group::Handshakes:
        return record.kind == TrafficKind::Request || record.kind == TrafficKind::Response ||
               record.kind == TrafficKind::TlsFailure;
    case TrafficProxy::Group::Messages:
        return record.kind == TrafficKind::Text || record.kind == TrafficKind::Binary;
    case TrafficProxy::Group::Pings:
        return record.kind == TrafficKind::Ping || record.kind == TrafficKind::Pong;
    case TrafficProxy::Group::Closes:
        return record.kind == TrafficKind::Close || record.kind == TrafficKind::Ended;
    case TrafficProxy::Group::Trouble:
        return isTrouble(record);
    }
    Q_UNREACHABLE();
}

/// A cell as a screen reader tells it.
QString cellInWords(const TrafficRecord &record, TrafficModel::Column column)
{
    if (column == TrafficModel::Direction)
        return directionWord(record.direction);
    if (column == TrafficModel::Size)
        return recordSizeInWords(record);
    return recordCellText(record, column);
}

} // namespace

TrafficProxy::TrafficProxy(TrafficModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void TrafficProxy::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_search = OctetSearch(text.toUtf8());
    invalidate();
}

void TrafficProxy::setGroup(Group group)
{
    if (group == m_group)
        return;
    m_group = group;
    invalidate();
}

TrafficRecord TrafficProxy::record(int row) const
{
    return m_model.record(mapToSource(index(row, 0)).row());
}

TrafficRows TrafficProxy::shownRows() const
{
    if (!isFiltering())
        return m_model.rows();
    std::vector<qsizetype> rows;
    rows.reserve(std::size_t(rowCount()));
    for (int row = 0; row < rowCount(); ++row)
        rows.push_back(mapToSource(index(row, 0)).row());
    return m_model.rows().picked(rows);
}

QVariant TrafficProxy::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole && index.isValid())
        return cellInWords(record(index.row()), TrafficModel::Column(index.column()));
    return QSortFilterProxyModel::data(index, role);
}

bool TrafficProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (!isFiltering())
        return true;
    const TrafficRecord record = m_model.record(sourceRow);
    if (!isInGroup(record, m_group))
        return false;
    return m_text.isEmpty() || m_search.isIn(record.payload) ||
           recordPeerText(record).contains(m_text, Qt::CaseInsensitive) ||
           recordPreview(record).contains(m_text, Qt::CaseInsensitive);
}

} // namespace confab
