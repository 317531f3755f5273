#include "core/link/keepalive.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;

class TestKeepAlive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pingsASilentPeerAndGivesItUp();
    void countsItsPings();
    void zeroIntervalNeverPings();
    void stops();
};

void TestKeepAlive::pingsASilentPeerAndGivesItUp()
{
    KeepAlive keepAlive(5ms, 5ms);
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    QSignalSpy losses(&keepAlive, &KeepAlive::peerLost);
    keepAlive.start();
    QTRY_COMPARE(losses.count(), 1);
    QCOMPARE(pings.count(), 1); // one question, no answer
    QCOMPARE(pings[0][0].toByteArray(), QByteArray(8, '\0'));
}

void TestKeepAlive::countsItsPings()
{
    KeepAlive keepAlive(1ms, 10s);
    QSignalSpy pings(&keepAlive, &KeepAlive::pingDue);
    QSignalSpy losses(&keepAlive, &KeepAlive::peerLost);
    KeepAlive answered(1ms, 2ms);
    QSignalSpy answeredPings(&answered, &KeepAlive::pingDue);
    QSignalSpy answeredLosses(&answered, &KeepAlive::peerLost);
    connect(&answered, &KeepAlive::pingDue, &answered, &KeepAlive::noteSignOfLife);
    keepAlive.start();
    answered.start();
    QTRY_VERIFY(answeredPings.count() >= 3);
    QCOMPARE(answeredPings[2][0].toByteArray(), QByteArray(7, '\0') + '\2');
    QCOMPARE(answeredLosses.count(), 0);
    QVERIFY(pings.count() <= 1); // it waits for the answer before it asks again
    QCOMPARE(losses.count(), 0);
}

void TestKeepAlive::zeroIntervalNeverPings()
{
    KeepAlive never(0ms, 1ms);
    QSignalSpy neverPings(&never, &KeepAlive::pingDue);
    KeepAlive reference(1ms, 1ms);
    QSignalSpy losses(&reference, &KeepAlive::peerLost);
    never.start();
    reference.start();
    QTRY_COMPARE(losses.count(), 1);
    QCOMPARE(neverPings.count(), 0);
}

void TestKeepAlive::stops()
{
    KeepAlive stopped(1ms, 1ms);
    QSignalSpy pings(&stopped, &KeepAlive::pingDue);
    KeepAlive reference(2ms, 2ms);
    QSignalSpy losses(&reference, &KeepAlive::peerLost);
    stopped.start();
    stopped.stop();
    reference.start();
    QTRY_COMPARE(losses.count(), 1);
    QCOMPARE(pings.count(), 0);
}

QTEST_GUILESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
