#include "ui/models/trafficjson.h"

#include "client/clienterror.h"
#include "tests/ui/views/trafficrecords.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

TrafficRecord recordOf(TrafficKind kind, const QByteArray &payload = {})
{
    TrafficRecord record = makeRecord(kind, payload, 4, u"미나"_s);
    record.number = 12;
    record.time = 1'795'843'927'123'456; // 2026-11-28
    return record;
}

TrafficRecord withClose(TrafficRecord record, CloseCode code, const QString &reason = {})
{
    record.close = {code, reason};
    return record;
}

QJsonObject parsed(const TrafficRecord &record)
{
    QJsonParseError error;
    const QByteArray line = recordAsJson(record);
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s: %s", line.constData(), qPrintable(error.errorString()));
    return document.object();
}

QByteArray octetsIn(const QJsonObject &object)
{
    return object.contains("text"_L1)
               ? object.value("text"_L1).toString().toUtf8()
               : QByteArray::fromBase64(object.value("base64"_L1).toString().toLatin1());
}

/// One of each kind, as the manual shows them.
QList<TrafficRecord> examples()
{
    QList<TrafficRecord> records;
    const auto add = [&records](TrafficKind kind, Direction direction,
                                const QByteArray &payload = {}) -> auto &
    {
        TrafficRecord record = recordOf(kind, payload);
        record.number = quint64(records.size()) + 1;
        record.time += 1'000 * records.size();
        record.peer = u"Mina"_s;
        record.direction = direction;
        return records.emplace_back(record);
    };
    using enum Direction;
    add(TrafficKind::Request, Received, "GET /chat HTTP/1.1\r\nHost: 192.168.0.7:3000\r\n\r\n").peer =
        u"192.168.0.12:51234"_s;
    TrafficRecord &response = add(TrafficKind::Response, Sent, "HTTP/1.1 101 Switching Protocols\r\n\r\n");
    response.peer = u"192.168.0.12:51234"_s;
    response.status = 101;
    add(TrafficKind::Text, Received, "안녕하세요 \"Mina\"").frameHeaders =
        QByteArray::fromHex("819637fa213d");
    TrafficRecord &broadcast = add(TrafficKind::Text, Sent, "안녕하세요 \"Mina\"");
    broadcast.connection = 0;
    broadcast.peer.clear();
    broadcast.recipients = 12;
    TrafficRecord &binary = add(TrafficKind::Binary, Received, QByteArray::fromHex("89504e47"));
    binary.fragments = 2;
    binary.frameHeaders = QByteArray::fromHex("02835fc0114b80811e770da2");
    add(TrafficKind::Ping, Sent, "keep-alive");
    add(TrafficKind::Pong, Received, "keep-alive").frameHeaders = QByteArray::fromHex("8a8ab0913e52");
    add(TrafficKind::Failure, Received, QByteArray::fromHex("c180")).error = WireError::ReservedBitSet;
    TrafficRecord &close = add(TrafficKind::Close, Sent, QByteArray(39, 'x'));
    close.close = {CloseCode::ProtocolError, u"ReservedBitSet (RFC 6455 section 5.2)"_s};
    TrafficRecord &ended = add(TrafficKind::Ended, Received);
    ended.close = {CloseCode::AbnormalClosure, {}};
    ended.error = WireError::ReservedBitSet;
    TrafficRecord &tls = add(TrafficKind::TlsFailure, Received, "wrong version number");
    tls.connection = 5;
    tls.peer = u"192.168.0.15:40112"_s;
    TrafficRecord &never = add(TrafficKind::Ended, Received, "Connection refused");
    never.source = TrafficSource::Client;
    never.connection = 6;
    never.peer = u"localhost:4000/chat"_s;
    never.close = {CloseCode::AbnormalClosure, {}};
    never.cause = quint8(ClientErrorKind::ConnectionRefused);
    return records;
}

} // namespace

class TestTrafficJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesEachKind_data();
    void writesEachKind();
    void manualShowsWhatIsWritten_data();
    void manualShowsWhatIsWritten();
    void saysWhoseItIs();
    void timeIsInUtc_data();
    void timeIsInUtc();
    void everyErrorHasItsRule();
    void everyCauseAndBoundHasItsName();
    void payloadComesBack_data();
    void payloadComesBack();
    void isOneLineForEveryReader();
    void saysWhatWasCut_data();
    void saysWhatWasCut();
    void saysWhatIsUnfinished();
    void largeNumbersStayExact();
};

void TestTrafficJson::writesEachKind_data()
{
    QTest::addColumn<TrafficRecord>("record");
    QTest::addColumn<QByteArray>("rest"); ///< behind what all have
    const auto row = [](const char *name, const TrafficRecord &record, const char *rest) {
        QTest::newRow(name) << record << QByteArray(rest);
    };
    row("request", recordOf(TrafficKind::Request, "GET /chat HTTP/1.1\r\nHost: a\r\n\r\n"),
        "\"direction\":\"received\",\"kind\":\"request\",\"size\":31,"
        "\"text\":\"GET /chat HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n\"}");
    TrafficRecord response = recordOf(TrafficKind::Response, "HTTP/1.1 403 Forbidden\r\n\r\n");
    response.direction = Direction::Sent;
    response.status = 403;
    row("response", response,
        "\"direction\":\"sent\",\"kind\":\"response\",\"status\":403,\"size\":26,"
        "\"text\":\"HTTP/1.1 403 Forbidden\\r\\n\\r\\n\"}");
    row("TLS failure", recordOf(TrafficKind::TlsFailure, "wrong version number"),
        "\"direction\":\"received\",\"kind\":\"tls-failure\",\"detail\":\"wrong version number\"}");
    row("TLS time-out", recordOf(TrafficKind::TlsFailure),
        "\"direction\":\"received\",\"kind\":\"tls-failure\"}");
    row("text", recordOf(TrafficKind::Text, "안녕 \"Mina\"\n"),
        "\"direction\":\"received\",\"kind\":\"text\",\"opcode\":1,\"size\":14,\"wireSize\":14,"
        "\"fragments\":1,\"text\":\"안녕 \\\"Mina\\\"\\n\"}");
    TrafficRecord compressed = recordOf(TrafficKind::Text, "aaaaaaaaaaaaaaaaaaaa");
    compressed.direction = Direction::Sent;
    compressed.wireSize = 5;
    compressed.fragments = 3;
    row("compressed text in fragments", compressed,
        "\"direction\":\"sent\",\"kind\":\"text\",\"opcode\":1,\"size\":20,\"wireSize\":5,"
        "\"fragments\":3,\"text\":\"aaaaaaaaaaaaaaaaaaaa\"}");
    row("binary", recordOf(TrafficKind::Binary, QByteArray::fromHex("00ff48")),
        "\"direction\":\"received\",\"kind\":\"binary\",\"opcode\":2,\"size\":3,\"wireSize\":3,"
        "\"fragments\":1,\"base64\":\"AP9I\"}");
    row("binary that could be text", recordOf(TrafficKind::Binary, "Hi"),
        "\"direction\":\"received\",\"kind\":\"binary\",\"opcode\":2,\"size\":2,\"wireSize\":2,"
        "\"fragments\":1,\"base64\":\"SGk=\"}");
    row("ping", recordOf(TrafficKind::Ping, "keep-alive"),
        "\"direction\":\"received\",\"kind\":\"ping\",\"opcode\":9,\"size\":10,\"text\":\"keep-alive\"}");
    row("pong of octets", recordOf(TrafficKind::Pong, QByteArray::fromHex("80")),
        "\"direction\":\"received\",\"kind\":\"pong\",\"opcode\":10,\"size\":1,\"base64\":\"gA==\"}");
    row("close", withClose(recordOf(TrafficKind::Close, "\x0F\xA1그만"), CloseCode(4001), u"그만"_s),
        "\"direction\":\"received\",\"kind\":\"close\",\"opcode\":8,\"size\":8,\"code\":4001,"
        "\"reason\":\"그만\"}");
    row("empty close", recordOf(TrafficKind::Close),
        "\"direction\":\"received\",\"kind\":\"close\",\"opcode\":8,\"size\":0,\"code\":1005,"
        "\"reason\":\"\"}");
    TrafficRecord failure = recordOf(TrafficKind::Failure, QByteArray::fromHex("c180"));
    failure.error = WireError::ReservedBitSet;
    row("failure", failure,
        "\"direction\":\"received\",\"kind\":\"failure\",\"error\":\"ReservedBitSet\","
        "\"rule\":\"RFC 6455 section 5.2\",\"size\":2,\"base64\":\"wYA=\"}");
    row("ended", withClose(recordOf(TrafficKind::Ended), CloseCode::NormalClosure, u"bye"_s),
        "\"kind\":\"ended\",\"code\":1000,\"reason\":\"bye\"}");
    TrafficRecord bound = withClose(recordOf(TrafficKind::Ended), CloseCode::TryAgainLater);
    bound.exceeded = Bound::QueueSize;
    row("ended by a bound", bound,
        "\"kind\":\"ended\",\"code\":1013,\"reason\":\"\",\"bound\":\"queue-size\"}");
    TrafficRecord error = withClose(recordOf(TrafficKind::Ended), CloseCode::MessageTooBig);
    error.error = WireError::MessageTooBig;
    error.exceeded = Bound::MessageSize;
    row("ended by an error", error,
        "\"kind\":\"ended\",\"code\":1009,\"reason\":\"\",\"error\":\"MessageTooBig\","
        "\"rule\":\"RFC 6455 section 10.4\",\"bound\":\"message-size\"}");
    TrafficRecord refused = withClose(recordOf(TrafficKind::Ended), CloseCode::AbnormalClosure);
    refused.source = TrafficSource::Client;
    refused.cause = quint8(ClientErrorKind::Refused);
    refused.status = 403;
    row("refused", refused,
        "\"kind\":\"ended\",\"code\":1006,\"reason\":\"\",\"cause\":\"refused\",\"status\":403}");
    TrafficRecord lost = withClose(recordOf(TrafficKind::Ended, "no route"), CloseCode::AbnormalClosure);
    lost.source = TrafficSource::Client;
    lost.cause = quint8(ClientErrorKind::NetworkUnreachable);
    row("never open", lost,
        "\"kind\":\"ended\",\"code\":1006,\"reason\":\"\",\"cause\":\"network-unreachable\","
        "\"detail\":\"no route\"}");
}

