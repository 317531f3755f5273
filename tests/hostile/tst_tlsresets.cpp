#include "hostilepeer.h"
#include "tests/server/tlsfixture.h"

#include <QTemporaryDir>

using namespace confab;
using namespace Qt::StringLiterals;

/// Peers that reset the connection to a server that speaks TLS, in the TLS handshake and after it.
class TestTlsResets : public QObject
{
    Q_OBJECT

private slots:
    void resets_data();
    void resets();

private:
    static constexpr int count = 10;
    using Prepare = void (*)(RawPeer &peer);
};

void TestTlsResets::resets_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<int>("joins"); ///< of each peer
    QTest::addColumn<Prepare>("prepare");
    const auto row = [](const char *name, bool encrypted, int joins, Prepare prepare) {
        QTest::newRow(name) << encrypted << joins << prepare;
    };
    row("inside the ClientHello", false, 0, [](RawPeer &peer) { peer.send(clientHello(true).first(50)); });
    row("behind the ClientHello", false, 0, [](RawPeer &peer) { peer.send(clientHello(true)); });
    row("behind the ServerHello", false, 0, [](RawPeer &peer) {
        peer.send(clientHello(true));
        QTRY_VERIFY_WITH_TIMEOUT(peer.socket().bytesAvailable() > 0, RawPeer::patience);
    });
    row("encrypted, before the head", true, 0, [](RawPeer &) {});
    row("inside the head", true, 0, [](RawPeer &peer) { peer.send("GET /echo HTTP/1.1\r\nHo"); });
    row("OPEN", true, 1, [](RawPeer &peer) {
        QVERIFY(peer.upgrade("/echo"));
        peer.sendFrame(Opcode::Text, "hello");
        QCOMPARE(peer.readFrame().payload, "hello"_ba);
    });
    row("inside a frame", true, 1, [](RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.send(encodeFrame(Opcode::Text, "hello, everyone", MaskingKey{1, 2, 3, 4}).chopped(5));
    });
    row("CLOSING, by the peer", true, 1, [](RawPeer &peer) {
        QVERIFY(peer.upgrade("/"));
        peer.sendClose("\x03\xE8"_ba);
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), 1000);
    });
}

void TestTlsResets::resets()
{
    QFETCH(const bool, encrypted);
    QFETCH(const int, joins);
    QFETCH(const Prepare, prepare);
    QTemporaryDir folder;
    ServerPolicy policy;
    policy.tls.mode = TlsMode::SelfSigned;
    policy.tls.folder = folder.path();
    ServerFixture fixture(policy);
    QVERIFY(fixture.listens);
    RawPeer bystander(encryptedTo(fixture.port()));
    QVERIFY(bystander.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    for (int i = 0; i < count; ++i) {
        std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>();
        if (encrypted)
            socket = encryptedTo(fixture.port());
        QVERIFY(socket);
        RawPeer peer(std::move(socket));
        if (!encrypted)
            QVERIFY(peer.connectTo(fixture.port()));
        prepare(peer);
        if (QTest::currentTestFailed())
            return;
        reset(peer);
    }
    QTRY_COMPARE_WITH_TIMEOUT(fixture.joined.size(), 1 + count * joins, RawPeer::patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), count * joins, RawPeer::patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server.roster()->liveCount(), 1, RawPeer::patience);
    for (const QList<QVariant> &left : std::as_const(fixture.left)) {
        const int code = int(left.constFirst().value<MemberInfo>().close.code);
        QVERIFY2(code == 1006 || code == 1000, QByteArray::number(code));
    }
    bystander.sendFrame(Opcode::Text, "on we go");
    QCOMPARE(bystander.readFrame(Opcode::Text).payload, "on we go"_ba);
    RawPeer late(encryptedTo(fixture.port()));
    QVERIFY(late.upgrade("/echo"));
}

QTEST_GUILESS_MAIN(TestTlsResets)
#include "tst_tlsresets.moc"
