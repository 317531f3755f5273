#include "ui/models/rostermodel.h"

#include <QHash>
#include <QSet>

namespace confab {

namespace {

QSet<quint64> idsOf(const QList<MemberInfo> &members)
{
    QSet<quint64> ids;
    ids.reserve(members.size());
    for (const MemberInfo &member : members)
        ids.insert(member.id);
    return ids;
}

} // namespace

RosterModel::RosterModel(std::shared_ptr<Roster> roster, QObject *parent)
    : QAbstractListModel(parent)
    , m_roster(std::move(roster))
{}

void RosterModel::refresh()
{
    // Taken first: a change between the two calls is then seen by the next refresh.
    const quint64 revision = m_roster->revision();
    if (revision == m_revision)
        return;
    m_revision = revision;
    const QList<MemberInfo> members = m_roster->members();
    removeRowsNotIn(members);
    insertMissingRows(members);
    updateRows(members);
}

/// Rows that are gone, and rows that would have to move, which are inserted again at their new place.
void RosterModel::removeRowsNotIn(const QList<MemberInfo> &members)
{
    QHash<quint64, qsizetype> places;
    places.reserve(members.size());
    for (qsizetype place = 0; place < members.size(); ++place)
        places.insert(members.at(place).id, place);
    QList<bool> stays(m_members.size());
    qsizetype lastPlace = -1;
    for (qsizetype row = 0; row < m_members.size(); ++row) {
        const qsizetype place = places.value(m_members.at(row).id, -1);
        stays[row] = place > lastPlace;
        lastPlace = std::max(lastPlace, place);
    }
    for (qsizetype end = m_members.size(); end > 0;) {
        qsizetype begin = end - 1;
        if (!stays.at(begin)) {
            while (begin > 0 && !stays.at(begin - 1))
                --begin;
            beginRemoveRows({}, int(begin), int(end - 1));
            m_members.remove(begin, end - begin);
            endRemoveRows();
        }
        end = begin;
    }
}

void RosterModel::insertMissingRows(const QList<MemberInfo> &members)
{
    const QSet<quint64> shown = idsOf(m_members);
    for (qsizetype begin = 0; begin < members.size(); ++begin) {
        qsizetype end = begin;
        while (end < members.size() && !shown.contains(members.at(end).id))
            ++end;
        if (end == begin)
            continue;
        beginInsertRows({}, int(begin), int(end - 1));
        m_members.insert(begin, end - begin, {});
        std::copy(members.begin() + begin, members.begin() + end, m_members.begin() + begin);
        endInsertRows();
        begin = end;
    }
}

void RosterModel::updateRows(const QList<MemberInfo> &members)
{
    for (qsizetype begin = 0; begin < members.size(); ++begin) {
        qsizetype end = begin;
        while (end < members.size() && m_members.at(end) != members.at(end)) {
            m_members[end] = members.at(end);
            ++end;
        }
        if (end == begin)
            continue;
        Q_EMIT dataChanged(index(int(begin)), index(int(end - 1)));
        begin = end;
    }
}

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MemberInfo &member = m_members.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return member.name;
    case MemberInfoRole:
        return QVariant::fromValue(member);
    default:
        return {};
    }
}

} // namespace confab
