#include "core/chat/confabv1.h"

#include "core/chat/jsontext.h"
#include "core/chat/membername.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace confab::v1 {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const Author &author)
{
    QJsonObject object{{u"id"_s, qint64(author.id)}, {u"name"_s, author.name}};
    if (author.plain)
        object.insert(u"plain"_s, true);
    return object;
}

/// QJsonDocument drops a byte order mark at the start of a string, so marks in JSON are read and written as
/// escapes.
QByteArray withMarksEscaped(QByteArray json)
{
    return json.replace("\xEF\xBB\xBF", "\\ufeff");
}

QByteArray toText(const QJsonObject &object)
{
    return withMarksEscaped(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString withoutLoneSurrogates(QString text)
{
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

ClientMessage parseHello(const QJsonObject &object)
{
    const QJsonValue name = object.value("name"_L1);
    const QJsonValue since = object.value("since"_L1);
    const QJsonValue ticket = object.value("ticket"_L1);
    const qint64 seq = since.toInteger(since.isUndefined() ? 0 : -1);
    if (!name.isString() || seq < 0 || !(ticket.isString() || ticket.isUndefined()))
        return Error::BadMessage;
    Hello hello{cleanedName(withoutLoneSurrogates(name.toString()))};
    if (!since.isUndefined() && ticket.isString())
        hello.since = Since{quint64(seq), ticket.toString()};
    return hello;
}

ClientMessage parseSay(const QJsonObject &object)
{
    const QJsonValue text = object.value("text"_L1);
    const QJsonValue id = object.value("id"_L1);
    if (!text.isString() || !(id.isString() || id.isUndefined()) || id.toString().size() > maxSayIdLength)
        return Error::BadMessage;
    if (text.toString().isEmpty())
        return Error::TextEmpty;
    if (text.toString().size() > maxSayLength)
        return Error::TextTooLong;
    return Say{withoutLoneSurrogates(text.toString()), withoutLoneSurrogates(id.toString())};
}

QLatin1StringView errorMessage(Error error)
{
    switch (error) {
    case Error::BadMessage:
        return "This is not a message of confab.v1: send a JSON object with a string \"type\", as its documentation says."_L1;
    case Error::NotIntroduced:
        return "The room does not know your name yet: send {\"type\":\"hello\",\"name\":\"...\"} first."_L1;
    case Error::AlreadyIntroduced:
        return "The room knows your name already: to change it, connect again."_L1;
    case Error::TextEmpty:
        return "There was nothing to say: the text is empty."_L1;
    case Error::TextTooLong:
        return "The text is longer than 65536 characters: send it in parts, or as a file."_L1;
    }
    Q_UNREACHABLE();
}

JsonText toJsonText(const Author &author)
{
    JsonText json;
    json.add("id", qint64(author.id)).add("name", author.name);
    if (author.plain)
        json.addTrue("plain");
    return json;
}

} // namespace

ClientMessage parseClientMessage(QByteArrayView text)
{
    if (text.size() > maxClientMessageSize)
        return Error::TextTooLong;
    const QJsonObject object = QJsonDocument::fromJson(withMarksEscaped(text.toByteArray())).object();
    const QJsonValue type = object.value("type"_L1);
    if (!type.isString())
        return Error::BadMessage;
    if (type == "hello"_L1)
        return parseHello(object);
    if (type == "say"_L1)
        return parseSay(object);
    return Unknown{type.toString()};
}

QLatin1StringView errorCode(Error error)
{
    switch (error) {
    case Error::BadMessage:
        return "bad-message"_L1;
    case Error::NotIntroduced:
        return "not-introduced"_L1;
    case Error::AlreadyIntroduced:
        return "already-introduced"_L1;
    case Error::TextEmpty:
        return "text-empty"_L1;
    case Error::TextTooLong:
        return "text-too-long"_L1;
    }
    Q_UNREACHABLE();
}

QByteArray encodeWelcome(const Welcome &welcome)
{
    QJsonArray list;
    for (const Author &member : welcome.members)
        list.append(toJson(member));
    QJsonObject object{{u"type"_s, u"welcome"_s},
                       {u"you"_s, toJson(welcome.you)},
                       {u"room"_s, welcome.room},
                       {u"epoch"_s, welcome.epoch},
                       {u"lastSeq"_s, qint64(welcome.lastSeq)},
                       {u"replayed"_s, welcome.replayed},
                       {u"ticket"_s, welcome.ticket},
                       {u"members"_s, list}};
    if (welcome.since)
        object.insert(u"since"_s, qint64(*welcome.since));
    if (welcome.history)
        object.insert(u"history"_s, true);
    return toText(object);
}

QByteArray encodePresence(const RoomMessage &message)
{
    const bool joined = message.kind == RoomMessage::Kind::Joined;
    QJsonObject object{{u"type"_s, joined ? u"joined"_s : u"left"_s},
                       {u"member"_s, toJson(message.author)},
                       {u"count"_s, message.count},
                       {u"time"_s, message.time}};
    if (!joined)
        object.insert(u"code"_s, int(message.closeCode));
    return toText(object);
}

QByteArray encodeSaid(const RoomMessage &message, qint64 epoch, const QString &id)
{
    JsonText said;
    said.add("type", u"said")
        .add("seq", qint64(message.seq))
        .add("time", message.time)
        .add("from", toJsonText(message.author));
    if (message.epoch != epoch)
        said.add("epoch", message.epoch);
    if (!id.isEmpty())
        said.add("id", id);
    if (message.kind == RoomMessage::Kind::Binary)
        said.add("binary", JsonText().add("size", message.binary.size()));
    else
        said.add("text", message.text);
    return said.finished();
}

QByteArray encodeTold(const Author &host, const QString &text, qint64 time)
{
    JsonText told;
    told.add("type", u"told").add("time", time).add("from", toJsonText(host)).add("text", text);
    return told.finished();
}

QByteArray encodeError(Error error)
{
    return toText({{u"type"_s, u"error"_s},
                   {u"code"_s, QString(errorCode(error))},
                   {u"message"_s, QString(errorMessage(error))}});
}

} // namespace confab::v1
