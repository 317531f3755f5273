#include "hostilepeer.h"

#include <algorithm>

using namespace confab;
using namespace Qt::StringLiterals;

/// Peers that send one octet now and then: they cost their own connection and nobody else's time.
class TestSlowPeers : public QObject
{
    Q_OBJECT

private slots:
    void slowHeadsAreRefused();
    void slowFramesDelayNobody();
    void whoReadsSlowlyMissesNothing();

private:
    static constexpr int count = 50;
    static constexpr int interval = 2; ///< milliseconds between two octets of one peer
};

void TestSlowPeers::slowHeadsAreRefused()
{
    ServerPolicy policy;
    policy.headTimeout = std::chrono::milliseconds(400);
    ServerFixture fixture(policy);
    const RawPeers peers = connectPeers(fixture.port(), count);
    const QByteArray head = "GET /echo HTTP/1.1\r\nX-Endless: " + QByteArray(10'000, 'x');
    qsizetype sent = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        for (const auto &peer : peers) {
            if (peer->socket().bytesAvailable() == 0)
                peer->send(head.mid(sent, 1));
        }
        ++sent;
    });
    timer.start(interval);
    QVERIFY(fixture.stillServes());
    const auto allAnswered = [&peers] {
        return std::all_of(peers.begin(), peers.end(),
                           [](const auto &peer) { return peer->socket().bytesAvailable() > 0; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(allAnswered(), RawPeer::patience);
    timer.stop();
    QVERIFY(sent < head.size()); // none of them was just read to the end
    for (const auto &peer : peers)
        QCOMPARE(peer->readReply().head.status, 408);
    QVERIFY(fixture.stillServes());
}

void TestSlowPeers::slowFramesDelayNobody()
{
    ServerFixture fixture;
    const RawPeers peers = connectPeers(fixture.port(), count);
    for (const auto &peer : peers)
        QVERIFY(peer->upgrade("/echo"));
    const QByteArray words = u"천천히 말합니다, one octet at a time"_s.toUtf8();
    const QByteArray frame = encodeFrame(Opcode::Text, words, MaskingKey{1, 2, 3, 4});
    qsizetype sent = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        for (const auto &peer : peers)
            peer->send(frame.mid(sent, 1));
        if (++sent == frame.size())
            timer.stop();
    });
    timer.start(interval);
    QVERIFY(fixture.stillServes());
    for (const auto &peer : peers)
        QCOMPARE(peer->readFrame().payload, words);
}

/// One message may be larger than the bound, and take its time.
void TestSlowPeers::whoReadsSlowlyMissesNothing()
{
    ServerPolicy policy;
    policy.link.maxQueueSize = 1024 * 1024;
    ServerFixture fixture(policy);
    RawPeer slow;
    QVERIFY(slow.connectTo(fixture.port()));
    const int small = 64 * 1024;
    QCOMPARE(::setsockopt(int(slow.socket().socketDescriptor()), SOL_SOCKET, SO_RCVBUF, &small, sizeof small),
             0);
    QVERIFY(slow.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    const quint64 slowId = fixture.lastMember().id;
    RawPeer talker(fixture.port());
    QVERIFY(talker.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 2);
    slow.socket().setReadBufferSize(small);
    qint64 received = 0;
    QTimer line;
    connect(&line, &QTimer::timeout, this, [&] { received += slow.socket().read(small / 4).size(); });
    line.start(5);
    const QByteArray message(12 * 1024 * 1024, 'x'); // several times what the system takes
    talker.sendFrame(Opcode::Binary, message);
    QCOMPARE(talker.readFrame().payload.size(), message.size());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.server.roster()->member(slowId)->bufferedAmount >
                                 policy.link.maxQueueSize,
                             RawPeer::patience);
    line.setInterval(0);
    constexpr int headSize = 10;
    QTRY_COMPARE_WITH_TIMEOUT(received, headSize + message.size(), RawPeer::patience);
    QVERIFY(fixture.left.isEmpty());
}

QTEST_GUILESS_MAIN(TestSlowPeers)
#include "tst_slowpeers.moc"
