#include "serverfixture.h"
#include "smallfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QWebSocket>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

QUrl webSocketUrl(quint16 port, const QString &path = u"/"_s)
{
    return QUrl(u"ws://127.0.0.1:%1%2"_s.arg(QString::number(port), path));
}

} // namespace

/// RoomServer as the window and the terminal use it, against Qt's own client and literal octets.
class TestRoomServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qRegisterMetaType<confab::ServerError>(); }

    void livesAndDies()
    {
        RoomServer server(std::make_shared<TrafficLog>());
        QSignalSpy listening(&server, &RoomServer::listening);
        QSignalSpy stopped(&server, &RoomServer::stopped);
        QCOMPARE(server.state(), RoomServer::State::Stopped);
        QVERIFY(server.joinLinks().isEmpty());
        ServerPolicy policy;
        policy.port = 0;
        server.start(policy);
        QCOMPARE(server.state(), RoomServer::State::Starting);
        QTRY_COMPARE(listening.size(), 1);
        QCOMPARE(server.state(), RoomServer::State::Listening);
        QVERIFY(server.port() != 0);
        QCOMPARE(server.joinLinks(), QStringList{u"http://localhost:%1/"_s.arg(server.port())});

        const quint16 port = server.port();
        server.stop();
        QCOMPARE(server.state(), RoomServer::State::Stopping);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(server.state(), RoomServer::State::Stopped);
        QVERIFY(server.joinLinks().isEmpty());

        policy.port = port;
        server.start(policy);
        QTRY_COMPARE(listening.size(), 2);
        QCOMPARE(server.port(), port);
    }

    void asksForThePinFromThenOn()
    {
        ServerFixture fixture;
        RawPeer before(fixture.port());
        QVERIFY(before.upgrade("/"));
        QSignalSpy links(&fixture.server, &RoomServer::joinLinksChanged);
        fixture.server.setPin("0815");
        QCOMPARE(fixture.server.joinLinks(),
                 QStringList{u"http://localhost:%1/#pin=0815"_s.arg(fixture.port())});
        fixture.server.setPin("0815");
        QCOMPARE(links.size(), 1);
        QCOMPARE(RawPeer(fixture.port()).request(RawPeer::upgradeRequest("/")).head.status, 401);
        QVERIFY(RawPeer(fixture.port()).upgrade("/?pin=0815"));
        before.sendFrame(Opcode::Text, "still in");
        QCOMPARE(before.readFrame().payload, "still in"_ba);
        fixture.server.setPin({});
        QVERIFY(RawPeer(fixture.port()).upgrade("/"));
        QCOMPARE(fixture.server.joinLinks(), QStringList{u"http://localhost:%1/"_s.arg(fixture.port())});
    }

    void aBanClosesWhoIsThereAndHoldsUntilItIsLifted()
    {
        ServerFixture fixture;
        const QHostAddress here(QHostAddress::LocalHost);
        RawPeer one(fixture.port());
        RawPeer other(fixture.port());
        QVERIFY(one.upgrade("/"));
        QVERIFY(other.upgrade("/echo"));
        QTRY_COMPARE(fixture.joined.size(), 2);
        fixture.server.setBannedAddresses({QHostAddress(u"192.0.2.1"_s)});
        other.sendFrame(Opcode::Text, "still in");
        QCOMPARE(other.readFrame().payload, "still in"_ba);

        fixture.server.setBannedAddresses({QHostAddress(u"192.0.2.1"_s), here});
        for (RawPeer *peer : {&one, &other}) {
            const RawPeer::Frame frame = peer->readFrame();
            QCOMPARE(frame.closeCode(), 1008);
            QVERIFY(frame.payload.endsWith("banned by the host"));
        }
        QCOMPARE(RawPeer(fixture.port()).request(RawPeer::upgradeRequest("/")).head.status, 403);
        QCOMPARE(fixture.server.policy().bannedAddresses.size(), 2);

        fixture.server.setBannedAddresses({QHostAddress(u"192.0.2.1"_s)});
        QVERIFY(RawPeer(fixture.port()).upgrade("/"));
    }

    /// On its own thread or another one, in the room or not.
    void whoIsBannedIsHeardNoMore_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("three threads") << 3;
    }
    void whoIsBannedIsHeardNoMore()
    {
        QFETCH(const int, threads);
        ServerPolicy policy;
        policy.threads = threads;
        ServerFixture fixture(policy);
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 4; ++i) {
            peers.push_back(std::make_unique<RawPeer>(fixture.port()));
            QVERIFY(peers.back()->upgrade(i == 3 ? "/echo" : "/"));
        }
        QTRY_COMPARE(fixture.joined.size(), 4);
        fixture.server.setBannedAddresses({QHostAddress(QHostAddress::LocalHost)});
        for (const auto &peer : peers)
            QCOMPARE(peer->readFrame().closeCode(), 1008);
        // None of them answers the Close, and all of them speak.
        for (const auto &peer : peers)
            peer->sendFrame(Opcode::Text, "not heard");
        fixture.server.setBannedAddresses({});
        RawPeer later(fixture.port());
        QVERIFY(later.upgrade("/"));
        later.sendFrame(Opcode::Text, "heard");
        QCOMPARE(later.readFrame().payload, "heard"_ba);
        for (const auto &peer : peers)
            peer->sendClose("\x03\xF0");
        QTRY_COMPARE(fixture.left.size(), 4);
        for (const TrafficRecord &record : fixture.records(TrafficKind::Text))
            QVERIFY(!record.payload.contains("not heard"));
    }

    void recordsAMessageThatDidNotEnd()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        peer.sendFrame(Opcode::Text, "안녕", false);
        peer.sendFrame(Opcode::Ping, "are you there?");
        QCOMPARE(peer.readFrame(Opcode::Pong).payload, "are you there?"_ba);
        peer.socket().abort();
        QTRY_COMPARE(fixture.left.size(), 1);
        QTRY_COMPARE(fixture.records(TrafficKind::Ended).size(), 1);
        const QList<TrafficRecord> texts = fixture.records(TrafficKind::Text);
        QCOMPARE(texts.size(), 1);
        QVERIFY(texts[0].isUnfinished);
        QCOMPARE(texts[0].payload, "안녕"_ba);
        QCOMPARE(texts[0].number + 1, fixture.records(TrafficKind::Ended).constFirst().number);
        QVERIFY(texts[0].frameHeaders.startsWith("\x01\x86"));
    }

    void originsComeTooLateForARoomThatEnds()
    {
        ServerFixture fixture;
        RawPeer silent(fixture.port());
        QVERIFY(silent.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        fixture.server.stop();
        fixture.server.allowOrigin("https://example.org");
        QCOMPARE(silent.readFrame().closeCode(), 1001); // and it does not answer
        QTRY_COMPARE_WITH_TIMEOUT(fixture.server.state(), RoomServer::State::Stopped, RawPeer::patience);
    }

    void isDestroyedInEachState_data()
    {
        QTest::addColumn<int>("state");
        for (const auto &[name, state] : {std::pair{"Stopped", RoomServer::State::Stopped},
                                          {"Starting", RoomServer::State::Starting},
                                          {"Listening", RoomServer::State::Listening},
                                          {"Stopping", RoomServer::State::Stopping}})
            QTest::newRow(name) << int(state);
    }
    void isDestroyedInEachState()
    {
        QFETCH(const int, state);
        const auto wanted = RoomServer::State(state);
        auto server = std::make_unique<RoomServer>(std::make_shared<TrafficLog>());
        ServerPolicy policy;
        policy.port = 0;
        RawPeer peer;
        if (wanted != RoomServer::State::Stopped)
            server->start(policy);
        if (wanted == RoomServer::State::Listening || wanted == RoomServer::State::Stopping) {
            QTRY_COMPARE(server->state(), RoomServer::State::Listening);
            QVERIFY(peer.connectTo(server->port()));
            QVERIFY(peer.upgrade("/"));
        }
        if (wanted == RoomServer::State::Stopping)
            server->stop();
        QCOMPARE(server->state(), wanted);
        if (peer.socket().state() == QAbstractSocket::ConnectedState)
            peer.sendClose("\x03\xE9"_ba); // so that it need not wait
        server.reset();
    }

    void saysWhetherAHistoryIsKept()
    {
        const QTemporaryDir folder;
        RoomServer server(std::make_shared<TrafficLog>());
        const QSignalSpy measured(&server, &RoomServer::historyMeasured);
        const QSignalSpy failed(&server, &RoomServer::historyFailed);
        ServerPolicy policy;
        policy.port = 0;
        policy.historyFile = folder.filePath(u"room.sqlite"_s);
        QVERIFY(!server.keepsHistory());
        server.start(policy);
        QVERIFY(!server.keepsHistory());
        QTRY_VERIFY(server.keepsHistory());
        server.measureHistory();
        QTRY_COMPARE(measured.size(), 1);
        QVERIFY(measured.constFirst().constFirst().toLongLong() > 0);
        {
            const SmallFiles full(100'000);
            server.say(u"/"_s, QString(1'000'000, u'x'));
            QTRY_COMPARE(failed.size(), 1);
        }
        QVERIFY(!server.keepsHistory());
        const QSignalSpy stopped(&server, &RoomServer::stopped);
        server.measureHistory();
        server.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(measured.size(), 1);
        server.start(policy);
        QTRY_VERIFY(server.keepsHistory());
    }

    void stopsWhileStarting()
    {
        RoomServer server(std::make_shared<TrafficLog>());
        QSignalSpy listening(&server, &RoomServer::listening);
        QSignalSpy stopped(&server, &RoomServer::stopped);
        ServerPolicy policy;
        policy.port = 0;
        server.start(policy);
        server.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(listening.size(), 0);
        QCOMPARE(server.state(), RoomServer::State::Stopped);
    }

    void saysWhyItCannotListen_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("kind");
        QTest::newRow("port in use") << u"127.0.0.1"_s << int(ServerErrorKind::PortInUse);
        QTest::newRow("not this computer's address")
            << u"192.0.2.1"_s << int(ServerErrorKind::AddressNotAvailable);
    }
    void saysWhyItCannotListen()
    {
        QFETCH(const QString, address);
        QFETCH(const int, kind);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        RoomServer server(std::make_shared<TrafficLog>());
        QSignalSpy failed(&server, &RoomServer::failed);
        ServerPolicy policy;
        policy.address = QHostAddress(address);
        policy.port = other.serverPort();
        server.start(policy);
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.constFirst().constFirst().value<ServerError>();
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.port, other.serverPort());
        QCOMPARE(error.address, address);
        QVERIFY(!error.detail.isEmpty());
        QCOMPARE(server.state(), RoomServer::State::Stopped);
    }

    void answersTheTutorialsRequest()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        const RawPeer::Reply reply =
            peer.request("GET /chat HTTP/1.1\r\nHost: localhost:3000\r\nUpgrade: websocket\r\n"
                         "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                         "Sec-WebSocket-Version: 13\r\n\r\n");
        QCOMPARE(reply.head.status, 101);
        QCOMPARE(reply.head.headers.value("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="_ba);
        QTRY_COMPARE(fixture.joined.size(), 1);
        QCOMPARE(fixture.joined.constFirst().at(1).toInt(), 1);
        const auto member = fixture.joined.constFirst().constFirst().value<MemberInfo>();
        QCOMPARE(member.room, u"/"_s);
        QCOMPARE(member.address, u"127.0.0.1"_s);
        QCOMPARE(member.port, peer.socket().localPort());
        QCOMPARE(member.readyState, ReadyState::Open);
    }

    void choosesTheSubprotocol_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<bool>("acceptsUnknown");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("selected");
        QTest::newRow("none offered") << ""_ba << false << 101 << ""_ba;
        QTest::newRow("chatting") << "chatting"_ba << false << 101 << "chatting"_ba;
        QTest::newRow("chat") << "chat"_ba << false << 101 << "chat"_ba;
        QTest::newRow("echo") << "echo"_ba << false << 101 << "echo"_ba;
        QTest::newRow("confab.v1") << "confab.v1"_ba << false << 101 << "confab.v1"_ba;
        QTest::newRow("the client's first") << "echo, chat"_ba << false << 101 << "echo"_ba;
        QTest::newRow("the client's first, turned") << "chat, echo"_ba << false << 101 << "chat"_ba;
        QTest::newRow("the first supported") << "nope, chatting, echo"_ba << false << 101 << "chatting"_ba;
        QTest::newRow("only unknown") << "nope"_ba << false << 400 << ""_ba;
        QTest::newRow("only unknown, accepted") << "nope, never"_ba << true << 101 << ""_ba;
        QTest::newRow("case matters") << "CHAT"_ba << false << 400 << ""_ba;
    }
    void choosesTheSubprotocol()
    {
        QFETCH(const QByteArray, offered);
        QFETCH(const bool, acceptsUnknown);
        QFETCH(const int, status);
        QFETCH(const QByteArray, selected);
        ServerPolicy policy;
        policy.acceptUnknownSubprotocol = acceptsUnknown;
        ServerFixture fixture(policy);
        RawPeer peer(fixture.port());
        const QByteArray header = offered.isEmpty() ? ""_ba : "Sec-WebSocket-Protocol: " + offered + "\r\n";
        const RawPeer::Reply reply = peer.request(RawPeer::upgradeRequest("/", header));
        QCOMPARE(reply.head.status, status);
        QCOMPARE(reply.head.headers.value("Sec-WebSocket-Protocol"), selected);
        QCOMPARE(reply.head.headers.contains("Sec-WebSocket-Protocol"), !selected.isEmpty());
        if (status == 400) {
            QVERIFY(reply.body.contains("chatting, chat, echo, confab.v1"));
            QTRY_COMPARE(fixture.refused.size(), 1);
            QCOMPARE(fixture.refused.constFirst().constFirst().value<Refusal>().reason,
                     RefusalReason::SubprotocolUnsupported);
        }
    }

    void broadcastsToEveryoneTheSenderIncluded()
    {
        ServerFixture fixture;
        std::array<QWebSocket, 3> sockets;
        std::array<QStringList, 3> texts;
        std::array<QList<QByteArray>, 3> binaries;
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            connect(&sockets[i], &QWebSocket::textMessageReceived, this,
                    [&texts, i](const QString &text) { texts[i].append(text); });
            connect(&sockets[i], &QWebSocket::binaryMessageReceived, this,
                    [&binaries, i](const QByteArray &binary) { binaries[i].append(binary); });
            sockets[i].open(webSocketUrl(fixture.port()));
        }
        QTRY_COMPARE(fixture.joined.size(), 3);
        QCOMPARE(fixture.joined.constLast().at(1).toInt(), 3);
        QTRY_VERIFY(std::all_of(sockets.begin(), sockets.end(), [](const QWebSocket &socket) {
            return socket.state() == QAbstractSocket::ConnectedState;
        }));
        sockets[1].sendTextMessage(u"안녕하세요"_s);
        sockets[2].sendBinaryMessage("\0\xFF\x80"_ba);
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            QTRY_COMPARE(texts[i], QStringList{u"안녕하세요"_s});
            QTRY_COMPARE(binaries[i], QList<QByteArray>{"\0\xFF\x80"_ba});
        }
        // One record for a broadcast, with its recipients.
        QList<TrafficRecord> sent = fixture.records(TrafficKind::Text);
        sent.removeIf([](const TrafficRecord &record) { return record.direction != Direction::Sent; });
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.constFirst().recipients, 3u);
        QCOMPARE(sent.constFirst().connection, ConnectionId(0));

        sockets[0].close();
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(fixture.left.constFirst().at(1).toInt(), 2);
    }

    void keepsRoomsApart()
    {
        ServerFixture fixture;
        RawPeer here(fixture.port());
        RawPeer there(fixture.port());
        RawPeer alsoThere(fixture.port());
        QVERIFY(here.upgrade("/chat"));
        QVERIFY(there.upgrade("/room/%EA%B3%B5%EB%B6%80"));
        QVERIFY(alsoThere.upgrade("/room/%ea%b3%b5%eb%b6%80"));
        QTRY_COMPARE(fixture.joined.size(), 3);
        QCOMPARE(fixture.lastMember().room, u"/room/공부"_s);
        there.sendFrame(Opcode::Text, "there");
        QCOMPARE(alsoThere.readFrame().payload, "there"_ba);
        here.sendFrame(Opcode::Text, "here");
        QCOMPARE(here.readFrame().payload, "here"_ba);
        RawPeer nowhere(fixture.port());
        QCOMPARE(nowhere.request(RawPeer::upgradeRequest("/room/a%2Fb")).head.status, 404);
    }

    void echoesUnaltered_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<bool>("binary");
        QTest::newRow("empty") << ""_ba << false;
        QTest::newRow("BOM first") << "\xEF\xBB\xBFtext"_ba << false;
        QTest::newRow("NUL") << "a\0b"_ba << false;
        QTest::newRow("emoji") << "\xF0\x9F\x98\x80"_ba << false;
        QTest::newRow("800,001 octets") << 'a' + "\xC3\xA9"_ba.repeated(400'000) << false;
        QTest::newRow("binary") << "\0\x01\xFE\xFF"_ba << true;
        QTest::newRow("as large as may be") << QByteArray(16 * 1024 * 1024, 'x') << true;
    }
    void echoesUnaltered()
    {
        QFETCH(const QByteArray, payload);
        QFETCH(const bool, binary);
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/echo"));
        const Opcode opcode = binary ? Opcode::Binary : Opcode::Text;
        peer.sendFrame(opcode, payload);
        const RawPeer::Frame frame = peer.readFrame();
        QCOMPARE(frame.opcode, opcode);
        QVERIFY(frame.payload == payload);
    }

    void echoesOctetByOctet()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/", "Sec-WebSocket-Protocol: echo\r\n"));
        peer.sendFrame(Opcode::Text, "\xF0", false);
        peer.sendFrame(Opcode::Continuation, "\x9F", false);
        peer.sendFrame(Opcode::Continuation, "\x98", false);
        peer.sendFrame(Opcode::Continuation, "\x80", true);
        QCOMPARE(peer.readFrame().payload, "\xF0\x9F\x98\x80"_ba);
    }

    void takesManyHandshakesAtOnce()
    {
        constexpr int count = 60;
        ServerFixture fixture;
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < count; ++i)
            peers.push_back(std::make_unique<RawPeer>(fixture.port()));
        for (const auto &peer : peers)
            peer->send(RawPeer::upgradeRequest("/"));
        for (const auto &peer : peers)
            QCOMPARE(peer->readReply().head.status, 101);
        QTRY_COMPARE(fixture.joined.size(), count);
        QCOMPARE(fixture.joined.constLast().at(1).toInt(), count);
    }

    void joinsStructuredAndPlainMembers()
    {
        ServerFixture fixture;
        RawPeer plain(fixture.port());
        RawPeer mina(fixture.port());
        QVERIFY(plain.upgrade("/"));
        QVERIFY(mina.upgrade("/", "Sec-WebSocket-Protocol: confab.v1\r\n"));
        const auto next = [&mina] { return QJsonDocument::fromJson(mina.readFrame().payload).object(); };
        mina.sendFrame(Opcode::Text, "{\"type\":\"hello\",\"name\":\"Mina\"}");
        const QJsonObject welcome = next();
        QCOMPARE(welcome.value(u"type"_s).toString(), u"welcome"_s);
        QCOMPARE(welcome.value(u"members"_s).toArray().size(), 2);
        mina.sendFrame(Opcode::Text, u"{\"type\":\"say\",\"text\":\"안녕\",\"id\":\"a1\"}"_s.toUtf8());
        QCOMPARE(plain.readFrame().payload, u"Mina: 안녕"_s.toUtf8());
        QCOMPARE(next().value(u"id"_s).toString(), u"a1"_s);
        plain.sendFrame(Opcode::Binary, "\x01\x02");
        QCOMPARE(next().value(u"binary"_s).toObject().value(u"size"_s).toInt(), 2);
        QCOMPARE(mina.readFrame().payload, "\x01\x02"_ba);
        plain.sendClose({});
        const QJsonObject left = next();
        QCOMPARE(left.value(u"type"_s).toString(), u"left"_s);
        QCOMPARE(left.value(u"code"_s).toInt(), 1005);
        QTRY_COMPARE(fixture.lastMember().name, u"Mina"_s);
    }

    /// docs/confab-v1.md: the server's texts are JSON.
    void tellsAStructuredMemberInItsTerms()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/", "Sec-WebSocket-Protocol: confab.v1\r\n"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        fixture.server.sendText(fixture.lastMember().id, u"너에게만"_s);
        const QJsonObject told = QJsonDocument::fromJson(peer.readFrame(Opcode::Text).payload).object();
        QCOMPARE(told["type"_L1].toString(), u"told"_s);
        QCOMPARE(told["text"_L1].toString(), u"너에게만"_s);
        QCOMPARE(told["from"_L1]["id"_L1].toInt(-1), 0);
        QVERIFY(told["time"_L1].toInteger() > 0);
        QVERIFY(!told.contains("seq"_L1));
    }

    void obeysTheHost()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        const quint64 id = fixture.lastMember().id;
        fixture.server.sendText(id, u"너에게만"_s);
        QCOMPARE(peer.readFrame().payload, u"너에게만"_s.toUtf8());
        fixture.server.sendBinary(id, "\x01\x02");
        QCOMPARE(peer.readFrame().opcode, Opcode::Binary);
        fixture.server.say(u"/"_s, u"hello all"_s);
        QCOMPARE(peer.readFrame().payload, "Host: hello all"_ba);
        fixture.server.ping(id);
        QCOMPARE(peer.readFrame().opcode, Opcode::Ping);
        fixture.server.close(id, {CloseCode(4001), u"그만"_s});
        const RawPeer::Frame close = peer.readFrame();
        QCOMPARE(close.closeCode(), 4001);
        QCOMPARE(close.payload.sliced(2), u"그만"_s.toUtf8());
        peer.sendClose("\x0F\xA1"_ba);
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(int(fixture.lastMember().close.code), 4001);

        RawPeer kicked(fixture.port());
        QVERIFY(kicked.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 2);
        fixture.server.kick(fixture.lastMember().id);
        QVERIFY(!kicked.readFrame().valid);
        QTRY_COMPARE(fixture.left.size(), 2);
        QCOMPARE(int(fixture.lastMember().close.code), 1006);
    }

    void guardsOrigins()
    {
        ServerFixture fixture;
        const auto status = [&fixture](const QByteArray &origin, const QByteArray &host) {
            RawPeer peer(fixture.port());
            return peer.request(RawPeer::upgradeRequest("/", "Origin: " + origin + "\r\n", host)).head.status;
        };
        const QByteArray port = QByteArray::number(fixture.port());
        QCOMPARE(status("http://127.0.0.1:" + port, "127.0.0.1:" + port), 101);
        QCOMPARE(status("http://localhost:5173", "127.0.0.1:" + port), 101);
        QCOMPARE(status("https://evil.example", "127.0.0.1:" + port), 403);
        QCOMPARE(status("null", "127.0.0.1:" + port), 403);
        QCOMPARE(status("http://evil.example:" + port, "evil.example:" + port), 421);
        QTRY_COMPARE(fixture.refused.size(), 3);
        const auto refusal = fixture.refused.constFirst().constFirst().value<Refusal>();
        QCOMPARE(refusal.reason, RefusalReason::OriginForbidden);
        QCOMPARE(refusal.origin, u"https://evil.example"_s);
        QVERIFY(refusal.address.startsWith(u"127.0.0.1:"_s));
        fixture.server.allowOrigin("https://evil.example");
        QCOMPARE(status("https://evil.example", "127.0.0.1:" + port), 101);
    }

    void isFullAtItsBound()
    {
        ServerPolicy policy;
        policy.maxMembers = 1;
        ServerFixture fixture(policy);
        RawPeer first(fixture.port());
        QVERIFY(first.upgrade("/"));
        RawPeer second(fixture.port());
        QCOMPARE(second.request(RawPeer::upgradeRequest("/")).head.status, 503);
        first.sendClose({});
        QTRY_COMPARE(fixture.left.size(), 1);
        QVERIFY(fixture.stillServes());
    }

    void showsEachReadyState()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(fixture.lastMember().readyState, ReadyState::Open);
        fixture.server.close(fixture.lastMember().id, {CloseCode::NormalClosure, {}});
        QTRY_COMPARE(fixture.lastMember().readyState, ReadyState::Closing);
        QCOMPARE(fixture.left.size(), 0);
        peer.sendClose("\x03\xE8"_ba);
        QTRY_COMPARE(fixture.lastMember().readyState, ReadyState::Closed);
        QTRY_COMPARE(fixture.left.size(), 1);
    }

    void countsWhatPasses()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/echo"));
        peer.sendFrame(Opcode::Text, "12345");
        QVERIFY(peer.readFrame().valid);
        QTRY_COMPARE(fixture.lastMember().octetsSent, 5u);
        QCOMPARE(fixture.lastMember().messagesReceived, 1u);
        QCOMPARE(fixture.lastMember().messagesSent, 1u);
        QCOMPARE(fixture.records(TrafficKind::Request).size(), 1);
        QCOMPARE(fixture.records(TrafficKind::Response).constFirst().status, 101);
        QCOMPARE(fixture.records(TrafficKind::Text).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRoomServer)
#include "tst_roomserver.moc"
