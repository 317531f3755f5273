#pragma once

#include "server/roster.h"

#include <QAbstractListModel>

#include <memory>

namespace confab {

/// The members of a Roster as rows, one a connection, in order of arrival: what the roster had at the last
/// refresh(). Qt::DisplayRole is the name.
class RosterModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        MemberInfoRole = Qt::UserRole, ///< MemberInfo
    };

    explicit RosterModel(std::shared_ptr<Roster> roster, QObject *parent = nullptr);

    /// Takes over what the roster has now, row by row; a member keeps its row as long as it is in the roster.
    /// Cheap if nothing changed.
    void refresh();

    /// Valid until the next refresh().
    const MemberInfo &member(int row) const { return m_members.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void removeRowsNotIn(const QList<MemberInfo> &members);
    void insertMissingRows(const QList<MemberInfo> &members);
    void updateRows(const QList<MemberInfo> &members);

    std::shared_ptr<Roster> m_roster;
    QList<MemberInfo> m_members;
    quint64 m_revision = 0; ///< of the roster, as shown
};

} // namespace confab
