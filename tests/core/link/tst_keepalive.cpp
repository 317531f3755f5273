#include "core/link/keepalive.h"

#include <QTest>

using namespace confab;
using namespace std::chrono_literals;

class TestKeepAlive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pingsASilentPeerAndGivesItUp();
    void anySignOfLifeIsAnAnswer();
    void asksLaterAfterASignOfLife();
    void countsItsPings();
    void beginsAnew();
    void mayBeLateByATwentieth();
    void zeroIntervalNeverPings();
    void asksWhenItIsTo();
    void asksOnceWithoutAnInterval();

private:
    const KeepAlive::TimePoint m_start{1h};
};

void TestKeepAlive::pingsASilentPeerAndGivesItUp()
{
    KeepAlive keepAlive(20s, 5s);
    QVERIFY(keepAlive.isWanted());
    QVERIFY(keepAlive.start(m_start) == 20s);
    const KeepAlive::Verdict ping = keepAlive.check(m_start + 20s);
    QCOMPARE(ping.due, KeepAlive::Due::Ping);
    QVERIFY(ping.checkAgainIn == 5s);
    QCOMPARE(keepAlive.pingPayload(), QByteArray(8, '\0'));
    const KeepAlive::Verdict early = keepAlive.check(m_start + 24s);
    QCOMPARE(early.due, KeepAlive::Due::Nothing); // one question, no answer yet
    QVERIFY(early.checkAgainIn == 1s);
    QCOMPARE(keepAlive.check(m_start + 25s).due, KeepAlive::Due::Loss);
}

void TestKeepAlive::anySignOfLifeIsAnAnswer()
{
    KeepAlive keepAlive(20s, 5s);
    keepAlive.start(m_start);
    QCOMPARE(keepAlive.check(m_start + 20s).due, KeepAlive::Due::Ping);
    keepAlive.noteSignOfLife(m_start + 21s);
    const KeepAlive::Verdict verdict = keepAlive.check(m_start + 25s);
    QCOMPARE(verdict.due, KeepAlive::Due::Nothing);
    QVERIFY(verdict.checkAgainIn == 16s);
}

void TestKeepAlive::asksLaterAfterASignOfLife()
{
    KeepAlive keepAlive(20s, 5s);
    keepAlive.start(m_start);
    keepAlive.noteSignOfLife(m_start + 19s);
    const KeepAlive::Verdict verdict = keepAlive.check(m_start + 20s);
    QCOMPARE(verdict.due, KeepAlive::Due::Nothing);
    QVERIFY(verdict.checkAgainIn == 19s);
}

void TestKeepAlive::mayBeLateByATwentieth()
{
    QVERIFY(KeepAlive(20s, 20s).grain() == 1s);
    QVERIFY(KeepAlive(20s, 1s).grain() == 50ms);
    QVERIFY(KeepAlive(2s, 20s).grain() == 100ms);
    QVERIFY(KeepAlive(20s, 0s).grain() == 1ns);
}

void TestKeepAlive::asksWhenItIsTo()
{
    KeepAlive keepAlive(20s, 5s);
    keepAlive.start(m_start);
    QVERIFY(!keepAlive.isWaiting());
    QVERIFY(keepAlive.ask(m_start + 3s, 1s) == 1s);
    QVERIFY(keepAlive.isWaiting());
    QCOMPARE(keepAlive.pingPayload(), QByteArray(8, '\0'));
    keepAlive.noteSignOfLife(m_start + 3500ms);
    QVERIFY(!keepAlive.isWaiting());
    const KeepAlive::Verdict verdict = keepAlive.check(m_start + 4s);
    QCOMPARE(verdict.due, KeepAlive::Due::Nothing);
    QVERIFY(verdict.checkAgainIn == 19500ms);
    // What it asks by itself has its own patience.
    QCOMPARE(keepAlive.check(m_start + 24s).due, KeepAlive::Due::Ping);
    QCOMPARE(keepAlive.check(m_start + 28s).due, KeepAlive::Due::Nothing);
    // A question in between is not to be waited for longer than it says.
    keepAlive.ask(m_start + 28s, 500ms);
    QCOMPARE(keepAlive.check(m_start + 28500ms).due, KeepAlive::Due::Loss);
}

void TestKeepAlive::asksOnceWithoutAnInterval()
{
    KeepAlive keepAlive(0s, 5s);
    keepAlive.ask(m_start, 1s);
    keepAlive.noteSignOfLife(m_start + 1ms);
    const KeepAlive::Verdict verdict = keepAlive.check(m_start + 1s);
    QCOMPARE(verdict.due, KeepAlive::Due::Nothing);
    QVERIFY(verdict.checkAgainIn == 0s);
    keepAlive.ask(m_start + 2s, 1s);
    QCOMPARE(keepAlive.check(m_start + 3s).due, KeepAlive::Due::Loss);
}

void TestKeepAlive::countsItsPings()
{
    KeepAlive keepAlive(20s, 5s);
    keepAlive.start(m_start);
    auto now = m_start;
    for (char count = 0; count < 3; ++count) {
        now += 20s;
        QCOMPARE(keepAlive.check(now).due, KeepAlive::Due::Ping);
        QCOMPARE(keepAlive.pingPayload(), QByteArray(7, '\0') + count);
        keepAlive.noteSignOfLife(now);
    }
}

void TestKeepAlive::beginsAnew()
{
    KeepAlive keepAlive(20s, 5s);
    keepAlive.start(m_start);
    QCOMPARE(keepAlive.check(m_start + 20s).due, KeepAlive::Due::Ping);
    QVERIFY(keepAlive.start(m_start + 21s) == 20s);
    QCOMPARE(keepAlive.check(m_start + 40s).due, KeepAlive::Due::Nothing);
}

void TestKeepAlive::zeroIntervalNeverPings()
{
    QVERIFY(!KeepAlive(0ms, 1ms).isWanted());
}

QTEST_APPLESS_MAIN(TestKeepAlive)
#include "tst_keepalive.moc"
