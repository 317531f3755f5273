#include "core/chat/confabv1.h"

#include "core/wire/utf8.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

/// A client's message as one word and its values, so that rows can compare any kind of it.
QStringList described(const v1::ClientMessage &message)
{
    if (const auto *hello = std::get_if<v1::Hello>(&message)) {
        QStringList words{u"hello"_s, hello->name};
        if (hello->since)
            words << QString::number(hello->since->seq) << hello->since->ticket;
        return words;
    }
    if (const auto *say = std::get_if<v1::Say>(&message))
        return {u"say"_s, say->text, say->id};
    if (const auto *unknown = std::get_if<v1::Unknown>(&message))
        return {u"unknown"_s, unknown->type};
    return {u"error"_s, v1::errorCode(std::get<v1::Error>(message))};
}

QStringList badMessage()
{
    return {u"error"_s, u"bad-message"_s};
}

QByteArray helloOf(const QByteArray &jsonString)
{
    return "{\"type\":\"hello\",\"name\":\"" + jsonString + "\"}";
}

QByteArray sayOf(const QByteArray &jsonString)
{
    return "{\"type\":\"say\",\"text\":\"" + jsonString + "\"}";
}

/// A message of an unknown type of that many octets.
QByteArray sized(qsizetype size)
{
    const QByteArray empty = R"({"type":"","x":""})"_ba;
    QByteArray message = empty;
    return message.insert(message.size() - 2, QByteArray(size - empty.size(), 'x'));
}

QByteArray sayWithIdOf(const QByteArray &jsonString)
{
    return "{\"type\":\"say\",\"text\":\"hi\",\"id\":\"" + jsonString + "\"}";
}

} // namespace

