#include "rawserver.h"
#include "sessionfixture.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The session against servers that do what no good server does.
class TestClientSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void failsAfterConnecting();
    void showsTheHandshake();
    void showsWhetherMessagesAreCompressed();
    void framesBehindTheHead();
    void closeCodes_data();
    void closeCodes();
    void maskedServerFrame();
    void resetWithinAMessage();
    void closeWhileConnecting();
    void abortWhileOpen();
    void silentServerIsCut_data();
    void silentServerIsCut();
    void pingAndPong();
    void reconnectCutsThePresent();
    void reconnectWithinASlot();
    void destructionAtAnyTime_data();
    void destructionAtAnyTime();
    void everyMessageOfAStormArrives();
    void bufferedAmountIsThatOfThePresent();
    void sendsNothingThatDoesNotFit();
    void destructionSaysGoingAway();

private:
    static ClientProfile profileFor(const RawServer &server)
    {
        ClientProfile profile;
        profile.url = server.url();
        return profile;
    }
    static void acceptOnly(QTcpSocket &socket, const QByteArray &request)
    {
        socket.write(RawServer::accepting(request));
    }
};

/// A timer that was left behind on the thread that made it never runs.
void TestClientSession::init()
{
    QTest::failOnWarning(QRegularExpression(u"another thread"_s));
}

void TestClientSession::failsAfterConnecting()
{
    SessionFixture client;
    ClientProfile profile;
    profile.url = QUrl(u"ws://"_s);
    client.session->connectToServer(profile);
    QCOMPARE(client.diary, QStringList{u"CONNECTING"_s});
    QTRY_VERIFY(client.isClosed());
    QTRY_COMPARE(client.diary, QStringList({u"CONNECTING"_s, u"failed"_s, u"CLOSED"_s}));
    QCOMPARE(int(client.error().kind), int(ClientErrorKind::BadUrl));
    const ClientStatus &status = client.session->status();
    QVERIFY(status.entered[0] > 0 && status.entered[3] >= status.entered[0]);
    QCOMPARE(status.entered[1], 0);
}

void TestClientSession::showsTheHandshake()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request, "Sec-WebSocket-Protocol: echo\r\n"));
    });
    SessionFixture client;
    ClientProfile profile = profileFor(server);
    profile.subprotocols = {"chat", "echo"};
    client.session->connectToServer(profile);
    QTRY_VERIFY(client.isOpen());
    const ClientStatus &status = client.session->status();
    QCOMPARE(status.subprotocol, u"echo"_s);
    QCOMPARE(status.peerAddress, u"127.0.0.1:%1"_s.arg(server.port()));
    QVERIFY(!status.encrypted);
    QVERIFY(status.requestHead.startsWith("GET / HTTP/1.1\r\n"));
    QVERIFY(status.responseHead.startsWith("HTTP/1.1 101 "));
    QVERIFY(status.entered[1] >= status.entered[0]);
    QCOMPARE(client.traffic(), QStringList({u"Request Sent"_s, u"Response Received"_s}));
}

void TestClientSession::showsWhetherMessagesAreCompressed()
{
    bool agree = true;
    RawServer server([&agree](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(
            request, agree ? "Sec-WebSocket-Extensions: permessage-deflate\r\n"_ba : QByteArray()));
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    QVERIFY(client.session->status().compressed);
    agree = false;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    QVERIFY(!client.session->status().compressed);
}

void TestClientSession::framesBehindTheHead()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x81\x02hi" + "\x81\x05there");
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_COMPARE(client.messages.size(), 2);
    QCOMPARE(client.messages[0].payload, "hi"_ba);
    QCOMPARE(client.messages[1].payload, "there"_ba);
}

void TestClientSession::closeCodes_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("1000") << "\x88\x02\x03\xE8"_ba << 1000 << QString();
    QTest::newRow("1012") << "\x88\x02\x03\xF4"_ba << 1012 << QString();
    QTest::newRow("1005") << QByteArray("\x88\x00", 2) << 1005 << QString();
    QTest::newRow("1006") << QByteArray() << 1006 << QString();
    QTest::newRow("4001") << "\x88\x08\x0F\xA1"_ba + u"안녕"_s.toUtf8() << 4001 << u"안녕"_s;
}

void TestClientSession::closeCodes()
{
    QFETCH(QByteArray, frame);
    QFETCH(int, code);
    QFETCH(QString, reason);
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + frame);
        socket.disconnectFromHost();
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isDone());
    QCOMPARE(client.closeCode(), code);
    QCOMPARE(client.session->status().outcome.status.reason, reason);
    QCOMPARE(client.session->status().outcome.wasClean, code != 1006);
    QStringList expected{u"CONNECTING"_s, u"OPEN"_s, u"CLOSING"_s, u"CLOSED"_s, u"closed"_s};
    if (code == 1006)
        expected.removeAll(u"CLOSING"_s);
    QCOMPARE(client.diary, expected);
}

