#include "core/traffic/trafficclock.h"

#include <QTest>

using namespace confab;

class TestTrafficClock : public QObject
{
    Q_OBJECT

    /// The time is another one than the clock's last, from here on.
    static void letTimePass()
    {
        const qint64 now = microsecondsNow();
        while (microsecondsNow() == now) {
        }
    }

private Q_SLOTS:
    void looksAtOnce()
    {
        TrafficClock clock;
        const qint64 before = microsecondsNow();
        const qint64 time = clock.timeFor(10);
        QVERIFY(before <= time && time <= microsecondsNow());
    }

    void looksAgainAfterSomeRecords()
    {
        TrafficClock clock;
        const qint64 first = clock.timeFor(0);
        letTimePass();
        for (int i = 1; i < TrafficClock::maxWork / TrafficClock::recordCost; ++i)
            QCOMPARE(clock.timeFor(0), first);
        QVERIFY(clock.timeFor(0) > first);
    }

    void looksAgainAfterSomeOctets()
    {
        TrafficClock clock;
        const qint64 first = clock.timeFor(0);
        letTimePass();
        const qint64 second = clock.timeFor(TrafficClock::maxWork);
        QVERIFY(second > first);
        letTimePass();
        QVERIFY(clock.timeFor(0) > second);
    }

    void looksAgainWhenDistrusted()
    {
        TrafficClock clock;
        const qint64 first = clock.timeFor(0);
        letTimePass();
        clock.distrust();
        QVERIFY(clock.timeFor(0) > first);
    }
};

QTEST_APPLESS_MAIN(TestTrafficClock)
#include "tst_trafficclock.moc"