class TestConfabV1 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesHello_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("as documented") << R"({"type":"hello","name":"Mina"})"_ba << u"Mina"_s;
        QTest::newRow("Korean") << R"({"type":"hello","name":"미나"})"_ba << u"미나"_s;
        QTest::newRow("members in another order, white space, unknown members")
            << "\n{ \"future\": [1], \"name\" : \"Mina\",\t\"type\":\"hello\" }\r\n"_ba << u"Mina"_s;
        QTest::newRow("white space at both ends")
            << R"({"type":"hello","name":" \u3000Mi na\t "})"_ba << u"Mi na"_s;
        QTest::newRow("control characters")
            << R"({"type":"hello","name":"\u0000M\ni\u007fn\u0085a\u001b"})"_ba << u"Mina"_s;
        QTest::newRow("white space inside control characters")
            << R"({"type":"hello","name":"\u0001 Mina \u0001"})"_ba << u"Mina"_s;
        QTest::newRow("nobody sees them")
            << R"({"type":"hello","name":"\u202eMi\u200bna\u3164"})"_ba << u"Mina"_s;
        QTest::newRow("empty") << R"({"type":"hello","name":""})"_ba << QString();
        QTest::newRow("empty after trimming") << R"({"type":"hello","name":" \n\u0000 "})"_ba << QString();
        QTest::newRow("40 characters") << helloOf(QByteArray(40, 'x')) << QString(40, u'x');
        QTest::newRow("41 characters") << helloOf(QByteArray(41, 'x')) << QString(40, u'x');
        QTest::newRow("an emoji across the limit") << helloOf(QByteArray(39, 'x') + "😀") << QString(39, u'x');
        QTest::newRow("an emoji up to the limit")
            << helloOf(QByteArray(38, 'x') + "😀y") << QString(38, u'x') + u"😀"_s;
        QTest::newRow("white space at the limit") << helloOf(QByteArray(39, 'x') + " y") << QString(39, u'x');
        QTest::newRow("the last of two names") << R"({"type":"hello","name":"a","name":"b"})"_ba << u"b"_s;
        QTest::newRow("a lone surrogate") << R"({"type":"hello","name":"a\ud800b"})"_ba << u"a\uFFFDb"_s;
    }

    void parsesHello()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, name);
        QCOMPARE(described(v1::parseClientMessage(text)), (QStringList{u"hello"_s, name}));
    }

    void parsesWhereAHelloGoesOn_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QStringList>("since");
        QTest::newRow("as documented")
            << R"(,"since":41,"ticket":"3w5")"_ba << QStringList{u"41"_s, u"3w5"_s};
        QTest::newRow("nothing yet") << R"(,"since":0,"ticket":"3w5")"_ba << QStringList{u"0"_s, u"3w5"_s};
        QTest::newRow("the largest number of JavaScript")
            << R"(,"since":9007199254740991,"ticket":"")"_ba << QStringList{u"9007199254740991"_s, QString()};
        QTest::newRow("another way to write it")
            << R"(,"since":4.1e1,"ticket":"3w5")"_ba << QStringList{u"41"_s, u"3w5"_s};
        QTest::newRow("without ticket") << R"(,"since":41)"_ba << QStringList();
        QTest::newRow("the ticket alone") << R"(,"ticket":"3w5")"_ba << QStringList();
    }

    void parsesWhereAHelloGoesOn()
    {
        QFETCH(const QByteArray, members);
        QFETCH(const QStringList, since);
        QCOMPARE(described(v1::parseClientMessage(R"({"type":"hello","name":"Mina")"_ba + members + '}')),
                 (QStringList{u"hello"_s, u"Mina"_s} + since));
    }

    void parsesSay_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("as documented")
            << R"({"type":"say","text":"안녕하세요","id":"a1"})"_ba << u"안녕하세요"_s << u"a1"_s;
        QTest::newRow("without id") << sayOf("hi") << u"hi"_s << QString();
        QTest::newRow("empty id") << R"({"type":"say","text":"hi","id":""})"_ba << u"hi"_s << QString();
        QTest::newRow("white space stays") << sayOf(R"( \n\t)") << u" \n\t"_s << QString();
        QTest::newRow("NUL") << sayOf(R"(a\u0000b)") << QString(u"a\0b"_s) << QString();
        QTest::newRow("leading byte order mark") << sayOf("\xEF\xBB\xBFhi") << u"\uFEFFhi"_s << QString();
        QTest::newRow("byte order mark, escaped") << sayOf(R"(\ufeffhi)") << u"\uFEFFhi"_s << QString();
        QTest::newRow("byte order mark behind a backslash") << sayOf("\\\\\xEF\xBB\xBF"
                                                                     "hi")
                                                            << u"\\\uFEFFhi"_s << QString();
        QTest::newRow("two byte order marks") << sayOf("\uFEFF\uFEFF") << u"\uFEFF\uFEFF"_s << QString();
        QTest::newRow("emoji, raw") << sayOf("😀") << u"😀"_s << QString();
        QTest::newRow("emoji, as two escapes") << sayOf(R"(\ud83d\ude00)") << u"😀"_s << QString();
        QTest::newRow("every escape")
            << sayOf(R"(\"\\\/\b\f\n\r\t\u00e9)") << u"\"\\/\b\f\n\r\té"_s << QString();
        QTest::newRow("longest text")
            << sayOf(QByteArray(maxSayLength, 'x')) << QString(maxSayLength, u'x') << QString();
        QTest::newRow("longest id") << sayWithIdOf(QByteArray(64, 'i')) << u"hi"_s << QString(64, u'i');
        QTest::newRow("lone high surrogate") << sayOf(R"(a\ud800b)") << u"a\uFFFDb"_s << QString();
        QTest::newRow("lone low surrogate") << sayOf(R"(a\udc00)") << u"a\uFFFD"_s << QString();
        QTest::newRow("surrogates in the wrong order")
            << sayOf(R"(\ude00\ud83d)") << u"\uFFFD\uFFFD"_s << QString();
        QTest::newRow("high surrogate at the end")
            << sayOf(R"(\ud83d\ud83d)") << u"\uFFFD\uFFFD"_s << QString();
        QTest::newRow("lone surrogate in the id")
            << R"({"type":"say","text":"hi","id":"\udfff"})"_ba << u"hi"_s << u"\uFFFD"_s;
    }

    void parsesSay()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, text);
        QFETCH(const QString, id);
        QCOMPARE(described(v1::parseClientMessage(json)), (QStringList{u"say"_s, text, id}));
    }

    void ignoresUnknownTypes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("type");
        QTest::newRow("of the future") << R"({"type":"typing","since":[{}]})"_ba << u"typing"_s;
        QTest::newRow("a server's") << R"({"type":"said","text":7})"_ba << u"said"_s;
        QTest::newRow("in capitals") << R"({"type":"SAY","text":"hi"})"_ba << u"SAY"_s;
        QTest::newRow("empty") << R"({"type":""})"_ba << QString();
        QTest::newRow("escaped") << R"({"type":"\u0000"})"_ba << QString(u"\0"_s);
    }

    void ignoresUnknownTypes()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, type);
        QCOMPARE(described(v1::parseClientMessage(text)), (QStringList{u"unknown"_s, type}));
    }

    void refusesBadMessages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("white space") << " \n"_ba;
        QTest::newRow("not JSON") << "hello"_ba;
        QTest::newRow("empty object") << "{}"_ba;
        QTest::newRow("array") << R"([{"type":"say","text":"hi"}])"_ba;
        QTest::newRow("string") << R"("hello")"_ba;
        QTest::newRow("number") << "7"_ba;
        QTest::newRow("null") << "null"_ba;
        QTest::newRow("cut off") << R"({"type":"say","text":"hi")"_ba;
        QTest::newRow("something behind it") << R"({"type":"say","text":"hi"} x)"_ba;
        QTest::newRow("two objects") << R"({"type":"say","text":"hi"}{"type":"say","text":"hi"})"_ba;
        QTest::newRow("NUL behind it") << R"({"type":"say","text":"hi"})"_ba + '\0';
        QTest::newRow("no type") << R"({"text":"hi"})"_ba;
        QTest::newRow("type in capitals") << R"({"Type":"say","text":"hi"})"_ba;
        QTest::newRow("type is a number") << R"({"type":1})"_ba;
        QTest::newRow("type is null") << R"({"type":null})"_ba;
        QTest::newRow("type is an object") << R"({"type":{"type":"say"}})"_ba;
        QTest::newRow("the last of two types") << R"({"type":"say","type":3,"text":"hi"})"_ba;
        QTest::newRow("hello without name") << R"({"type":"hello"})"_ba;
        QTest::newRow("name is a number") << R"({"type":"hello","name":7})"_ba;
        QTest::newRow("name is null") << R"({"type":"hello","name":null})"_ba;
        QTest::newRow("since is a string") << R"({"type":"hello","name":"M","since":"1","ticket":"x"})"_ba;
        QTest::newRow("since is negative") << R"({"type":"hello","name":"M","since":-1,"ticket":"x"})"_ba;
        QTest::newRow("since is a fraction") << R"({"type":"hello","name":"M","since":1.5,"ticket":"x"})"_ba;
        QTest::newRow("since is no integer")
            << R"({"type":"hello","name":"M","since":1e300,"ticket":"x"})"_ba;
        QTest::newRow("since is null") << R"({"type":"hello","name":"M","since":null,"ticket":"x"})"_ba;
        QTest::newRow("ticket is a number") << R"({"type":"hello","name":"M","since":1,"ticket":7})"_ba;
        QTest::newRow("name is an array") << R"({"type":"hello","name":["Mina"]})"_ba;
        QTest::newRow("say without text") << R"({"type":"say"})"_ba;
        QTest::newRow("text is a number") << R"({"type":"say","text":1e308})"_ba;
        QTest::newRow("text is true") << R"({"type":"say","text":true})"_ba;
        QTest::newRow("text is null") << R"({"type":"say","text":null})"_ba;
        QTest::newRow("id is a number") << R"({"type":"say","text":"hi","id":1})"_ba;
        QTest::newRow("id is null") << R"({"type":"say","text":"hi","id":null})"_ba;
        QTest::newRow("id too long") << sayWithIdOf(QByteArray(65, 'i'));
        QTest::newRow("single quotes") << "{'type':'say','text':'hi'}"_ba;
        QTest::newRow("comment") << R"({"type":"say",/**/"text":"hi"})"_ba;
        QTest::newRow("trailing comma") << R"({"type":"say","text":"hi",})"_ba;
        QTest::newRow("half an escape") << R"({"type":"say","text":"\u12"})"_ba;
        QTest::newRow("unknown literal") << R"({"type":"say","text":"hi","x":NaN})"_ba;
        QTest::newRow("byte order mark in front") << "\uFEFF{\"type\":\"hello\",\"name\":\"Mina\"}"_ba;
        QTest::newRow("deep arrays") << R"({"type":"x","x":)" + QByteArray(400'000, '[');
        QTest::newRow("deep arrays, closed")
            << R"({"type":"x","x":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
        QByteArray deepObjects;
        for (int i = 0; i < 80'000; ++i)
            deepObjects += R"({"x":)";
        QTest::newRow("deep objects") << deepObjects;
    }

    void refusesBadMessages()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(described(v1::parseClientMessage(text)), badMessage());
    }

    /// A number of any size is a well-formed value of a member that may be unknown: it must neither crash nor
    /// be undefined.
    void survivesHugeNumbers_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("past 2^64") << "99999999999999999999999999"_ba;
        QTest::newRow("below -2^63") << "-99999999999999999999999999"_ba;
        QTest::newRow("past double") << "1e999"_ba;
        QTest::newRow("far past double") << "1e99999999999999999999"_ba;
        QTest::newRow("tiny") << "1e-999"_ba;
        QTest::newRow("very many digits") << QByteArray(400'000, '9');
    }

    void survivesHugeNumbers()
    {
        QFETCH(const QByteArray, number);
        const QStringList message =
            described(v1::parseClientMessage(R"({"type":"say","text":"hi","x":)" + number + '}'));
        QVERIFY(message == (QStringList{u"say"_s, u"hi"_s, QString()}) || message == badMessage());
        QCOMPARE(described(v1::parseClientMessage(R"({"type":)" + number + '}')), badMessage());
    }

    void refusesTextsByLength_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << sayOf("") << u"text-empty"_s;
        QTest::newRow("one too long") << sayOf(QByteArray(maxSayLength + 1, 'x')) << u"text-too-long"_s;
        QTest::newRow("one too long, escaped")
            << sayOf(QByteArray("\\u0041").repeated(maxSayLength + 1)) << u"text-too-long"_s;
        QTest::newRow("one too long, emoji")
            << sayOf(QByteArray("😀").repeated(maxSayLength / 2) + 'x') << u"text-too-long"_s;
        QTest::newRow("16 MiB") << sayOf(QByteArray(16 * 1024 * 1024, 'x')) << u"text-too-long"_s;
        QTest::newRow("longest message that is read, of an unknown type")
            << sized(v1::maxClientMessageSize) << QString();
        QTest::newRow("one octet more") << sized(v1::maxClientMessageSize + 1) << u"text-too-long"_s;
        QTest::newRow("empty, and a bad id") << R"({"type":"say","text":"","id":1})"_ba << u"bad-message"_s;
    }

    void refusesTextsByLength()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, code);
        const v1::ClientMessage message = v1::parseClientMessage(text);
        if (code.isEmpty())
            QVERIFY(std::holds_alternative<v1::Unknown>(message));
        else
            QCOMPARE(described(message), (QStringList{u"error"_s, code}));
    }

    void takesTheLongestTextInItsLongestForm()
    {
        const QByteArray escaped = QByteArray("\\u0041").repeated(maxSayLength);
        const QByteArray id = QByteArray("\\u0042").repeated(maxSayIdLength);
        const v1::ClientMessage message =
            v1::parseClientMessage("{\"type\":\"say\",\"text\":\"" + escaped + "\",\"id\":\"" + id + "\"}");
        QCOMPARE(described(message),
                 (QStringList{u"say"_s, QString(maxSayLength, u'A'), QString(maxSayIdLength, u'B')}));
    }

    void parsesAViewThatIsNotTerminated()
    {
        const QByteArray octets = R"({"type":"hello","name":"Mina"}{"type")"_ba;
        QCOMPARE(described(v1::parseClientMessage(QByteArrayView(octets).first(30))),
                 (QStringList{u"hello"_s, u"Mina"_s}));
    }

    /// No prefix of a message is a message, and none of them does harm.
    void refusesEveryPrefix()
    {
        const QByteArray octets =
            R"({"type":"say","text":"\u00e9\ud83d\ude00 é","id":"a1","x":[1e5,{"y":null}]})"_ba;
        QCOMPARE(described(v1::parseClientMessage(octets)), (QStringList{u"say"_s, u"é😀 é"_s, u"a1"_s}));
        for (qsizetype length = 0; length < octets.size(); ++length)
            QCOMPARE(described(v1::parseClientMessage(QByteArrayView(octets).first(length))), badMessage());
    }

    void encodesWelcome()
    {
        const Author mina{.id = 7, .name = u"Mina"_s};
        const QList<Author> members{
            {.id = 3, .name = u"Jun"_s}, {.id = 5, .name = u"Guest 5"_s, .plain = true}, mina};
        QCOMPARE(
            v1::encodeWelcome({mina, u"/"_s, 5, 41, 2, 39, u"a.b.c"_s, true, members}),
            R"({"epoch":5,"history":true,"lastSeq":41,"members":[{"id":3,"name":"Jun"},{"id":5,"name":"Guest 5","plain":true},)"
            R"({"id":7,"name":"Mina"}],"replayed":2,"room":"/","since":39,"ticket":"a.b.c","type":"welcome","you":{"id":7,"name":"Mina"}})"_ba);
    }

    void encodesAnEmptyWelcome()
    {
        QCOMPARE(
            v1::encodeWelcome({.you = {}, .room = u"/room/파랑"_s, .ticket = {}, .members = {}}),
            R"({"epoch":0,"lastSeq":0,"members":[],"replayed":0,"room":"/room/파랑","ticket":"","type":"welcome","you":{"id":0,"name":""}})"_ba);
    }

    void encodesPresence_data()
    {
        QTest::addColumn<RoomMessage>("message");
        QTest::addColumn<QByteArray>("expected");
        RoomMessage message;
        message.kind = RoomMessage::Kind::Joined;
        message.author = {.id = 8, .name = u"Sora"_s};
        message.count = 4;
        message.time = 1'767'225'600'123;
        QTest::newRow("joined")
            << message
            << R"({"count":4,"member":{"id":8,"name":"Sora"},"time":1767225600123,"type":"joined"})"_ba;
        message.author.plain = true;
        QTest::newRow("joined, plain")
            << message
            << R"({"count":4,"member":{"id":8,"name":"Sora","plain":true},"time":1767225600123,"type":"joined"})"_ba;
        message.kind = RoomMessage::Kind::Left;
        message.author.plain = false;
        message.count = 3;
        message.time = 1'767'225'600'456;
        message.closeCode = CloseCode::GoingAway;
        QTest::newRow("left")
            << message
            << R"({"code":1001,"count":3,"member":{"id":8,"name":"Sora"},"time":1767225600456,"type":"left"})"_ba;
        message.closeCode = CloseCode(4999);
        QTest::newRow("left with a code of its own")
            << message
            << R"({"code":4999,"count":3,"member":{"id":8,"name":"Sora"},"time":1767225600456,"type":"left"})"_ba;
    }

    void encodesPresence()
    {
        QFETCH(const RoomMessage, message);
        QTEST(v1::encodePresence(message), "expected");
    }

    void encodesSaid_data()
    {
        QTest::addColumn<RoomMessage>("message");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("expected");
        RoomMessage message;
        message.seq = 42;
        message.time = 1'767'225'600'789;
        message.author = {.id = 7, .name = u"Mina"_s};
        message.text = u"안녕하세요"_s;
        QTest::newRow("text")
            << message << QString()
            << R"({"type":"said","seq":42,"time":1767225600789,"from":{"id":7,"name":"Mina"},"text":"안녕하세요"})"_ba;
        QTest::newRow("the author's own copy")
            << message << u"a1"_s
            << R"({"type":"said","seq":42,"time":1767225600789,"from":{"id":7,"name":"Mina"},"id":"a1","text":"안녕하세요"})"_ba;
        message.author = {.id = 0, .name = u"Host"_s, .plain = true};
        message.text = QString(u"\0\n\"\\\uFEFF😀"_s);
        QTest::newRow("characters that need care")
            << message << QString()
            << "{\"type\":\"said\",\"seq\":42,\"time\":1767225600789,\"from\":{\"id\":0,\"name\":\"Host\",\"plain\":true},\"text\":\"\\u0000\\n\\\"\\\\\\ufeff😀\"}"_ba;
        message.kind = RoomMessage::Kind::Binary;
        message.author = {.id = 3, .name = u"Jun"_s};
        message.text.clear();
        message.binary = QByteArray(51'234, 'x');
        QTest::newRow("binary")
            << message << QString()
            << R"({"type":"said","seq":42,"time":1767225600789,"from":{"id":3,"name":"Jun"},"binary":{"size":51234}})"_ba;
    }

    void encodesSaid()
    {
        QFETCH(const RoomMessage, message);
        QFETCH(const QString, id);
        QTEST(v1::encodeSaid(message, 0, id), "expected");
    }

    void encodesTold()
    {
        const QByteArray expected =
            "{'type':'told','time':1767225600789,'from':{'id':0,'name':'Host'},'text':'안녕'}";
        QCOMPARE(v1::encodeTold({.id = 0, .name = u"Host"_s}, u"안녕"_s, 1767225600789),
                 QByteArray(expected).replace('\'', '"'));
    }

    /// 2^53 + 1 is the first integer that a double cannot hold.
    void encodesLargeNumbersExactly()
    {
        RoomMessage message;
        message.seq = 9'007'199'254'740'993;
        message.author.id = 9'007'199'254'740'995;
        const QByteArray json = v1::encodeSaid(message, 0);
        QVERIFY2(json.contains("\"seq\":9007199254740993"), json);
        QVERIFY2(json.contains("\"id\":9007199254740995"), json);
    }

    /// A text frame that is not UTF-8 would end the connection of everyone in the room with 1007.
    void encodesUtf8WhateverItIsGiven()
    {
        const QString lone = u"a"_s + QChar(0xD800) + u"b"_s + QChar(0xDC00);
        RoomMessage message;
        message.author.name = lone;
        message.text = lone;
        QVERIFY(isValidUtf8(v1::encodeSaid(message, 0, lone)));
        QVERIFY(isValidUtf8(v1::encodePresence(message)));
        QVERIFY(isValidUtf8(
            v1::encodeWelcome({message.author, lone, 0, 0, 0, {}, lone, false, {message.author}})));
    }

    /// What a client says comes out as it went in.
    void keepsTextsFromParsingToEncoding_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"hello"_s;
        QTest::newRow("byte order mark") << u"\uFEFFhello\uFEFF"_s;
        QTest::newRow("NUL") << QString(u"\0a\0"_s);
        QTest::newRow("line ends") << u"\r\n\u2028\u2029\u0085"_s;
        QTest::newRow("noncharacters") << u"\uFFFE\uFFFF\uFDD0"_s;
        QTest::newRow("planes 0, 1, 2 and 16") << u"é한😀𠮷\U0010FFFF"_s;
        QTest::newRow("combining") << u"e\u0301 각 👨‍👩‍👧"_s;
    }

    void keepsTextsFromParsingToEncoding()
    {
        QFETCH(const QString, text);
        const QByteArray sent = QJsonDocument(QJsonObject{{u"type"_s, u"say"_s}, {u"text"_s, text}})
                                    .toJson(QJsonDocument::Compact);
        const v1::ClientMessage parsed = v1::parseClientMessage(sent);
        QCOMPARE(described(parsed), (QStringList{u"say"_s, text, QString()}));
        RoomMessage message;
        message.text = std::get<v1::Say>(parsed).text;
        const QJsonObject said = QJsonDocument::fromJson(v1::encodeSaid(message, 0)).object();
        QCOMPARE(said.value("text"_L1).toString(), text);
    }

    void hasACodeAndASentenceForEveryError()
    {
        std::set<QString> codes;
        std::set<QString> sentences;
        for (int i = 0; i < v1::errorCount; ++i) {
            const auto error = v1::Error(i);
            const QJsonObject object = QJsonDocument::fromJson(v1::encodeError(error)).object();
            QCOMPARE(object.size(), 3);
            QCOMPARE(object.value("type"_L1).toString(), u"error"_s);
            QCOMPARE(object.value("code"_L1).toString(), v1::errorCode(error));
            QVERIFY(object.value("message"_L1).toString().endsWith(u'.'));
            codes.insert(object.value("code"_L1).toString());
            sentences.insert(object.value("message"_L1).toString());
        }
        QCOMPARE(codes, (std::set<QString>{u"bad-message"_s, u"not-introduced"_s, u"already-introduced"_s,
                                           u"text-empty"_s, u"text-too-long"_s}));
        QCOMPARE(int(sentences.size()), v1::errorCount);
    }

    void encodesAnErrorLiterally()
    {
        QCOMPARE(
            v1::encodeError(v1::Error::TextEmpty),
            R"({"code":"text-empty","message":"There was nothing to say: the text is empty.","type":"error"})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestConfabV1)
#include "tst_confabv1.moc"
