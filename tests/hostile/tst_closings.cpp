#include "hostilepeer.h"

using namespace confab;
using namespace Qt::StringLiterals;

/// Ends that cross each other.
class TestClosings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { raiseDescriptorLimit(); }

    void nobodyHearsWhatFollowsAClose();
    void bothCloseAtOnce();
    void leavesInsideTheBroadcastThatReachesIt();
    void closesARoomOfAThousandInEveryState();

private:
    static constexpr MaskingKey key{0x37, 0xFA, 0x21, 0x3D};

    static QByteArray text(const QByteArray &words) { return encodeFrame(Opcode::Text, words, key); }
    static QByteArray close(const QByteArray &payload) { return encodeFrame(Opcode::Close, payload, key); }
};

void TestClosings::nobodyHearsWhatFollowsAClose()
{
    ServerFixture fixture;
    RawPeer bystander(fixture.port());
    QVERIFY(bystander.upgrade("/"));
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/"));
    QByteArray octets = text("before") + close("\x0F\xA1"_ba);
    for (int i = 0; i < 1000; ++i)
        octets += text("behind") + encodeFrame(Opcode::Ping, "p", key) + close("\x0F\xA2"_ba);
    peer.send(octets + QByteArray(100'000, '\xFF'));
    QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), 4001);
    QVERIFY(!peer.readFrame().valid); // nothing behind the Close, Pongs included (RFC 6455 §5.5.1)
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), 1, RawPeer::patience);
    QCOMPARE(int(fixture.left.constFirst().constFirst().value<MemberInfo>().close.code), 4001);
    bystander.sendFrame(Opcode::Text, "on we go");
    QCOMPARE(bystander.readFrame().payload, "before"_ba);
    QCOMPARE(bystander.readFrame().payload, "on we go"_ba);
}

void TestClosings::bothCloseAtOnce()
{
    constexpr int count = 100;
    ServerFixture fixture;
    RawPeers peers = connectPeers(fixture.port(), count);
    for (const auto &peer : peers)
        QVERIFY(peer->upgrade("/"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.joined.size(), count, RawPeer::patience);
    for (int i = 0; i < count; ++i) {
        fixture.server.close(quint64(fixture.joined.at(i).constFirst().value<MemberInfo>().id),
                             {CloseCode(4001), {}});
        peers[std::size_t(i)]->sendClose("\x0F\xA2"_ba);
    }
    for (const auto &peer : peers) {
        // Either the server's own Close was first, or it answers the peer's.
        const int code = peer->readFrame(Opcode::Close).closeCode();
        QVERIFY2(code == 4001 || code == 4002, QByteArray::number(code));
        QVERIFY(!peer->readFrame().valid);
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), count, RawPeer::patience);
    for (const QList<QVariant> &left : std::as_const(fixture.left)) // the code received (RFC 6455 §7.1.5)
        QCOMPARE(int(left.constFirst().value<MemberInfo>().close.code), 4002);
    QVERIFY(fixture.stillServes());
}

