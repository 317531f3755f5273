#include "serverfixture.h"

#include <QWebSocket>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds shortTime{50};

} // namespace

/// How connections end, and what is shown of it.
class TestClosing : public QObject
{
    Q_OBJECT

private slots:
    void showsTheTrueCode_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << ""_ba << 1005 << QString();
        QTest::newRow("1000") << "\x03\xE8"_ba << 1000 << QString();
        QTest::newRow("1012") << "\x03\xF4"_ba << 1012 << QString();
        QTest::newRow("4001 in Korean") << "\x0F\xA1"_ba + u"안녕히"_s.toUtf8() << 4001 << u"안녕히"_s;
    }
    void showsTheTrueCode()
    {
        QFETCH(const QByteArray, payload);
        QFETCH(const int, code);
        QFETCH(const QString, reason);
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        peer.sendClose(payload);
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), code);
        QVERIFY(peer.waitForEnd()); // the server ends TCP first
        QTRY_COMPARE(fixture.left.size(), 1);
        const auto member = fixture.left.constFirst().constFirst().value<MemberInfo>();
        QCOMPARE(int(member.close.code), code);
        QCOMPARE(member.close.reason, reason);
        QCOMPARE(member.readyState, ReadyState::Closed);
        QVERIFY(member.closedAt >= member.since);
        QCOMPARE(fixture.records(TrafficKind::Close).size(), 2);
        QCOMPARE(int(fixture.records(TrafficKind::Ended).constFirst().close.code), code);
    }

    void showsALostConnectionAs1006()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        peer.socket().abort();
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(int(fixture.lastMember().close.code), 1006);
        QCOMPARE(fixture.left.constFirst().at(1).toInt(), 0);
    }

    void stopsWithMembersInEachState()
    {
        ServerPolicy policy;
        policy.stopTimeout = shortTime;
        ServerFixture fixture(policy);
        QSignalSpy stopped(&fixture.server, &RoomServer::stopped);
        RawPeer silent(fixture.port());
        RawPeer halfAsked(fixture.port());
        halfAsked.send("GET / HT");
        RawPeer connecting(fixture.port());
        RawPeer open(fixture.port());
        QVERIFY(open.upgrade("/"));
        RawPeer mute(fixture.port()); // never answers the Close
        QVERIFY(mute.upgrade("/echo"));
        RawPeer closing(fixture.port());
        QVERIFY(closing.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 3);
        fixture.server.close(fixture.lastMember().id, {CloseCode::NormalClosure, {}});
        QCOMPARE(closing.readFrame(Opcode::Close).closeCode(), 1000);
        connecting.send(RawPeer::upgradeRequest("/"));
        const quint16 port = fixture.port();

        fixture.server.stop();
        QCOMPARE(open.readFrame(Opcode::Close).closeCode(), 1001);
        open.sendClose("\x03\xE9"_ba);
        QCOMPARE(mute.readFrame(Opcode::Close).closeCode(), 1001);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(fixture.left.size(), fixture.joined.size());
        QCOMPARE(fixture.server.roster()->liveCount(), 0);
        QVERIFY(silent.waitForEnd());
        QVERIFY(halfAsked.waitForEnd());
        QVERIFY(connecting.waitForEnd());

        policy.address = QHostAddress(QHostAddress::LocalHost);
        policy.port = port;
        fixture.server.start(policy);
        QTRY_COMPARE(fixture.server.state(), RoomServer::State::Listening);
        QVERIFY(fixture.stillServes());
    }

    void sendsWhatIsQueuedBeforeItStops()
    {
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        const QByteArray large(4 * 1024 * 1024, 'x');
        fixture.server.sendBinary(fixture.lastMember().id, large);
        fixture.server.stop();
        QCOMPARE(peer.readFrame().payload.size(), large.size());
        QCOMPARE(peer.readFrame().closeCode(), 1001);
    }

    void closesAMemberThatNeverReadsAndServesTheOthers()
    {
        ServerPolicy policy;
        policy.link.maxQueueSize = 1024 * 1024;
        policy.link.overflowGrace = shortTime;
        ServerFixture fixture(policy);
        RawPeer slow(fixture.port());
        slow.socket().setReadBufferSize(1024);
        QVERIFY(slow.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), 1);
        const quint64 slowId = fixture.lastMember().id;
        RawPeer talker(fixture.port());
        QVERIFY(talker.upgrade("/"));
        const QByteArray message(256 * 1024, 'x');
        int heard = 0;
        while (fixture.left.isEmpty() && heard < 200) {
            talker.sendFrame(Opcode::Binary, message);
            QCOMPARE(talker.readFrame().payload.size(), message.size());
            ++heard;
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(fixture.left.constFirst().constFirst().value<MemberInfo>().id, slowId);
        QList<TrafficRecord> closes = fixture.records(TrafficKind::Close);
        QCOMPARE(closes.size(), 1);
        QCOMPARE(closes.constFirst().connection, slowId);
        QCOMPARE(int(closes.constFirst().close.code), 1013);
        talker.sendFrame(Opcode::Text, "on we go");
        QCOMPARE(talker.readFrame().payload, "on we go"_ba);
    }

    void closesAClientOfQt()
    {
        ServerFixture fixture;
        QWebSocket socket;
        QSignalSpy disconnected(&socket, &QWebSocket::disconnected);
        socket.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(fixture.port())));
        QTRY_COMPARE(fixture.joined.size(), 1);
        fixture.server.close(fixture.lastMember().id, {CloseCode(4001), u"안녕히 가십시오"_s});
        QTRY_COMPARE(disconnected.size(), 1);
        QCOMPARE(int(socket.closeCode()), 4001);
        QCOMPARE(socket.closeReason(), u"안녕히 가십시오"_s);
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(int(fixture.lastMember().close.code), 4001);
    }
};

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
