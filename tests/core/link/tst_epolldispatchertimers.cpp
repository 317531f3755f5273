#include "core/link/epolldispatcher.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <array>
#include <utility>

#include <unistd.h>

using namespace confab;
using namespace std::chrono_literals;

class TestEpollDispatcherTimers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timersFire_data();
    void timersFire();
    void zeroTimersDoNotStarveOthers();
    void timersMayStopEachOther();
    void aTimersEventIsNotNested();
    void aTimerWhoseEventIsDeliveredWakesNobody();
    void aTimerMayStartAnewInItsEvent();
    void timersStartedAndStoppedInAnyOrder();
    void aTimerThatIsDueWhenALoopIsNested();
    void knowsItsTimers();

private:
    static EpollDispatcher &dispatcher() { return *EpollDispatcher::current(); }
};

void TestEpollDispatcherTimers::timersFire_data()
{
    QTest::addColumn<Qt::TimerType>("type");
    QTest::newRow("precise") << Qt::PreciseTimer;
    QTest::newRow("coarse") << Qt::CoarseTimer;
    QTest::newRow("very coarse") << Qt::VeryCoarseTimer;
}

void TestEpollDispatcherTimers::timersFire()
{
    QFETCH(const Qt::TimerType, type);
    QTimer repeated;
    repeated.setTimerType(type);
    QTimer once;
    once.setTimerType(type);
    once.setSingleShot(true);
    int fired = 0;
    int firedOnce = 0;
    connect(&repeated, &QTimer::timeout, this, [&] { ++fired; });
    connect(&once, &QTimer::timeout, this, [&] { ++firedOnce; });
    const auto begin = std::chrono::steady_clock::now();
    repeated.start(2ms);
    once.start(3ms);
    QTRY_VERIFY(fired >= 5);
    QVERIFY(std::chrono::steady_clock::now() - begin >= 10ms); // never early
    QCOMPARE(firedOnce, 1);
}

void TestEpollDispatcherTimers::zeroTimersDoNotStarveOthers()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QTimer busy;
    int fired = 0;
    connect(&busy, &QTimer::timeout, this, [&] { ++fired; });
    busy.start(0);
    QSocketNotifier notifier(ends[0], QSocketNotifier::Read);
    bool activated = false;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        activated = true;
        notifier.setEnabled(false);
    });
    QCOMPARE(::write(ends[1], "x", 1), 1);
    QTRY_VERIFY(activated && fired > 0);
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestEpollDispatcherTimers::timersMayStopEachOther()
{
    QTimer first;
    QTimer second;
    int fired = 0;
    const auto stopBoth = [&] {
        ++fired;
        first.stop();
        second.stop();
    };
    connect(&first, &QTimer::timeout, this, stopBoth);
    connect(&second, &QTimer::timeout, this, stopBoth);
    first.start(1ms);
    second.start(1ms);
    QTRY_COMPARE(fired, 1);
    QTest::qWait(5);
    QCOMPARE(fired, 1);
}

void TestEpollDispatcherTimers::aTimersEventIsNotNested()
{
    QTimer timer;
    int depth = 0;
    int deepest = 0;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        deepest = std::max(deepest, ++depth);
        QCoreApplication::processEvents();
        --depth;
    });
    timer.start(0);
    QTRY_VERIFY(fired >= 3);
    QCOMPARE(deepest, 1);
}

void TestEpollDispatcherTimers::aTimerWhoseEventIsDeliveredWakesNobody()
{
    QTimer timer;
    QEventLoop outer;
    int waits = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        QEventLoop inner;
        connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &inner, [&] { ++waits; });
        QTimer::singleShot(30ms, &inner, &QEventLoop::quit);
        inner.exec();
        timer.stop();
        outer.quit();
    });
    timer.start(1ms); // it would be due again at once
    outer.exec();
    QVERIFY(waits > 0);
    QVERIFY2(waits < 10, qPrintable(QString::number(waits)));
}

void TestEpollDispatcherTimers::aTimerMayStartAnewInItsEvent()
{
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        timer.start(fired < 3 ? 1ms : 1h); // another timer, perhaps by the same number
    });
    timer.start(1ms);
    QTRY_COMPARE(fired, 3);
    QCOMPARE(dispatcher().registeredTimers(&timer).size(), 1);
    QVERIFY(timer.remainingTimeAsDuration() > 59min);
}

void TestEpollDispatcherTimers::timersStartedAndStoppedInAnyOrder()
{
    QTimer late;
    QTimer early;
    late.setSingleShot(true);
    early.setSingleShot(true);
    QStringList fired;
    connect(&late, &QTimer::timeout, this, [&] { fired += QStringLiteral("late"); });
    connect(&early, &QTimer::timeout, this, [&] { fired += QStringLiteral("early"); });
    late.start(20ms);
    QTest::qWait(2); // the system is asked for it
    early.start(1ms);
    QTRY_COMPARE(fired.size(), 2);
    QCOMPARE(fired.constFirst(), QStringLiteral("early"));
    early.start(1ms);
    late.start(2ms);
    early.stop(); // the system wakes us for it all the same
    QTRY_COMPARE(fired.size(), 3);
    QCOMPARE(fired.constLast(), QStringLiteral("late"));
}

void TestEpollDispatcherTimers::aTimerThatIsDueWhenALoopIsNested()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    QTimer timer;
    timer.setSingleShot(true);
    QSocketNotifier notifier(ends[0], QSocketNotifier::Read);
    bool waited = false;
    bool nested = false;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        if (!std::exchange(waited, true)) {
            // Next time, both are announced at once.
            const auto begin = std::chrono::steady_clock::now();
            while (std::chrono::steady_clock::now() - begin < 5ms) {
            }
            return;
        }
        notifier.setEnabled(false);
        QEventLoop loop;
        connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
        if (timer.isActive())
            loop.exec();
        nested = true;
    });
    timer.start(3ms);
    QCOMPARE(::write(ends[1], "x", 1), 1);
    while (!nested)
        dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestEpollDispatcherTimers::knowsItsTimers()
{
    QObject owner;
    const int first = owner.startTimer(1h, Qt::PreciseTimer);
    owner.startTimer(2h);
    const auto timers = dispatcher().registeredTimers(&owner);
    QCOMPARE(timers.size(), 2);
    const auto &timer = timers.at(timers.at(0).timerId == first ? 0 : 1);
    QCOMPARE(timer.timerId, first);
    QCOMPARE(timer.interval, 3'600'000);
    QCOMPARE(timer.timerType, Qt::PreciseTimer);
    const int left = dispatcher().remainingTime(first);
    QVERIFY(left > 3'500'000 && left <= 3'600'000);
    QVERIFY(dispatcher().unregisterTimer(first));
    QVERIFY(!dispatcher().unregisterTimer(first));
    QCOMPARE(dispatcher().remainingTime(first), -1);
    QVERIFY(dispatcher().unregisterTimers(&owner));
    QVERIFY(dispatcher().registeredTimers(&owner).isEmpty());
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcherTimers test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatchertimers.moc"
