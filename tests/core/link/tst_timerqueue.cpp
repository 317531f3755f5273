#include "core/link/timerqueue.h"

#include <QStringList>
#include <QTest>

#include <memory>
#include <random>
#include <set>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestTimerQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firesInOrderOfDeadlines();
    void manyInRandomOrder();
    void roundsUpToTheGrain();
    void firesThoseOfOneGrainTogether();
    void startsAnew();
    void stops();
    void timersMayBeDestroyedWhileTheyFire();
    void timersMayBeStartedWhileTheyFire();
};

void TestTimerQueue::firesInOrderOfDeadlines()
{
    TimerQueue queue;
    QStringList fired;
    QueuedTimer late(queue, [&] { fired += u"late"_s; });
    QueuedTimer early(queue, [&] { fired += u"early"_s; });
    QueuedTimer middle(queue, [&] { fired += u"middle"_s; });
    late.start(30ms);
    early.start(1ms);
    middle.start(15ms);
    QVERIFY(late.isActive());
    QTRY_COMPARE(fired, QStringList({u"early"_s, u"middle"_s, u"late"_s}));
    QVERIFY(!late.isActive());
}

void TestTimerQueue::manyInRandomOrder()
{
    constexpr int count = 500;
    TimerQueue queue;
    QList<int> fired;
    std::vector<std::unique_ptr<QueuedTimer>> timers;
    QList<int> delays;
    std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same each time
    for (int i = 0; i < count; ++i) {
        delays.append(int(random() % 100));
        timers.push_back(std::make_unique<QueuedTimer>(queue, [&fired, i] { fired.append(i); }));
    }
    const auto base = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i)
        timers[std::size_t(i)]->start(std::chrono::milliseconds(delays[i]) +
                                      (base - std::chrono::steady_clock::now()));
    QList<int> expected;
    for (int i = 0; i < count; ++i) {
        if (i % 3 == 0)
            timers[std::size_t(i)]->stop();
        else
            expected.append(delays[i]);
    }
    std::sort(expected.begin(), expected.end());
    QTRY_COMPARE(fired.size(), expected.size());
    QList<int> firedDelays;
    for (const int number : std::as_const(fired))
        firedDelays.append(delays[number]);
    QCOMPARE(firedDelays, expected);
}

void TestTimerQueue::roundsUpToTheGrain()
{
    using Time = std::chrono::steady_clock::time_point;
    QVERIFY(QueuedTimer::roundedUp(Time(1001ms), 50ms) == Time(1050ms));
    QVERIFY(QueuedTimer::roundedUp(Time(1049ms), 50ms) == Time(1050ms));
    QVERIFY(QueuedTimer::roundedUp(Time(1050ms), 50ms) == Time(1050ms));
    QVERIFY(QueuedTimer::roundedUp(Time(1050ms) + 1ns, 50ms) == Time(1100ms));
    QVERIFY(QueuedTimer::roundedUp(Time(1050ms) + 1ns, 1ns) == Time(1050ms) + 1ns);
}

/// Wakes once for each multiple of the grain, and nobody is early.
void TestTimerQueue::firesThoseOfOneGrainTogether()
{
    struct WakeUps : QObject
    {
        int count = 0;
        bool eventFilter(QObject *, QEvent *event) override
        {
            count += int(event->type() == QEvent::Timer);
            return false;
        }
    };
    using Clock = std::chrono::steady_clock;
    constexpr auto grain = 20ms;
    constexpr auto longest = 40ms;
    TimerQueue queue;
    WakeUps wakeUps;
    queue.installEventFilter(&wakeUps);
    int fired = 0;
    int early = 0;
    std::set<int> used; // wake-ups
    std::vector<std::unique_ptr<QueuedTimer>> timers;
    const Clock::time_point begin = Clock::now();
    for (auto delay = 1ms; delay <= longest; ++delay) {
        const Clock::time_point due = Clock::now() + delay;
        timers.push_back(std::make_unique<QueuedTimer>(queue, [&, due] {
            ++fired;
            early += int(Clock::now() < due);
            used.insert(wakeUps.count);
        }));
        timers.back()->start(delay, grain);
    }
    const auto first = QueuedTimer::roundedUp(begin, grain);
    const auto last = QueuedTimer::roundedUp(Clock::now() + longest, grain);
    QTRY_COMPARE(fired, 40);
    QCOMPARE(early, 0);
    QVERIFY(qint64(used.size()) <= 1 + (last - first) / grain);
}

void TestTimerQueue::startsAnew()
{
    TimerQueue queue;
    int fired = 0;
    QueuedTimer timer(queue, [&] { ++fired; });
    timer.start(1h);
    timer.start(1ms);
    QTRY_COMPARE(fired, 1);
    timer.start(1ms);
    QTRY_COMPARE(fired, 2);
}

void TestTimerQueue::stops()
{
    TimerQueue queue;
    bool fired = false;
    bool referenceFired = false;
    QueuedTimer stopped(queue, [&] { fired = true; });
    QueuedTimer reference(queue, [&] { referenceFired = true; });
    stopped.start(1ms);
    reference.start(2ms);
    stopped.stop();
    QVERIFY(!stopped.isActive());
    QTRY_VERIFY(referenceFired);
    QVERIFY(!fired);
}

void TestTimerQueue::timersMayBeDestroyedWhileTheyFire()
{
    TimerQueue queue;
    QStringList fired;
    std::unique_ptr<QueuedTimer> itself;
    std::unique_ptr<QueuedTimer> other = std::make_unique<QueuedTimer>(queue, [&] { fired += u"other"_s; });
    itself = std::make_unique<QueuedTimer>(queue, [&] {
        itself.reset();
        other.reset();
        fired += u"itself"_s;
    });
    QueuedTimer last(queue, [&] { fired += u"last"_s; });
    itself->start(0ms);
    other->start(1ms);
    last.start(2ms);
    QTRY_COMPARE(fired, QStringList({u"itself"_s, u"last"_s}));
}

void TestTimerQueue::timersMayBeStartedWhileTheyFire()
{
    TimerQueue queue;
    int fired = 0;
    QueuedTimer *again = nullptr;
    QueuedTimer timer(queue, [&] {
        if (++fired < 5)
            again->start(0ms);
    });
    again = &timer;
    timer.start(0ms);
    QTRY_COMPARE(fired, 5);
    QVERIFY(!timer.isActive());
}

QTEST_GUILESS_MAIN(TestTimerQueue)
#include "tst_timerqueue.moc"
