#include "ui/views/trafficproxy.h"

#include "ui/models/trafficmodel.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
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
        return record.kind == TrafficKind::Request || record.kind == TrafficKind::Response;
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

QString cellInWords(const TrafficRecord &record, TrafficModel::Column column)
{
    switch (column) {
    case TrafficModel::Number:
        return countText(record.number);
    case TrafficModel::Time:
        return timeText(record.time);
    case TrafficModel::Peer:
        return recordPeerText(record);
    case TrafficModel::Direction:
        return directionWord(record.direction);
    case TrafficModel::Kind:
        return trafficKindWord(record.kind);
    case TrafficModel::Size:
        return recordSizeInWords(record);
    case TrafficModel::Preview:
        return recordPreview(record);
    }
    Q_UNREACHABLE();
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
    m_octets = text.toUtf8();
    invalidateFilter();
}

void TrafficProxy::setGroup(Group group)
{
    if (group == m_group)
        return;
    m_group = group;
    invalidateFilter();
}

const TrafficRecord &TrafficProxy::record(int row) const
{
    return m_model.record(mapToSource(index(row, 0)).row());
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
    const TrafficRecord &record = m_model.record(sourceRow);
    if (!isInGroup(record, m_group))
        return false;
    return m_text.isEmpty() || record.payload.contains(m_octets) ||
           recordPeerText(record).contains(m_text, Qt::CaseInsensitive) ||
           recordPreview(record).contains(m_text, Qt::CaseInsensitive);
}

} // namespace confab