void TestTrafficJson::writesEachKind()
{
    QFETCH(const TrafficRecord, record);
    QFETCH(const QByteArray, rest);
    const QByteArray side = record.source == TrafficSource::Server ? "server" : "client";
    QCOMPARE(recordAsJson(record), "{\"number\":12,\"time\":\"2026-11-28T05:32:07.123456Z\",\"side\":\"" +
                                       side + "\",\"connection\":4,\"peer\":\"미나\"," + rest);
    QCOMPARE(parsed(record).value("number"_L1).toInt(), 12);
}

void TestTrafficJson::manualShowsWhatIsWritten_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("English") << u"wire-export.md"_s;
    QTest::newRow("Korean") << u"wire-export.ko.md"_s;
}

void TestTrafficJson::manualShowsWhatIsWritten()
{
    QFETCH(const QString, page);
    QFile file(QStringLiteral(CONFAB_SOURCE_DIR "/docs/") + page);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray manual = file.readAll();
    for (const TrafficRecord &record : examples()) {
        const QByteArray line = recordAsJson(record);
        QVERIFY2(manual.contains('\n' + line + '\n'), line.constData());
    }
    const auto names = [&manual](QByteArrayView name) {
        return manual.contains('`' + name.toByteArray() + '`');
    };
    for (int i = 1; i < boundCount; ++i)
        QVERIFY2(names(boundName(Bound(i))), boundName(Bound(i)).data());
    for (int i = 1; i < clientErrorKindCount; ++i)
        QVERIFY2(names(clientErrorName(ClientErrorKind(i))), clientErrorName(ClientErrorKind(i)).data());
}

