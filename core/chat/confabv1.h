#pragma once

#include "core/chat/roommessage.h"

#include <QByteArrayView>
#include <QList>

#include <variant>

/// The codec of the subprotocol confab.v1 (docs/confab-v1.md): JSON text messages to values and back. Knows
/// the form of each message, not when it may be sent: that is the room's.
namespace confab::v1 {

inline constexpr QLatin1StringView subprotocol("confab.v1");

/// Octets of JSON in a client's message: more than the longest text takes when each of its characters is
/// escaped.
inline constexpr qsizetype maxClientMessageSize = 512 * 1024;

struct Hello
{
    QString name; ///< after cleanedName(); may be empty
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

QByteArray encodeWelcome(const Author &you, const QString &room, quint64 lastSeq,
                         const QList<Author> &members);
/// joined or left, by the message's kind.
QByteArray encodePresence(const RoomMessage &message);
/// said, of a text or announcing a binary message. @param id the author's own, for the author's copy alone.
QByteArray encodeSaid(const RoomMessage &message, const QString &id = {});
QByteArray encodeError(Error error);

} // namespace confab::v1
