#pragma once

#include "core/chat/roommessage.h"

#include <QByteArrayView>
#include <QList>

#include <optional>
#include <variant>

/// The codec of the subprotocol confab.v1 (docs/confab-v1.md): JSON text messages to values and back. Knows
/// the form of each message, not when it may be sent: that is the room's.
namespace confab::v1 {

inline constexpr QLatin1StringView subprotocol("confab.v1");

/// Octets of JSON in a client's message: more than the longest text takes when each of its characters is
/// escaped.
inline constexpr qsizetype maxClientMessageSize = 512 * 1024;

/// How far a member had followed the room when it lost it.
struct Since
{
    quint64 seq = 0; ///< of the last said that it got; 0: of none
    QString ticket;  ///< of the welcome that it got
};

struct Hello
{
    QString name; ///< after cleanedName(); may be empty
    std::optional<Since> since{};
};

struct Say
{
    QString text;
    QString id; ///< empty if none was given
};

/// A well-formed message of a type this server does not know: ignored.
struct Unknown
{
    QString type;
};

enum class Error { BadMessage, NotIntroduced, AlreadyIntroduced, TextEmpty, TextTooLong };
inline constexpr int errorCount = int(Error::TextTooLong) + 1;

using ClientMessage = std::variant<Hello, Say, Unknown, Error>;

/// What a structured member sent, in valid UTF-8. Lone surrogates, which JSON can name and UTF-8 cannot,
/// become U+FFFD. An Error is BadMessage, TextEmpty or TextTooLong; messages past maxClientMessageSize are
/// TextTooLong without being read.
ClientMessage parseClientMessage(QByteArrayView text);

/// The code in the field `code` of an error message.
QLatin1StringView errorCode(Error error);

struct Welcome
{
    Author you;
    QString room;
    qint64 epoch = 0;               ///< of the room; within it, ids of members are unique
    quint64 lastSeq = 0;            ///< of what was said in the room
    qsizetype replayed = 0;         ///< how many said of before follow
    std::optional<quint64> since{}; ///< the seq from which the room goes on for who comes back
    QString ticket;                 ///< to be shown with the next hello
    bool history = false;           ///< what is said outlives the server
    QList<Author> members;
};

QByteArray encodeWelcome(const Welcome &welcome);
/// joined or left, by the message's kind.
QByteArray encodePresence(const RoomMessage &message);
/// said, of a text or announcing a binary message. @param id the author's own, for the author's copy alone.
/// @param epoch of the room: another one is told.
QByteArray encodeSaid(const RoomMessage &message, qint64 epoch, const QString &id = {});
/// told: what the host says to one member alone. @param time milliseconds since 1970.
QByteArray encodeTold(const Author &host, const QString &text, qint64 time);
QByteArray encodeError(Error error);

} // namespace confab::v1