void TestClientSession::maskedServerFrame()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + QByteArray("\x81\x82\0\0\0\0hi", 8));
        connect(&socket, &QAbstractSocket::disconnected, &socket, [&socket] { socket.disconnectFromHost(); });
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isDone());
    QVERIFY(client.session->status().outcome.error == WireError::MaskedServerFrame);
    QCOMPARE(int(client.session->status().outcome.sent->code), 1002);
    QCOMPARE(client.traffic(), QStringList({u"Request Sent"_s, u"Response Received"_s, u"Failure Received"_s,
                                            u"Close Sent"_s, u"Ended Received"_s}));
    QTRY_VERIFY(server.received.startsWith('\x88'));
}

void TestClientSession::resetWithinAMessage()
{
    QTcpSocket *peer = nullptr;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x81\x05hel");
        peer = &socket;
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    const linger cut{1, 0};
    ::setsockopt(int(peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &cut, sizeof cut);
    peer->abort();
    QTRY_VERIFY(client.isDone());
    QCOMPARE(client.closeCode(), 1006);
    QVERIFY(client.messages.isEmpty());
}

void TestClientSession::closeWhileConnecting()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    client.session->close({CloseCode::NormalClosure, {}});
    QTRY_COMPARE(client.diary, QStringList({u"CONNECTING"_s, u"failed"_s, u"CLOSED"_s}));
    QCOMPARE(int(client.error().kind), int(ClientErrorKind::Cancelled));
}

void TestClientSession::abortWhileOpen()
{
    RawServer server(acceptOnly);
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    client.session->abort();
    QTRY_COMPARE(client.diary, QStringList({u"CONNECTING"_s, u"OPEN"_s, u"CLOSED"_s, u"closed"_s}));
    QCOMPARE(client.closeCode(), 1006);
    client.session->sendText(u"nothing"_s);
    client.session->close({CloseCode::NormalClosure, {}});
}

void TestClientSession::silentServerIsCut_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("it does not answer a Close") << true;
    QTest::newRow("it does not answer a Ping") << false;
}

void TestClientSession::silentServerIsCut()
{
    QFETCH(const bool, closes);
    RawServer server(acceptOnly);
    SessionFixture client;
    ClientProfile profile = profileFor(server);
    profile.link.closingTimeout = 50ms;
    profile.link.pingInterval = closes ? 0ms : 50ms;
    profile.link.pongTimeout = 50ms;
    client.session->connectToServer(profile);
    QTRY_VERIFY(client.isOpen());
    if (closes)
        client.session->close({CloseCode::NormalClosure, {}});
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.closeCode(), 1006);
    QCOMPARE(int(client.session->status().outcome.bound), int(closes ? Bound::None : Bound::PongTime));
}

void TestClientSession::pingAndPong()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x89\x01?" + "\x8A\x05hello");
    });
    SessionFixture client;
    QSignalSpy pongs(client.session.get(), &ClientSession::pongReceived);
    client.session->connectToServer(profileFor(server));
    QTRY_COMPARE(pongs.count(), 1);
    QCOMPARE(pongs[0][0].toByteArray(), "hello"_ba);
    QCOMPARE(pongs[0][1].toLongLong(), -1); // it answers no ping of ours
    client.session->sendPing("hello"_ba);
    QTRY_COMPARE(client.traffic(), QStringList({u"Request Sent"_s, u"Response Received"_s, u"Ping Received"_s,
                                                u"Pong Sent"_s, u"Pong Received"_s, u"Ping Sent"_s}));
}

void TestClientSession::reconnectCutsThePresent()
{
    RawServer server(acceptOnly);
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    const ConnectionId first = client.session->connectionId();
    QTRY_VERIFY(client.isOpen());
    client.session->connectToServer(profileFor(server));
    QVERIFY(client.session->connectionId() > first);
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    QCOMPARE(client.diary, QStringList({u"CONNECTING"_s, u"OPEN"_s, u"CLOSED"_s, u"closed"_s, u"CONNECTING"_s,
                                        u"failed"_s, u"CLOSED"_s, u"CONNECTING"_s, u"OPEN"_s}));
}

void TestClientSession::reconnectWithinASlot()
{
    RawServer server(acceptOnly);
    SessionFixture client;
    connect(client.session.get(), &ClientSession::failed, client.session.get(),
            [&] { client.session->connectToServer(profileFor(server)); });
    client.session->connectToServer({});
    QTRY_VERIFY(client.isOpen());
    QCOMPARE(client.diary.last(), u"OPEN"_s);
}