void TestClosings::leavesInsideTheBroadcastThatReachesIt()
{
    constexpr int count = 60;
    ServerFixture fixture;
    RawPeer plain(fixture.port());
    QVERIFY(plain.upgrade("/"));
    RawPeer structured(fixture.port());
    QVERIFY(structured.upgrade("/", "Sec-WebSocket-Protocol: confab.v1\r\n"));
    structured.sendFrame(Opcode::Text, "{\"type\":\"hello\",\"name\":\"Observer\"}");
    QVERIFY(structured.readFrame().payload.contains("welcome"));
    RawPeers leaving = connectPeers(fixture.port(), count);
    for (const auto &peer : leaving)
        QVERIFY(peer->upgrade("/"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.joined.size(), 2 + count, RawPeer::patience);
    // Each says something and is gone before its own words can come back to it: by Close, by FIN, by RST.
    for (int i = 0; i < count; ++i) {
        RawPeer &peer = *leaving[std::size_t(i)];
        const QByteArray words = "last words of " + QByteArray::number(i);
        peer.send(i % 3 == 0 ? text(words) + close("\x03\xE8"_ba) : text(words));
        if (i % 3 == 1)
            endHalf(peer);
        if (i % 3 == 2)
            reset(peer);
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), count, RawPeer::patience);
    plain.sendFrame(Opcode::Text, "the end");
    int heard = 0;
    int closers = 0;
    for (RawPeer::Frame frame = plain.readFrame(); frame.payload != "the end"; frame = plain.readFrame()) {
        QVERIFY(frame.valid);
        QVERIFY(frame.payload.startsWith("last words of "));
        closers += frame.payload.mid(14).toInt() % 3 == 0 ? 1 : 0;
        ++heard;
    }
    QCOMPARE(closers, count / 3); // a RST may overtake words, a Close may not
    QVERIFY(heard <= count);
    int departures = 0;
    for (RawPeer::Frame frame = structured.readFrame(); !frame.payload.contains("the end");
         frame = structured.readFrame()) {
        QVERIFY(frame.valid);
        departures += frame.payload.contains("\"left\"") ? 1 : 0;
    }
    QCOMPARE(departures, count);
    QVERIFY(fixture.stillServes());
}

void TestClosings::closesARoomOfAThousandInEveryState()
{
    constexpr int each = 200;
    ServerPolicy policy;
    policy.stopTimeout = std::chrono::milliseconds(500);
    ServerFixture fixture(policy);
    QSignalSpy stopped(&fixture.server, &RoomServer::stopped);

    RawPeers halfAsked = connectPeers(fixture.port(), each);
    for (const auto &peer : halfAsked)
        peer->send(RawPeer::upgradeRequest("/").chopped(2));
    const auto connectMembers = [&fixture] {
        RawPeers peers = connectPeers(fixture.port(), each);
        for (const auto &peer : peers)
            if (!peer->upgrade("/"))
                qCritical("A peer was not let in.");
        return peers;
    };
    const auto allJoined = [&fixture](qsizetype groups) {
        return QTest::qWaitFor([&] { return fixture.joined.size() == groups * each; }, RawPeer::patience);
    };
    RawPeers open = connectMembers();
    QVERIFY(allJoined(1));
    RawPeers closing = connectMembers(); // never answer the server's Close
    QVERIFY(allJoined(2));
    for (int i = each; i < 2 * each; ++i)
        fixture.server.close(fixture.joined.at(i).constFirst().value<MemberInfo>().id,
                             {CloseCode::NormalClosure, {}});
    RawPeers neverReading = connectMembers();
    QVERIFY(allJoined(3));
    const QByteArray large(256 * 1024, 'x');
    for (int i = 2 * each; i < 3 * each; ++i) {
        neverReading[std::size_t(i - 2 * each)]->socket().setReadBufferSize(1);
        fixture.server.sendBinary(fixture.joined.at(i).constFirst().value<MemberInfo>().id, large);
    }
    RawPeers halfClosed = connectMembers();
    QVERIFY(allJoined(4));
    for (const auto &peer : halfClosed)
        endHalf(*peer);
    RawPeers connecting = connectPeers(fixture.port(), each);
    for (const auto &peer : connecting)
        peer->send(RawPeer::upgradeRequest("/"));

    fixture.server.stop();
    for (const auto &peer : open) {
        QCOMPARE(peer->readFrame(Opcode::Close).closeCode(), 1001);
        peer->sendClose("\x03\xE9"_ba);
    }
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, RawPeer::patience);
    QCOMPARE(fixture.left.size(), fixture.joined.size());
    QCOMPARE(fixture.server.roster()->liveCount(), 0);
    for (const RawPeers *peers : {&halfAsked, &open, &closing, &neverReading, &halfClosed, &connecting})
        for (const auto &peer : *peers) {
            peer->socket().setReadBufferSize(0);
            QVERIFY(peer->waitForEnd());
        }
}

QTEST_GUILESS_MAIN(TestClosings)
#include "tst_closings.moc"
