#pragma once

#include <qnamespace.h>

namespace confab {

/// What ConversationModel tells of a row beside Qt::DisplayRole, which is the text that was said (empty of
/// other kinds).
enum ConversationRole {
    RoomMessageRole = Qt::UserRole, ///< RoomMessage
    MessageKindRole,                ///< int(RoomMessage::Kind)
    MessageTimeRole,                ///< QDateTime, local
    MessageRoomRole,                ///< QString
    AuthorIdRole,                   ///< qulonglong; 0 is the host
    AuthorNameRole,                 ///< QString
    MessageTextRole,                ///< QString
    MessageBinaryRole,              ///< QByteArray
};

} // namespace confab