void TestClientSession::destructionAtAnyTime_data()
{
    QTest::addColumn<bool>("open");
    QTest::newRow("connecting") << false;
    QTest::newRow("open") << true;
}

void TestClientSession::destructionAtAnyTime()
{
    QFETCH(bool, open);
    int ended = 0;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        connect(&socket, &QAbstractSocket::disconnected, this, [&ended] { ++ended; });
        if (open)
            acceptOnly(socket, request);
    });
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(open ? client.isOpen() : server.connections == 1);
    QTRY_VERIFY(open || client.traffic().contains(u"Request Sent"_s));
    client.session.reset();
    QTRY_COMPARE(client.traffic().last(), u"Ended Received"_s);
    QTRY_COMPARE(ended, 1);
}

void TestClientSession::everyMessageOfAStormArrives()
{
    constexpr int count = 2000;
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request));
        QByteArray frame = "\x82\x7E\xC3\x50"_ba + QByteArray(50'000, 'x'); // 100 MB in all
        for (int i = 0; i < count; ++i)
            socket.write(frame);
    });
    SessionFixture client;
    int received = 0;
    connect(client.session.get(), &ClientSession::messageReceived, this, [&](const Message &message) {
        client.messages.clear();
        received += message.payload.size() == 50'000;
    });
    client.session->connectToServer(profileFor(server));
    QTRY_COMPARE_WITH_TIMEOUT(received, count, 30'000);
}

void TestClientSession::bufferedAmountIsThatOfThePresent()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        RawServer::stopReading(socket);
        socket.write(RawServer::accepting(request));
    });
    SessionFixture client;
    QCOMPARE(client.session->bufferedAmount(), 0);
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    const qsizetype signalled = client.diary.size();
    client.session->sendBinary(QByteArray(12'000'000, 'x'));
    QTRY_VERIFY(client.session->bufferedAmount() > 0);
    QCOMPARE(client.diary.size(), signalled);
    client.session->connectToServer(profileFor(server));
    QCOMPARE(client.session->bufferedAmount(), 0);
    QTRY_VERIFY(client.isOpen());
    client.session->sendBinary(QByteArray(12'000'000, 'x'));
    QTRY_VERIFY(client.session->bufferedAmount() > 0);
    client.session->abort();
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.session->bufferedAmount(), 0);
}

/// Two that are too much together: the second is not sent yet, and costs neither the first nor the
/// connection.
void TestClientSession::sendsNothingThatDoesNotFit()
{
    constexpr qsizetype size = 15 * 1024 * 1024;
    QTcpSocket *peer = nullptr;
    RawServer server([&peer](QTcpSocket &socket, const QByteArray &request) {
        RawServer::stopReading(socket);
        socket.write(RawServer::accepting(request));
        peer = &socket;
    });
    SessionFixture client;
    QVERIFY(!client.session->maySend(0));
    QVERIFY(!client.session->sendText(u"not OPEN"_s));
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    QVERIFY(client.session->maySend(size));
    QVERIFY(client.session->sendBinary(QByteArray(size, 'a')));
    QVERIFY(!client.session->maySend(size)); // at once …
    QTRY_VERIFY(client.session->bufferedAmount() > 0);
    QVERIFY(!client.session->sendBinary(QByteArray(size, 'b'))); // … and as long as it waits
    QVERIFY(client.session->sendText(u"small"_s));

    peer->setReadBufferSize(0);
    QTRY_VERIFY(client.session->maySend(size));
    QVERIFY(client.session->sendBinary(QByteArray(size, 'c')));
    constexpr qint64 wireSize = 2 * (size + 14) + 5 + 6;
    QTRY_COMPARE_WITH_TIMEOUT(peer->bytesAvailable(), wireSize, 30'000);
    QVERIFY(client.isOpen());
    QCOMPARE(client.traffic().mid(2), (QStringList{u"Binary Sent"_s, u"Text Sent"_s, u"Binary Sent"_s}));
}

/// RFC 6455 §7.4.1
void TestClientSession::destructionSaysGoingAway()
{
    RawServer server(acceptOnly);
    SessionFixture client;
    client.session->connectToServer(profileFor(server));
    QTRY_VERIFY(client.isOpen());
    client.session.reset();
    QTRY_COMPARE(server.received.size(), 2 + 4 + 2);
    QVERIFY(server.received.startsWith("\x88\x82"));
    const QByteArray key = server.received.sliced(2, 4);
    QCOMPARE(quint8(server.received[6] ^ key[0]), quint8(0x03));
    QCOMPARE(quint8(server.received[7] ^ key[1]), quint8(0xE9));
    QTRY_COMPARE(client.traffic().mid(2), (QStringList{u"Close Sent"_s, u"Ended Received"_s}));
}

QTEST_GUILESS_MAIN(TestClientSession)
#include "tst_clientsession.moc"
