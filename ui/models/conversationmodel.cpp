#include "ui/models/conversationmodel.h"

#include <algorithm>

namespace confab {

ConversationModel::ConversationModel(std::shared_ptr<Conversation> conversation, QObject *parent)
    : QAbstractListModel(parent)
    , m_conversation(std::move(conversation))
{}

bool ConversationModel::refresh()
{
    dropRowsBefore(m_conversation->firstNumber());
    QList<Conversation::Entry> entries = m_conversation->since(m_lastNumber, maxRowsPerRefresh);
    if (entries.isEmpty())
        return false;
    m_lastNumber = entries.constLast().number;
    noteRooms(entries);
    entries.removeIf(
        [this](const Conversation::Entry &entry) { return m_room && entry.message.room != *m_room; });
    if (!entries.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + int(entries.size()) - 1);
        std::move(entries.begin(), entries.end(), std::back_inserter(m_entries));
        endInsertRows();
    }
    return m_lastNumber < m_conversation->lastNumber();
}

void ConversationModel::setRoom(const std::optional<QString> &room)
{
    if (room == m_room)
        return;
    beginResetModel();
    m_room = room;
    m_entries.clear();
    m_lastNumber = 0;
    endResetModel();
}

void ConversationModel::noteRooms(const QList<Conversation::Entry> &entries)
{
    for (const Conversation::Entry &entry : entries) {
        if (!entry.message.isSaid())
            continue;
        if (!m_lastSaid.contains(entry.message.room))
            ++m_spokenRoomsRevision;
        m_lastSaid[entry.message.room] = entry.number;
    }
}

void ConversationModel::dropRowsBefore(quint64 number)
{
    if (m_lastSaid.removeIf([number](const auto &said) { return said.value() < number; }) > 0)
        ++m_spokenRoomsRevision;
    const auto first = std::lower_bound(
        m_entries.begin(), m_entries.end(), number,
        [](const Conversation::Entry &entry, quint64 value) { return entry.number < value; });
    if (first == m_entries.begin())
        return;
    beginRemoveRows({}, 0, int(first - m_entries.begin()) - 1);
    m_entries.erase(m_entries.begin(), first);
    endRemoveRows();
}

int ConversationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    return role == Qt::DisplayRole ? message(index.row()).text : QVariant();
}

} // namespace confab
