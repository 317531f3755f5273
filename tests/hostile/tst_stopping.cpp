#include "hostilepeer.h"

#include <algorithm>

using namespace confab;
using namespace Qt::StringLiterals;

/// Stopping loses nothing: what is queued is sent before the 1001, or its time-out passes; the port is free
/// at once.
class TestStopping : public QObject
{
    Q_OBJECT

private slots:
    void slowReadersGetAllThatIsQueued();
    void whoNeverReadsIsCutAfterTheTimeout();
    void startsTwentyTimesOnOnePort();

private:
    /// Messages that differ, of half a MiB each.
    static QByteArray message(int number)
    {
        return QByteArray::number(number) + QByteArray(512 * 1024 + number, char('a' + number % 26));
    }
    static constexpr int messages = 20; // 10 MiB: far more than the system's buffers hold
};

void TestStopping::slowReadersGetAllThatIsQueued()
{
    ServerPolicy policy;
    policy.stopTimeout = std::chrono::minutes(5); // the slow one is slow on a slow machine
    policy.link.closingTimeout = policy.stopTimeout;
    ServerFixture fixture(policy);
    QSignalSpy stopped(&fixture.server, &RoomServer::stopped);
    RawPeer slow(fixture.port());
    slow.socket().setReadBufferSize(16 * 1024);
    QVERIFY(slow.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    const quint64 id = fixture.lastMember().id;
    for (int i = 0; i < messages; ++i)
        fixture.server.sendBinary(id, message(i));
    fixture.server.stop();
    for (int i = 0; i < messages; ++i)
        QCOMPARE(slow.readFrame().payload, message(i));
    QCOMPARE(stopped.size(), 0);
    QCOMPARE(slow.readFrame(Opcode::Close).closeCode(), 1001);
    slow.sendClose("\x03\xE9"_ba);
    QVERIFY(slow.waitForEnd());
    QTRY_COMPARE(stopped.size(), 1);
    QCOMPARE(int(fixture.left.constFirst().constFirst().value<MemberInfo>().close.code), 1001);
}

void TestStopping::whoNeverReadsIsCutAfterTheTimeout()
{
    ServerPolicy policy;
    policy.stopTimeout = std::chrono::milliseconds(100);
    ServerFixture fixture(policy);
    QSignalSpy stopped(&fixture.server, &RoomServer::stopped);
    RawPeer never(fixture.port());
    never.socket().setReadBufferSize(1024);
    QVERIFY(never.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    for (int i = 0; i < messages; ++i)
        fixture.server.sendBinary(fixture.lastMember().id, message(i));
    fixture.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, RawPeer::patience);
    QCOMPARE(fixture.left.size(), 1);
    QCOMPARE(int(fixture.left.constFirst().constFirst().value<MemberInfo>().close.code), 1006);
}

void TestStopping::startsTwentyTimesOnOnePort()
{
    ServerPolicy policy;
    ServerFixture fixture(policy);
    QVERIFY(fixture.listens);
    policy.address = QHostAddress(QHostAddress::LocalHost);
    policy.port = fixture.port();
    QSignalSpy failed(&fixture.server, &RoomServer::failed);
    for (int round = 0; round < 20; ++round) {
        if (round > 0) {
            fixture.server.start(policy);
            QTRY_COMPARE(fixture.server.state(), RoomServer::State::Listening);
        }
        QCOMPARE(fixture.port(), policy.port);
        const RawPeers peers = connectPeers(fixture.port(), 3);
        for (const auto &peer : peers)
            QVERIFY(peer->upgrade("/"));
        fixture.server.stop();
        for (const auto &peer : peers) {
            QCOMPARE(peer->readFrame(Opcode::Close).closeCode(), 1001);
            peer->sendClose("\x03\xE9"_ba);
        }
        QTRY_COMPARE(fixture.server.state(), RoomServer::State::Stopped);
        for (const auto &peer : peers)
            QVERIFY(peer->waitForEnd());
    }
    QCOMPARE(failed.size(), 0);
    QCOMPARE(fixture.joined.size(), 60);
    QCOMPARE(fixture.left.size(), 60);
}

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