void TestTrafficJson::saysWhoseItIs()
{
    TrafficRecord broadcast = recordOf(TrafficKind::Text, "x");
    broadcast.connection = 0;
    broadcast.peer.clear();
    broadcast.recipients = 12;
    broadcast.direction = Direction::Sent;
    QCOMPARE(recordAsJson(broadcast),
             "{\"number\":12,\"time\":\"2026-11-28T05:32:07.123456Z\",\"side\":\"server\","
             "\"recipients\":12,\"direction\":\"sent\",\"kind\":\"text\",\"opcode\":1,"
             "\"frameHeaders\":\"8101\",\"size\":1,"
             "\"wireSize\":1,\"fragments\":1,\"text\":\"x\"}"_ba);

    TrafficRecord nameless = recordOf(TrafficKind::Text, "x");
    nameless.peer.clear();
    QVERIFY(!parsed(nameless).contains("peer"_L1));
    QVERIFY(!parsed(nameless).contains("recipients"_L1));
    TrafficRecord visitor = recordOf(TrafficKind::Request);
    visitor.connection = 0;
    QVERIFY(!parsed(visitor).contains("connection"_L1));
    QCOMPARE(parsed(visitor).value("peer"_L1).toString(), u"미나"_s);
}

void TestTrafficJson::timeIsInUtc_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the epoch") << qint64(0) << u"1970-01-01T00:00:00.000000Z"_s;
    QTest::newRow("a microsecond") << qint64(1'000'001) << u"1970-01-01T00:00:01.000001Z"_s;
    QTest::newRow("before midnight") << qint64(1'795'910'399'999'999) << u"2026-11-28T23:59:59.999999Z"_s;
}

void TestTrafficJson::timeIsInUtc()
{
    QFETCH(const qint64, time);
    TrafficRecord record = recordOf(TrafficKind::Ping);
    record.time = time;
    QTEST(parsed(record).value("time"_L1).toString(), "expected");
}

void TestTrafficJson::everyErrorHasItsRule()
{
    TrafficRecord record = recordOf(TrafficKind::Failure);
    for (int i = 1; i < wireErrorCount; ++i) {
        record.error = WireError(i);
        const QJsonObject object = parsed(record);
        const QString error = object.value("error"_L1).toString();
        const QString rule = object.value("rule"_L1).toString();
        QVERIFY(rule.startsWith("RFC "_L1));
        QCOMPARE(error + " ("_L1 + rule + u')', QString::fromLatin1(wireErrorName(WireError(i))));
    }
}

void TestTrafficJson::everyCauseAndBoundHasItsName()
{
    for (int i = 1; i < clientErrorKindCount; ++i) {
        TrafficRecord record = recordOf(TrafficKind::Ended);
        record.cause = quint8(i);
        QCOMPARE(parsed(record).value("cause"_L1).toString().toLatin1(),
                 clientErrorName(ClientErrorKind(i)).toByteArray());
    }
    for (int i = 1; i < boundCount; ++i) {
        TrafficRecord record = recordOf(TrafficKind::Ended);
        record.exceeded = Bound(i);
        QCOMPARE(parsed(record).value("bound"_L1).toString().toLatin1(), boundName(Bound(i)).toByteArray());
    }
}

void TestTrafficJson::payloadComesBack_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<bool>("isText");
    QTest::newRow("empty") << ""_ba << true;
    QTest::newRow("every ASCII octet") << [] {
        QByteArray octets;
        for (int octet = 0; octet < 0x80; ++octet)
            octets += char(octet);
        return octets;
    }() << true;
    QTest::newRow("every octet") << [] {
        QByteArray octets;
        for (int octet = 0; octet < 0x100; ++octet)
            octets += char(octet);
        return octets;
    }() << false;
    QTest::newRow("quotes and backslashes") << "\"\\\"/'"_ba << true;
    QTest::newRow("line separators") << "a\u2028b\u2029c\u0085d\r\n"_ba << true;
    QTest::newRow("byte order mark") << "\uFEFFa\uFEFF"_ba << true;
    QTest::newRow("astral planes") << "😀𝄞\U0010FFFF"_ba << true;
    QTest::newRow("escapes that were sent") << "\\u2028"_ba << true;
    QTest::newRow("half a character") << "안"_ba.first(2) << false;
    QTest::newRow("a surrogate") << "\xED\xA0\x80"_ba << false;
}

