#include "doorfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestReception : public QObject
{
    Q_OBJECT

private slots:
    void admits()
    {
        DoorFixture fixture;
        std::unique_ptr<Transport> transport;
        MemberInfo info;
        connect(&fixture.reception, &Reception::admitted, this,
                [&](const std::shared_ptr<Admission> &admission) {
                    transport = std::move(admission->transport);
                    info = admission->info;
                });
        SocketPair pair;
        fixture.reception.receive(DoorFixture::visitor(
            pair, RawPeer::upgradeRequest(
                      "/room/a",
                      "Origin: http://localhost\r\nUser-Agent: Test\r\nSec-WebSocket-Protocol: echo\r\n")));
        QCOMPARE(fixture.roster.members().constFirst().readyState, ReadyState::Connecting);
        QTRY_VERIFY(transport != nullptr);
        QCOMPARE(info.subprotocol, u"echo"_s);
        QCOMPARE(info.room, u"/room/a"_s);
        QCOMPARE(info.origin, u"http://localhost"_s);
        QCOMPARE(info.userAgent, u"Test"_s);
        QCOMPARE(info.address, u"127.0.0.1"_s);
        QVERIFY(info.since > 0);
        QCOMPARE(pair.peer.readReply().head.status, 101);
        QCOMPARE(fixture.log->since(0, 10).constLast().status, 101);
    }

    void agreesOnDeflate_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no offer") << true << ""_ba
                                  << ""_ba;
        QTest::newRow("offered") << true << "permessage-deflate; client_max_window_bits"_ba
                                 << "permessage-deflate; server_no_context_takeover"_ba;
        QTest::newRow("malformed") << true << "permessage-deflate; client_max_window_bits=7"_ba
                                   << ""_ba;
        QTest::newRow("switched off") << false << "permessage-deflate"_ba
                                      << ""_ba;
    }
    void agreesOnDeflate()
    {
        QFETCH(const bool, enabled);
        QFETCH(const QByteArray, offer);
        QFETCH(const QByteArray, answer);
        Roster roster;
        auto log = std::make_shared<TrafficLog>();
        TrafficWriter traffic(log);
        Refuser refuser({}, traffic);
        ServerPolicy policy;
        policy.deflate.enabled = enabled;
        Reception reception(policy, refuser, traffic, roster);
        std::shared_ptr<Admission> admitted;
        connect(&reception, &Reception::admitted, this,
                [&](const std::shared_ptr<Admission> &admission) { admitted = admission; });
        SocketPair pair;
        const QByteArray field = offer.isEmpty() ? ""_ba : "Sec-WebSocket-Extensions: " + offer + "\r\n";
        reception.receive(DoorFixture::visitor(pair, RawPeer::upgradeRequest("/", field)));
        QTRY_VERIFY(admitted != nullptr);
        const RawPeer::Reply reply = pair.peer.readReply();
        QVERIFY(reply.valid);
        QCOMPARE(reply.head.status, 101);
        QCOMPARE(reply.head.headers.value("Sec-WebSocket-Extensions"), answer);
        QCOMPARE(reply.head.headers.count("Sec-WebSocket-Extensions"), answer.isEmpty() ? 0 : 1);
        QCOMPARE(admitted->deflate.has_value(), !answer.isEmpty());
        QVERIFY(log->since(0, 10).constLast().payload.contains(answer));
    }

    void refusesFramesBeforeTheAnswer_data()
    {
        QTest::addColumn<bool>("behindTheHead");
        QTest::newRow("right behind the head") << true;
        QTest::newRow("while the desk decides") << false;
    }
    void refusesFramesBeforeTheAnswer()
    {
        QFETCH(const bool, behindTheHead);
        DoorFixture fixture;
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        SocketPair pair;
        if (!behindTheHead) {
            pair.peer.send("early");
            QTRY_VERIFY(pair.accepted->bytesAvailable() > 0);
        }
        Visitor visitor = DoorFixture::visitor(pair, RawPeer::upgradeRequest("/"));
        visitor.sentMore = behindTheHead;
        fixture.reception.receive(std::move(visitor));
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.constFirst().constFirst().value<Refusal>().reason, RefusalReason::EarlyFrames);
        QCOMPARE(pair.peer.readReply().head.status, 400);
        QCOMPARE(fixture.roster.liveCount(), 0);
    }

    void asksForThePin_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("reason");
        const QByteArray foreign = "Origin: http://evil.example\r\n";
        QTest::newRow("right") << RawPeer::upgradeRequest("/?pin=0815") << 101 << -1;
        QTest::newRow("right, in a room") << RawPeer::upgradeRequest("/room/a?x&pin=0815") << 101 << -1;
        QTest::newRow("none") << RawPeer::upgradeRequest("/") << 401 << int(RefusalReason::PinMissing);
        QTest::newRow("none, /echo") << RawPeer::upgradeRequest("/echo") << 401
                                     << int(RefusalReason::PinMissing);
        QTest::newRow("wrong") << RawPeer::upgradeRequest("/?pin=0816") << 401
                               << int(RefusalReason::PinWrong);
        QTest::newRow("the field is not for handshakes")
            << RawPeer::upgradeRequest("/", "Confab-Pin: 0815\r\n") << 401 << int(RefusalReason::PinMissing);
        // Which learns nothing of the PIN.
        QTest::newRow("right, of a foreign page")
            << RawPeer::upgradeRequest("/?pin=0815", foreign) << 403 << int(RefusalReason::OriginForbidden);
    }
    void asksForThePin()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const int, status);
        QFETCH(const int, reason);
        ServerPolicy policy;
        policy.pin = "0815";
        DoorFixture fixture(policy);
        std::shared_ptr<Admission> admitted;
        connect(&fixture.reception, &Reception::admitted, this,
                [&](const std::shared_ptr<Admission> &admission) { admitted = admission; });
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        SocketPair pair;
        fixture.reception.receive(DoorFixture::visitor(pair, head));
        QTRY_VERIFY(admitted || !refused.isEmpty());
        QCOMPARE(pair.peer.readReply().head.status, status);
        QCOMPARE(refused.isEmpty() ? -1 : int(refused[0][0].value<Refusal>().reason), reason);
    }

    void whoIsBannedWhileTheDeskDecidesIsRefused()
    {
        DoorFixture fixture;
        QSignalSpy admitted(&fixture.reception, &Reception::admitted);
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        SocketPair pair;
        fixture.reception.receive(DoorFixture::visitor(pair, RawPeer::upgradeRequest("/")));
        fixture.reception.bans() = BanList({QHostAddress(QHostAddress::LocalHost)});
        QCOMPARE(pair.peer.readReply().head.status, 403);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].value<Refusal>().reason, RefusalReason::AddressBanned);
        QCOMPARE(admitted.size(), 0);
        QCOMPARE(fixture.roster.liveCount(), 0);
    }

    void thePinMayChange()
    {
        DoorFixture fixture;
        QSignalSpy admitted(&fixture.reception, &Reception::admitted);
        fixture.reception.setPin("0815");
        SocketPair none;
        fixture.reception.receive(DoorFixture::visitor(none, RawPeer::upgradeRequest("/")));
        QCOMPARE(none.peer.readReply().head.status, 401);
        fixture.reception.setPin({});
        SocketPair again;
        fixture.reception.receive(DoorFixture::visitor(again, RawPeer::upgradeRequest("/")));
        QTRY_COMPARE(admitted.size(), 1);
    }

    void stopsWhoGuessesThePin()
    {
        ServerPolicy policy;
        policy.pin = "0815";
        DoorFixture fixture(policy);
        const auto statusWith = [&fixture](const QByteArray &pin) {
            SocketPair pair;
            fixture.reception.receive(DoorFixture::visitor(pair, RawPeer::upgradeRequest("/?pin=" + pin)));
            return pair.peer.readReply().head.status;
        };
        for (int i = 0; i < PinCheck::maxOfAddress; ++i)
            QCOMPARE(statusWith(QByteArray::number(9000 + i)), 401);
        QCOMPARE(statusWith("9999"), 429);
        QCOMPARE(statusWith("0815"), 429);
    }

    void saysAheadWhatWouldBecomeOfThePage_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("subprotocols");
        QTest::addColumn<int>("maxMembers");
        QTest::addColumn<int>("reason");
        QTest::newRow("right") << "Confab-Pin: 0815\r\n"_ba
                               << "confab.v1"_ba << 9 << -1;
        QTest::newRow("no PIN") << ""_ba
                                << "confab.v1"_ba << 9 << int(RefusalReason::PinMissing);
        QTest::newRow("wrong PIN") << "Confab-Pin: 0816\r\n"_ba
                                   << "confab.v1"_ba << 9 << int(RefusalReason::PinWrong);
        QTest::newRow("no subprotocol") << ""_ba
                                        << "chat"_ba << 9 << int(RefusalReason::SubprotocolUnsupported);
        QTest::newRow("full") << ""_ba
                              << "confab.v1"_ba << 0 << int(RefusalReason::ServerFull);
    }
    void saysAheadWhatWouldBecomeOfThePage()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QByteArray, subprotocols);
        QFETCH(const int, maxMembers);
        QFETCH(const int, reason);
        ServerPolicy policy;
        policy.pin = "0815";
        policy.subprotocols = {subprotocols};
        policy.maxMembers = maxMembers;
        DoorFixture fixture(policy);
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        SocketPair pair;
        const Reception::Ahead ahead = fixture.reception.lookAhead(DoorFixture::visitor(
            pair, "GET /admission?pin=0815 HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n"));
        QCOMPARE(ahead.refusal ? int(ahead.refusal->reason) : -1, reason);
        QCOMPARE(ahead.isGuess, reason == int(RefusalReason::PinWrong));
        QCOMPARE(refused.size(), 0);
        QCOMPARE(fixture.roster.liveCount(), 0);
        if (reason == int(RefusalReason::SubprotocolUnsupported))
            QCOMPARE(ahead.refusal->offeredSubprotocols, QList<QByteArray>{"confab.v1"});
    }

    void forgetsThoseWhoLeave()
    {
        DoorFixture fixture;
        QSignalSpy admitted(&fixture.reception, &Reception::admitted);
        SocketPair pair;
        Visitor visitor = DoorFixture::visitor(pair, RawPeer::upgradeRequest("/"));
        Transport *transport = visitor.transport.get();
        fixture.reception.receive(std::move(visitor));
        QCOMPARE(fixture.roster.liveCount(), 1);
        transport->abort();
        QCOMPARE(fixture.roster.liveCount(), 0);
        QCOMPARE(fixture.roster.members().constFirst().close.code, CloseCode::AbnormalClosure);
        QVERIFY(pair.peer.waitForEnd());
        QCOMPARE(admitted.size(), 0);
    }

    void leavesNobodyConnecting()
    {
        Roster roster;
        TrafficWriter traffic(std::make_shared<TrafficLog>());
        Refuser refuser({}, traffic);
        SocketPair pair;
        {
            Reception reception(ServerPolicy(), refuser, traffic, roster);
            reception.receive(DoorFixture::visitor(pair, RawPeer::upgradeRequest("/")));
            QCOMPARE(roster.liveCount(), 1);
        }
        QCOMPARE(roster.liveCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestReception)
#include "tst_reception.moc"
