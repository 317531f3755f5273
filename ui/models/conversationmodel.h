#pragma once

#include "core/chat/conversation.h"

#include <QAbstractListModel>
#include <QHash>

#include <deque>
#include <memory>
#include <optional>

namespace confab {

/// What was said in one room, or in all of them, as rows, the oldest first; follows its Conversation with
/// each refresh(). Qt::DisplayRole is the text that was said, empty of other kinds.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT
public:
    /// Entries looked at in one refresh().
    static constexpr int maxRowsPerRefresh = 2'000;

    explicit ConversationModel(std::shared_ptr<Conversation> conversation, QObject *parent = nullptr);

    /// Removes the rows that the conversation has dropped, then adds the next entries, as one insertion at
    /// the end.
    /// @return whether there are more: call again in the next turn of the event loop.
    bool refresh();

    /// The room shown; nullopt, as at first: all of them.
    const std::optional<QString> &room() const { return m_room; }
    /// Resets the model; the rows come with the following refresh().
    void setRoom(const std::optional<QString> &room);

    /// Whether the conversation, as of the last refresh(), has something that was said in that room, shown or
    /// not.
    bool hasMessages(const QString &room) const { return m_lastSaid.contains(room); }
    /// The rooms in which something was said, as hasMessages() has it, in no order.
    QList<QString> spokenRooms() const { return m_lastSaid.keys(); }
    /// Grows with each change of spokenRooms().
    quint64 spokenRoomsRevision() const { return m_spokenRoomsRevision; }
    /// Valid until the next refresh().
    const RoomMessage &message(int row) const { return m_entries.at(std::size_t(row)).message; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void noteRooms(const QList<Conversation::Entry> &entries);
    void dropRowsBefore(quint64 number);

    std::shared_ptr<Conversation> m_conversation;
    std::optional<QString> m_room;
    std::deque<Conversation::Entry> m_entries;
    QHash<QString, quint64> m_lastSaid; ///< in each room, by its number
    quint64 m_spokenRoomsRevision = 0;
    quint64 m_lastNumber = 0; ///< of the last entry looked at
};

} // namespace confab
