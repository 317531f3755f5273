#pragma once

#include "core/traffic/trafficrecord.h"
#include "ui/views/octetsearch.h"

#include <QSortFilterProxyModel>

namespace confab {

class TrafficModel;
class TrafficRows;

/// The rows of a TrafficModel that have a text in them and are of a group of kinds. Stays in the log's order.
class TrafficProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Group { All, Handshakes, Messages, Pings, Closes, Trouble };
    static constexpr int groupCount = int(Group::Trouble) + 1;

    explicit TrafficProxy(TrafficModel &model, QObject *parent = nullptr);

    /// Looked for in peers, previews and what was kept of payloads, without regard to case; in payloads only
    /// that of English letters.
    void setText(const QString &text);
    void setGroup(Group group);
    bool isFiltering() const { return !m_text.isEmpty() || m_group != Group::All; }
    TrafficRecord record(int row) const;
    /// All that is shown now, for good.
    TrafficRows shownRows() const;
    /// Tells a screen reader each cell in words.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    const TrafficModel &m_model;
    QString m_text;
    OctetSearch m_search; ///< for the text in UTF-8
    Group m_group = Group::All;
};

} // namespace confab
