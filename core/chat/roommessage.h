#pragma once

#include "core/wire/closecode.h"

#include <QByteArray>
#include <QString>

namespace confab {

/// Who said something: a member, or the host (id 0).
struct Author
{
    quint64 id = 0;
    QString name;
    bool plain = false; ///< a member without confab.v1

    bool operator==(const Author &) const = default;
};

/// The most characters (UTF-16 code units) of a name and of one text said in confab.v1.
inline constexpr qsizetype maxNameLength = 40;
inline constexpr qsizetype maxSayLength = 65'536;
inline constexpr qsizetype maxSayIdLength = 64;

/// One entry of a room's conversation: something said, or someone coming or going.
struct RoomMessage
{
    enum class Kind { Text, Binary, Joined, Left };

    Kind kind = Kind::Text;
    QString room;
    quint64 seq = 0;  ///< of Text and Binary: counts up by one in each room, from 1
    qint64 epoch = 0; ///< likewise: the run of the room in which it was said; a later one has a larger number
    qint64 time = 0;  ///< milliseconds since 1970-01-01T00:00Z
    Author author;
    QString text;      ///< of Text
    QByteArray binary; ///< of Binary
    int count = 0;     ///< of Joined and Left: how many are in the room after it
    CloseCode closeCode = CloseCode::NoStatusReceived; ///< of Left

    /// Something was said: nobody came or went.
    bool isSaid() const { return kind == Kind::Text || kind == Kind::Binary; }
};

/// What it takes of the bounds on what is kept.
inline qsizetype octetsOf(const RoomMessage &message)
{
    return message.text.size() * qsizetype(sizeof(QChar)) + message.binary.size();
}

} // namespace confab
