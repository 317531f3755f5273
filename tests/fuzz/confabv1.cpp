// The codec of confab.v1: what a client may send keeps to its bounds, and what the server says is read as it
// was meant.
#include "core/chat/confabv1.h"
#include "core/wire/utf8.h"
#include "tests/fuzz/fuzzing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace confab;
using namespace confab::fuzz;
using namespace Qt::StringLiterals;

namespace {

/// As a client writes a message.
QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).replace("\xEF\xBB\xBF", "\\ufeff");
}

/// As a client reads one, byte order marks included.
QJsonObject readAsClient(const QByteArray &text)
{
    require(isValidUtf8(text), "what is sent is UTF-8");
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(text, &error).object();
    require(error.error == QJsonParseError::NoError && !object.isEmpty(), "what is sent is a JSON object");
    return object;
}

void checkName(const QString &name)
{
    require(name.size() <= maxNameLength && name == name.trimmed() && name.isValidUtf16(), "a name is neat");
    for (const QChar character : name)
        require(character.category() != QChar::Other_Control, "a name has no control characters");
    const v1::ClientMessage again =
        v1::parseClientMessage(written({{u"type"_s, u"hello"_s}, {u"name"_s, name}}));
    require(std::get<v1::Hello>(again).name == name, "a neat name stays as it is");
    RoomMessage message;
    message.kind = RoomMessage::Kind::Joined;
    message.author = {1, name, false};
    const QJsonObject joined = readAsClient(v1::encodePresence(message));
    require(joined[u"member"].toObject()[u"name"].toString() == name, "who joined has that name");
    const QJsonObject welcome = readAsClient(
        v1::encodeWelcome({message.author, u"/"_s, 0, 0, 0, {}, u"a"_s, false, {message.author}}));
    require(welcome[u"members"].toArray().size() == 1, "who is welcome is a member");
}

void checkSay(const v1::Say &say)
{
    require(!say.text.isEmpty() && say.text.size() <= maxSayLength && say.text.isValidUtf16(), "a text fits");
    require(say.id.size() <= maxSayIdLength && say.id.isValidUtf16(), "an id fits");
    const v1::ClientMessage again =
        v1::parseClientMessage(written({{u"type"_s, u"say"_s}, {u"text"_s, say.text}, {u"id"_s, say.id}}));
    const auto *same = std::get_if<v1::Say>(&again);
    require(same != nullptr && same->text == say.text && same->id == say.id, "what was said stays as it is");
    RoomMessage message;
    message.text = say.text;
    const QJsonObject said = readAsClient(v1::encodeSaid(message, 0, say.id));
    require(said[u"text"].toString() == say.text, "what was said is told as it was said");
    require(said.contains(u"id") != say.id.isEmpty(), "an id is told if there is one");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = Input(data, size).rest();
    const v1::ClientMessage message = v1::parseClientMessage(text);
    if (!isValidUtf8(text)) // never gets that far
        return 0;
    if (const auto *hello = std::get_if<v1::Hello>(&message))
        checkName(hello->name);
    if (const auto *say = std::get_if<v1::Say>(&message))
        checkSay(*say);
    if (const auto *error = std::get_if<v1::Error>(&message)) {
        const QJsonObject told = readAsClient(v1::encodeError(*error));
        require(told[u"code"].toString() == v1::errorCode(*error), "an error has its code");
    }
    return 0;
}
