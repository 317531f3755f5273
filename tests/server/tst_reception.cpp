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
