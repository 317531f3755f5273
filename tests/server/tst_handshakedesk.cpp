#include "server/handshakedesk.h"
#include "socketpair.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

RequestHead upgrade(const QByteArray &moreHeaders = {})
{
    return requestOf(RawPeer::upgradeRequest("/", moreHeaders));
}

RequestHead offering(const QByteArray &subprotocols)
{
    return upgrade("Sec-WebSocket-Protocol: " + subprotocols + "\r\n");
}

} // namespace

class TestHandshakeDesk : public QObject
{
    Q_OBJECT

    const QList<QByteArray> supported{"chatting", "chat", "echo"};

private slots:
    void acceptsTheTutorialsRequestOneTurnLater()
    {
        HandshakeDesk desk(supported);
        QSignalSpy answered(&desk, &HandshakeDesk::answered);
        const quint64 question = desk.ask(upgrade(), QHostAddress(QHostAddress::LocalHost), 1);
        QCOMPARE(answered.size(), 0);
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered.constFirst().at(0).toULongLong(), question);
        const auto answer = answered.constFirst().at(1).value<DeskAnswer>();
        QVERIFY(answer.accepted);
        ResponseHead head;
        QCOMPARE(headLength(answer.reply), answer.reply.size());
        QCOMPARE(parseResponseHead(answer.reply, head), HttpError::None);
        QVERIFY(head.headers.contains("Server"));
        QVERIFY(!head.headers.contains("Date")); // it will be given again
        QCOMPARE(head.status, 101);
        QCOMPARE(head.headers.value("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="_ba);
    }

    void remembersItsAnswers()
    {
        HandshakeDesk desk(supported);
        QSignalSpy answered(&desk, &HandshakeDesk::answered);
        const QByteArray head = RawPeer::upgradeRequest("/", "Sec-WebSocket-Protocol: echo\r\n");
        const QByteArray otherKey = "x3JJHMbDL1EzLkh9GBhXDw==";
        QByteArray otherHead = head;
        otherHead.replace("dGhlIHNhbXBsZSBub25jZQ==", otherKey);
        for (const QByteArray &asked : {head, otherHead, head}) {
            const quint64 question = desk.ask(requestOf(asked), QHostAddress(QHostAddress::LocalHost), 1);
            const qsizetype before = answered.size();
            QTRY_COMPARE(answered.size(), before + 1); // one turn later, in any case
            QCOMPARE(answered.constLast().at(0).toULongLong(), question);
        }
        const auto answer = [&answered](int number) { return answered.at(number).at(1).value<DeskAnswer>(); };
        QCOMPARE(answer(2).reply, answer(0).reply);
        QCOMPARE(answer(1).reply,
                 QByteArray(answer(0).reply)
                     .replace("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "HSmrc0sMlYUkAGmm5OPpG2HaGWk="));
        QCOMPARE(answer(1).subprotocol, "echo"_ba);
        QVERIFY(answer(1).accepted);
    }

    void choosesTheSubprotocol_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("selected");
        QTest::newRow("one") << "echo"_ba
                             << "echo"_ba;
        QTest::newRow("the client's first") << "echo, chatting"_ba
                                            << "echo"_ba;
        QTest::newRow("the first supported") << "nope, chatting, echo"_ba
                                             << "chatting"_ba;
        QTest::newRow("none supported") << "nope, never"_ba
                                        << ""_ba;
    }
    void choosesTheSubprotocol()
    {
        QFETCH(const QByteArray, offered);
        QFETCH(const QByteArray, selected);
        HandshakeDesk desk(supported);
        QSignalSpy answered(&desk, &HandshakeDesk::answered);
        desk.ask(offering(offered), QHostAddress(QHostAddress::LocalHost), 1);
        QTRY_COMPARE(answered.size(), 1);
        const auto answer = answered.constFirst().at(1).value<DeskAnswer>();
        QVERIFY(answer.accepted);
        QCOMPARE(answer.subprotocol, selected);
        ResponseHead head;
        QCOMPARE(parseResponseHead(answer.reply, head), HttpError::None);
        QCOMPARE(head.headers.value("Sec-WebSocket-Protocol"), selected);
    }

    void refusesWhatQtRefuses()
    {
        HandshakeDesk desk(supported);
        QSignalSpy answered(&desk, &HandshakeDesk::answered);
        RequestHead request = upgrade();
        request.method = "PUT";
        desk.ask(request, QHostAddress(QHostAddress::LocalHost), 1);
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(!answered.constFirst().at(1).value<DeskAnswer>().accepted);
    }

    void answersManyAtOnce()
    {
        constexpr int count = 100; // more than Qt's 30 pending ones
        HandshakeDesk desk(supported);
        QSignalSpy answered(&desk, &HandshakeDesk::answered);
        QHash<quint64, QByteArray> expected;
        for (int i = 0; i < count; ++i) {
            const QByteArray &choice = supported.at(i % supported.size());
            expected.insert(desk.ask(offering(choice), QHostAddress(QHostAddress::LocalHost), 1), choice);
        }
        QTRY_COMPARE(answered.size(), count);
        for (const QList<QVariant> &arguments : answered) {
            const auto answer = arguments.at(1).value<DeskAnswer>();
            QVERIFY(answer.accepted);
            QCOMPARE(answer.subprotocol, expected.take(arguments.at(0).toULongLong()));
        }
        QVERIFY(expected.isEmpty());
    }

    void diesWithOpenQuestions()
    {
        HandshakeDesk desk(supported);
        desk.ask(upgrade(), QHostAddress(QHostAddress::LocalHost), 1);
    }

    void isShownOnlyTheHandshake()
    {
        const RequestHead request = offering("nope\r\nCookie: "_ba + QByteArray(9000, 'x'));
        QVERIFY(!deskHead(request, true).contains("Cookie"));
        QVERIFY(deskHead(request, true).contains("Sec-WebSocket-Protocol: nope\r\n"));
        QVERIFY(!deskHead(request, false).contains("Protocol"));
        QCOMPARE(headLength(deskHead(request, false)), deskHead(request, false).size());
    }

    void aKindIsTheHeadWithoutTheKey()
    {
        const auto kind = [](const QByteArray &fields) {
            return deskKind(requestOf("GET /chat HTTP/1.1\r\n" + fields + "\r\n"), true);
        };
        const QByteArray key = "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        const QByteArray otherKey = "sec-websocket-key: x3JJHMbDL1EzLkh9GBhXDw==\r\n";
        QCOMPARE(kind("Host: a\r\n" + key),
                 "GET /chat HTTP/1.1\r\nHost: a\r\nsec-websocket-key: \r\n\r\n"_ba);
        QCOMPARE(kind("Host: a\r\n" + otherKey), kind("Host: a\r\n" + key));
        QVERIFY(kind("Host: b\r\n" + key) != kind("Host: a\r\n" + key));
        QVERIFY(kind(key + "Host: a\r\n") != kind("Host: a\r\n" + key));
        QCOMPARE(kind("Host: a\r\nSec-WebSocket-Extensions: x\r\n" + key), kind("Host: a\r\n" + key));
        QCOMPARE(deskKind(requestOf("GET http://a/chat?x HTTP/1.1\r\nHost: a\r\n" + key + "\r\n"), true),
                 kind("Host: a\r\n" + key));
        // A second one is no key that is asked about.
        QVERIFY(kind(key + otherKey) != kind(key + key));
    }
};

QTEST_GUILESS_MAIN(TestHandshakeDesk)
#include "tst_handshakedesk.moc"
