#include "hostilepeer.h"

using namespace confab;
using namespace Qt::StringLiterals;

/// Peers that reset the connection, in each state that it can be in: each is forgotten, and the server goes
/// on serving.
class TestResets : public QObject
{
    Q_OBJECT

private slots:
    void resets_data();
    void resets();

private:
    static constexpr int count = 30;
    using Prepare = void (*)(ServerFixture &fixture, RawPeer &peer);
};

void TestResets::resets_data()
{
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<int>("joins"); ///< of each peer; -1: a race that may end either way
    using Fixture = ServerFixture;

    const auto row = [](const char *name, int joins, Prepare prepare) {
        QTest::newRow(name) << prepare << joins;
    };
    row("before the head", 0, [](Fixture &, RawPeer &) {});
    row("inside the head", 0, [](Fixture &, RawPeer &peer) { peer.send("GET /echo HTTP/1.1\r\nHo"); });
    row("behind the head", -1, [](Fixture &, RawPeer &peer) { peer.send(RawPeer::upgradeRequest("/")); });
    row("after the 101", 1, [](Fixture &, RawPeer &peer) { QVERIFY(peer.upgrade("/")); });
    row("OPEN", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/echo"));
        peer.sendFrame(Opcode::Text, "hello");
        QCOMPARE(peer.readFrame().payload, "hello"_ba);
    });
    row("inside a frame", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.send(encodeFrame(Opcode::Text, "hello, everyone", MaskingKey{1, 2, 3, 4}).chopped(5));
    });
    row("between fragments", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.sendFrame(Opcode::Text, "hello, ", false);
    });
    row("with words on their way to it", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/echo"));
        peer.sendFrame(Opcode::Binary, QByteArray(512 * 1024, 'x'));
    });
    row("CLOSING, by the server", 1, [](Fixture &fixture, RawPeer &peer) {
        const qsizetype before = fixture.joined.size();
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(fixture.joined.size(), before + 1);
        fixture.server.close(fixture.joined.constLast().constFirst().value<MemberInfo>().id,
                             {CloseCode::NormalClosure, {}});
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), 1000);
    });
    row("CLOSING, by the peer", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.sendClose("\x03\xE8"_ba);
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), 1000);
    });
    row("right behind its Close", 1, [](Fixture &, RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.sendClose("\x03\xE8"_ba);
    });
    row("behind a page", 0,
        [](Fixture &, RawPeer &peer) { peer.send("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"); });
    row("behind a refusal", 0,
        [](Fixture &, RawPeer &peer) { peer.send(RawPeer::upgradeRequest("/nothing")); });
}

void TestResets::resets()
{
    QFETCH(const Prepare, prepare);
    QFETCH(const int, joins);
    ServerFixture fixture;
    RawPeer bystander(fixture.port());
    QVERIFY(bystander.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    for (int i = 0; i < count; ++i) {
        RawPeer peer(fixture.port());
        prepare(fixture, peer);
        if (QTest::currentTestFailed())
            return;
        reset(peer);
    }
    QVERIFY(fixture.stillServes());
    if (joins >= 0)
        QTRY_COMPARE_WITH_TIMEOUT(fixture.joined.size(), 1 + count * joins + 1, RawPeer::patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server.roster()->liveCount(), 1, RawPeer::patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), fixture.joined.size() - 1, RawPeer::patience);
    for (const QList<QVariant> &left : std::as_const(fixture.left)) {
        const int code = int(left.constFirst().value<MemberInfo>().close.code);
        QVERIFY2(code == 1006 || code == 1000, QByteArray::number(code));
    }
    bystander.sendFrame(Opcode::Text, "on we go");
    QCOMPARE(bystander.readFrame(Opcode::Text).payload, "on we go"_ba);
}

QTEST_GUILESS_MAIN(TestResets)
#include "tst_resets.moc"
