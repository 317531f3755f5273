#pragma once

#include "server/roster.h"
#include "ui/models/columnheaders.h"
#include "ui/models/rosterroles.h"

#include <QAbstractTableModel>

#include <memory>

namespace confab {

/// The members of a Roster as rows, one a connection, in order of arrival. Shows what the roster had at the
/// last refresh(); makes no words: values are numbers, names and times, and headers are set by the view.
class RosterModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        State,            ///< int(ReadyState)
        Name,             ///< QString
        Address,          ///< QString, without port
        Subprotocol,      ///< QString; empty if none
        Room,             ///< QString
        MessagesReceived, ///< qulonglong
        MessagesSent,     ///< qulonglong
        OctetsReceived,   ///< qulonglong
        OctetsSent,       ///< qulonglong
        Buffered,         ///< qlonglong: octets queued
        RoundTrip,        ///< qlonglong: microseconds; invalid while not known
        Since,            ///< QDateTime, local
    };
    Q_ENUM(Column)
    static constexpr int columnTotal = Since + 1;

    explicit RosterModel(std::shared_ptr<Roster> roster, QObject *parent = nullptr);

    /// Takes over what the roster has now, row by row; a member keeps its row as long as it is in the roster.
    /// Cheap if nothing changed.
    void refresh();

    /// Valid until the next refresh().
    const MemberInfo &member(int row) const { return m_members.at(row); }
    /// -1 if there is no such member.
    int rowOf(quint64 memberId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                       int role = Qt::EditRole) override;

private:
    void removeRowsNotIn(const QList<MemberInfo> &members);
    void insertMissingRows(const QList<MemberInfo> &members);
    void updateRows(const QList<MemberInfo> &members);

    std::shared_ptr<Roster> m_roster;
    QList<MemberInfo> m_members;
    quint64 m_revision = 0; ///< of the roster, as shown
    ColumnHeaders m_headers;
};

} // namespace confab