void TestTrafficJson::payloadComesBack()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const bool, isText);
    for (const TrafficKind kind : {TrafficKind::Request, TrafficKind::Response, TrafficKind::Text,
                                   TrafficKind::Binary, TrafficKind::Ping, TrafficKind::Pong}) {
        const QJsonObject object = parsed(recordOf(kind, payload));
        QCOMPARE(octetsIn(object), payload);
        QCOMPARE(object.contains("text"_L1), isText && kind != TrafficKind::Binary);
        QVERIFY(object.contains("text"_L1) != object.contains("base64"_L1));
        QVERIFY(!object.contains("kept"_L1));
    }
}

/// Whatever it takes for the end of one; names and reasons are a peer's words, too.
void TestTrafficJson::isOneLineForEveryReader()
{
    const QString separators = u"a\n\v\f\r\x1C\x1D\x1E\u0085\u2028\u2029z"_s;
    TrafficRecord record = withClose(recordOf(TrafficKind::Close), CloseCode(4001), separators);
    record.peer = separators;
    const QString line = QString::fromUtf8(recordAsJson(record));
    for (const QChar separator : separators.sliced(1).chopped(1))
        QVERIFY2(!line.contains(separator), qPrintable(QString::number(separator.unicode(), 16)));
    QCOMPARE(parsed(record).value("peer"_L1).toString(), separators);
    QCOMPARE(parsed(record).value("reason"_L1).toString(), separators);
}

void TestTrafficJson::saysWhatWasCut_data()
{
    QTest::addColumn<TrafficKind>("kind");
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("text") << TrafficKind::Text << "abc"_ba
                          << "abc"_ba;
    QTest::newRow("text inside a character") << TrafficKind::Text << "a안"_ba.chopped(1) << "a"_ba;
    QTest::newRow("text that is none") << TrafficKind::Text << "a\xFFz"_ba
                                       << "a\xFFz"_ba;
    QTest::newRow("binary inside a character")
        << TrafficKind::Binary << "a안"_ba.chopped(1) << "a안"_ba.chopped(1);
    QTest::newRow("head") << TrafficKind::Request << "GET"_ba
                          << "GET"_ba;
}

void TestTrafficJson::saysWhatWasCut()
{
    QFETCH(const TrafficKind, kind);
    QFETCH(const QByteArray, kept);
    QFETCH(const QByteArray, told);
    TrafficRecord record = recordOf(kind, kept);
    record.size = 100'000;
    const QJsonObject object = parsed(record);
    QCOMPARE(object.value("size"_L1).toInt(), 100'000);
    QCOMPARE(object.value("kept"_L1).toInt(), int(told.size()));
    QCOMPARE(octetsIn(object), told);
}

void TestTrafficJson::saysWhatIsUnfinished()
{
    TrafficRecord record = recordOf(TrafficKind::Text, "abc");
    QVERIFY(!parsed(record).contains("unfinished"_L1));
    record.isUnfinished = true;
    QCOMPARE(parsed(record).value("unfinished"_L1), QJsonValue(true));
    QVERIFY(!parsed(record).contains("kept"_L1));
    record = recordOf(TrafficKind::Text, "안\xEB\x85");
    record.isUnfinished = true;
    QCOMPARE(parsed(record).value("text"_L1), QJsonValue(u"안"_s));
    QCOMPARE(parsed(record).value("kept"_L1), QJsonValue(3));
}

void TestTrafficJson::largeNumbersStayExact()
{
    TrafficRecord record = recordOf(TrafficKind::Binary, "x");
    record.number = (quint64(1) << 53) + 1;
    record.size = quint64(5) << 32;
    const QByteArray line = recordAsJson(record);
    QVERIFY(line.startsWith("{\"number\":9007199254740993,"));
    QVERIFY(line.contains("\"size\":21474836480,"));
}

QTEST_APPLESS_MAIN(TestTrafficJson)
#include "tst_trafficjson.moc"
