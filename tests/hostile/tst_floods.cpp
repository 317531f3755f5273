#include "core/wire/deflater.h"
#include "hostilepeer.h"

#include <poll.h>

using namespace confab;
using namespace Qt::StringLiterals;

/// Peers that send as much as they can of what is small and legal.
class TestFloods : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { raiseDescriptorLimit(); }

    void connections();
    void pingsThatNobodyReadsTheAnswersOf();
    void fragmentsOfOneOctet();
    void moreFragmentsThanAllowed();
    void emptyMessages();
    void compressedMessagesThatDoNotEnd_data();
    void compressedMessagesThatDoNotEnd();

private:
    static constexpr MaskingKey key{0x37, 0xFA, 0x21, 0x3D};
};

void TestFloods::connections()
{
    ServerFixture fixture;
    RawPeer bystander(fixture.port());
    QVERIFY(bystander.upgrade("/"));
    for (int round = 0; round < 20; ++round) {
        RawPeers peers = connectPeers(fixture.port(), 100);
        for (std::size_t i = 0; i < peers.size(); ++i) {
            if (i % 4 == 0)
                reset(*peers[i]);
            else if (i % 4 == 1)
                peers[i]->send("GET ");
            else if (i % 4 == 2)
                peers[i]->send(RawPeer::upgradeRequest("/"));
        } // the rest says nothing
    }
    QVERIFY(fixture.stillServes());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server.roster()->liveCount(), 1, RawPeer::patience);
    bystander.sendFrame(Opcode::Text, "on we go");
    QCOMPARE(bystander.readFrame().payload, "on we go"_ba);
}

void TestFloods::pingsThatNobodyReadsTheAnswersOf()
{
    constexpr qint64 bound = 128 * 1024 * 1024; // octets
    ServerFixture fixture;
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/"));
    peer.socket().setReadBufferSize(1);
    QByteArray pings;
    while (pings.size() < 1024 * 1024)
        pings += encodeFrame(Opcode::Ping, QByteArray(125, 'p'), key);

    // The server must stop reading, or else the pongs pile up in it: the system then takes no more octets.
    qint64 written = 0;
    pollfd writable{int(peer.socket().socketDescriptor()), POLLOUT, 0};
    while (written < bound && ::poll(&writable, 1, 500) == 1) {
        const qint64 taken = floodSocket(peer, pings, bound - written);
        if (taken == 0)
            break;
        written += taken;
        pings = pings.mid(taken % pings.size()) + pings.first(taken % pings.size());
    }
    QVERIFY2(written < bound, QByteArray::number(written));
    QVERIFY(fixture.stillServes());
    reset(peer);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.server.roster()->liveCount(), 0, RawPeer::patience);
}

void TestFloods::fragmentsOfOneOctet()
{
    constexpr int count = 200'000;
    ServerFixture fixture;
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/echo"));
    QByteArray fragments = encodeFrame(Opcode::Text, "x", key, false);
    for (int i = 1; i < count; ++i)
        fragments += encodeFrame(Opcode::Continuation, "x", key, i == count - 1);
    peer.send(fragments);
    QVERIFY(fixture.stillServes());
    QCOMPARE(peer.readFrame().payload, QByteArray(count, 'x'));
}

void TestFloods::moreFragmentsThanAllowed()
{
    ServerPolicy policy;
    policy.link.limits.message.maxFragments = 1000;
    ServerFixture fixture(policy);
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/echo"));
    QByteArray fragments = encodeFrame(Opcode::Binary, {}, key, false);
    for (int i = 0; i < 1000; ++i)
        fragments += encodeFrame(Opcode::Continuation, {}, key, false);
    peer.send(fragments);
    QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), 1008);
    QVERIFY(peer.waitForEnd());
    QVERIFY(fixture.stillServes());
}

void TestFloods::emptyMessages()
{
    constexpr int count = 20'000;
    ServerFixture fixture;
    RawPeers listeners = connectPeers(fixture.port(), 3);
    for (const auto &listener : listeners)
        QVERIFY(listener->upgrade("/"));
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/"));
    QByteArray messages;
    for (int i = 0; i < count; ++i)
        messages += encodeFrame(Opcode::Binary, {}, key);
    peer.send(messages);
    for (const auto &listener : listeners) {
        for (int i = 0; i < count; ++i) {
            const RawPeer::Frame frame = listener->readFrame();
            QVERIFY(frame.valid);
            QVERIFY(frame.payload.isEmpty());
        }
    }
    QVERIFY(fixture.stillServes());
}

void TestFloods::compressedMessagesThatDoNotEnd_data()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
}

/// 16 KiB on the wire each, and 16 MiB in memory.
void TestFloods::compressedMessagesThatDoNotEnd()
{
    constexpr qsizetype mega = 1024 * 1024;
    constexpr int count = 30;
    QFETCH(const int, threads);
    ServerPolicy policy;
    policy.threads = threads;
    policy.link.maxUnfinishedSize = threads * 40 * mega;
    ServerFixture fixture(policy);
    RawPeer bystander(fixture.port());
    QVERIFY(bystander.upgrade("/echo"));
    bystander.sendFrame(Opcode::Binary, QByteArray(mega, 'b'), false);
    const QByteArray compressed = Deflater(maxWindowBits).compress(QByteArray(15 * mega, 'x'));
    const QByteArray begun = encodeRawFrame({.fin = false,
                                             .rsv1 = true,
                                             .opcode = Opcode::Binary,
                                             .maskingKey = key,
                                             .payloadLength = quint64(compressed.size())},
                                            compressed);
    QVERIFY(begun.size() < 20 * 1024);
    const RawPeers peers = connectPeers(fixture.port(), count);
    for (const auto &peer : peers) {
        QVERIFY(peer->upgrade("/", "Sec-WebSocket-Extensions: permessage-deflate\r\n"));
        peer->send(begun);
    }
    // Two of them are within the bound of each thread.
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), count - 2 * threads, RawPeer::patience);
    for (const QList<QVariant> &left : fixture.left)
        QCOMPARE(left.constFirst().value<MemberInfo>().exceeded, Bound::UnfinishedSize);
    bystander.sendFrame(Opcode::Continuation, "!");
    QCOMPARE(bystander.readFrame().payload.size(), mega + 1);
    QVERIFY(fixture.stillServes());
}

QTEST_GUILESS_MAIN(TestFloods)
#include "tst_floods.moc"
