#include "core/link/epolldispatcher.h"
#include "descriptorpair.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <atomic>
#include <functional>
#include <thread>
#include <utility>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr auto patience = 10s; ///< before a test has failed

struct Handler final : DescriptorHandler
{
    int calls = 0;
    quint32 events = 0;
    std::function<void()> onCall = [] {};
    void descriptorReady(quint32 ready) override
    {
        ++calls;
        events |= ready;
        onCall();
    }
};

} // namespace

class TestEpollDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheThreads();
    void handlersAreEdgeTriggered();
    void handlersMayGoDuringDelivery();
    void handlersMayGoWhereverTheyAre();
    void againCallsOnce();
    void tasksHaveTheirTurn();
    void moreThanOneWaitCanTell();
    void postedEventsWakeIt();
    void wakesFromAnotherThread();
    void whatWasPostedBeforeComesFirst();
    void interrupts();
    void doesNotWaitIfSomethingIsPosted();
    void saysWhenItWaitsAndWakes();
    void deletesWhatWaitedForALoop();
    void deletesWhatWaitedForTheOuterLoop();
    void sendsWhatWasPostedBeforeItsTime();
    void nestedLoops();

private:
    static EpollDispatcher &dispatcher() { return *EpollDispatcher::current(); }
};

void TestEpollDispatcher::isTheThreads()
{
    QVERIFY(EpollDispatcher::current());
    QCOMPARE(QAbstractEventDispatcher::instance(), EpollDispatcher::current());
}

void TestEpollDispatcher::handlersAreEdgeTriggered()
{
    const DescriptorPair pair;
    Handler handler;
    QVERIFY(dispatcher().watch(pair.ends[0], handler));
    QTRY_COMPARE(handler.calls, 1); // it can be written to
    QVERIFY(handler.events & EPOLLOUT);
    pair.send();
    QTRY_COMPARE(handler.calls, 2);
    QVERIFY(handler.events & EPOLLIN);
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(handler.calls, 2); // although nobody read
    pair.send();
    QTRY_COMPARE(handler.calls, 3);
    dispatcher().unwatch(pair.ends[0], handler);
    pair.send();
    QCoreApplication::processEvents();
    QCOMPARE(handler.calls, 3);
}

void TestEpollDispatcher::handlersMayGoDuringDelivery()
{
    const DescriptorPair first;
    const DescriptorPair second;
    Handler a;
    Handler b;
    int calls = 0;
    const auto unwatchBoth = [&] {
        ++calls;
        dispatcher().unwatch(first.ends[0], a);
        dispatcher().unwatch(second.ends[0], b);
    };
    a.onCall = unwatchBoth;
    b.onCall = unwatchBoth;
    QVERIFY(dispatcher().watch(first.ends[0], a));
    QVERIFY(dispatcher().watch(second.ends[0], b));
    dispatcher().again(a);
    dispatcher().again(b);
    QTRY_COMPARE(calls, 1);
    QCoreApplication::processEvents();
    QCOMPARE(calls, 1);
}

void TestEpollDispatcher::handlersMayGoWhereverTheyAre()
{
    // Twice in one round.
    const DescriptorPair pair;
    Handler twice;
    twice.onCall = [&] { dispatcher().unwatch(pair.ends[0], twice); };
    QVERIFY(dispatcher().watch(pair.ends[0], twice)); // it can be written to
    dispatcher().again(twice);
    QCoreApplication::processEvents();
    QCOMPARE(twice.calls, 1);
    QCoreApplication::processEvents();
    QCOMPARE(twice.calls, 1);

    // In two rounds, one inside the other.
    const std::array<DescriptorPair, 2> pairs;
    std::array<Handler, 2> handlers;
    bool nested = false;
    for (const std::size_t self : {0, 1}) {
        const std::size_t other = 1 - self;
        handlers[self].onCall = [&, other] {
            if (std::exchange(nested, true))
                return;
            pairs[other].send();
            while (handlers[other].calls == 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            dispatcher().unwatch(pairs[other].ends[0], handlers[other]);
        };
    }
    QVERIFY(dispatcher().watch(pairs[0].ends[0], handlers[0]));
    QVERIFY(dispatcher().watch(pairs[1].ends[0], handlers[1]));
    QTRY_VERIFY(nested);
    QCoreApplication::processEvents();
    QCOMPARE(handlers[0].calls, 1);
    QCOMPARE(handlers[1].calls, 1);
    for (const std::size_t i : {0, 1})
        dispatcher().unwatch(pairs[i].ends[0], handlers[i]); // once more, for one of them

    // And come back.
    QVERIFY(dispatcher().watch(pair.ends[0], twice));
    QTRY_COMPARE(twice.calls, 2);
}

void TestEpollDispatcher::againCallsOnce()
{
    const DescriptorPair pair;
    Handler handler;
    QVERIFY(dispatcher().watch(pair.ends[0], handler));
    QTRY_COMPARE(handler.calls, 1);
    dispatcher().again(handler);
    dispatcher().again(handler);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // does not wait
    QCOMPARE(handler.calls, 2);
    QCoreApplication::processEvents();
    QCOMPARE(handler.calls, 2);
    dispatcher().unwatch(pair.ends[0], handler);
}

void TestEpollDispatcher::tasksHaveTheirTurn()
{
    struct Task final : TurnTask
    {
        int turns = 0;
        std::function<void()> onTurn = [] {};
        void takeTurn() override
        {
            ++turns;
            onTurn();
        }
    };
    Task once;
    Task again;
    Task forgotten;
    again.onTurn = [&] {
        if (again.turns < 3)
            dispatcher().atTurnEnd(again);
    };
    once.onTurn = [&] { dispatcher().forget(forgotten); };
    dispatcher().atTurnEnd(once);
    dispatcher().atTurnEnd(again);
    dispatcher().atTurnEnd(forgotten);
    while (again.turns < 3)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // does not wait while a task is due
    QCOMPARE(once.turns, 1);
    QCOMPARE(forgotten.turns, 0);

    // Behind all that is delivered in one turn.
    const DescriptorPair first;
    const DescriptorPair second;
    Handler a;
    Handler b;
    Task last;
    int before = 0;
    last.onTurn = [&] { before = a.calls + b.calls; };
    a.onCall = [&] {
        if (a.calls == 2)
            dispatcher().atTurnEnd(last);
    };
    QVERIFY(dispatcher().watch(first.ends[0], a));
    QVERIFY(dispatcher().watch(second.ends[0], b));
    QTRY_VERIFY(a.calls == 1 && b.calls == 1);
    first.send();
    second.send();
    QTRY_COMPARE(last.turns, 1);
    QCOMPARE(before, 4);
    dispatcher().unwatch(first.ends[0], a);
    dispatcher().unwatch(second.ends[0], b);
}

void TestEpollDispatcher::moreThanOneWaitCanTell()
{
    constexpr std::size_t count = 700;
    std::vector<std::unique_ptr<DescriptorPair>> pairs;
    std::vector<std::unique_ptr<Handler>> handlers;
    for (std::size_t i = 0; i < count; ++i) {
        pairs.push_back(std::make_unique<DescriptorPair>());
        if (!pairs.back()->opened)
            QSKIP("This system allows too few descriptors.");
        handlers.push_back(std::make_unique<Handler>());
        QVERIFY(dispatcher().watch(pairs.back()->ends[0], *handlers.back()));
    }
    const auto called = [&handlers](const auto &handler) { return handler->calls == 1; };
    QTRY_VERIFY(std::all_of(handlers.begin(), handlers.end(), called));
    for (std::size_t i = 0; i < count; ++i)
        dispatcher().unwatch(pairs[i]->ends[0], *handlers[i]);
}

void TestEpollDispatcher::postedEventsWakeIt()
{
    bool called = false;
    QMetaObject::invokeMethod(
        this, [&] { called = true; }, Qt::QueuedConnection);
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QVERIFY(called);
}

void TestEpollDispatcher::wakesFromAnotherThread()
{
    constexpr int rounds = 2'000;
    int called = 0;
    std::thread other([this, &called] {
        for (int i = 0; i < rounds; ++i)
            QMetaObject::invokeMethod(
                this, [&called] { ++called; }, Qt::QueuedConnection);
    });
    // A wake-up that is lost would leave this waiting.
    while (called < rounds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    other.join();
    QCOMPARE(called, rounds);
}

void TestEpollDispatcher::whatWasPostedBeforeComesFirst()
{
    const DescriptorPair pair;
    Handler handler;
    QStringList order;
    QVERIFY(dispatcher().watch(pair.ends[0], handler));
    QTRY_COMPARE(handler.calls, 1);
    handler.onCall = [&] { order += u"arrived"_s; };
    std::atomic<bool> waits = false;
    const auto connection =
        connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, this, [&] { waits = true; });
    std::thread other([&] {
        while (!waits)
            std::this_thread::yield();
        QMetaObject::invokeMethod(
            this, [&] { order += u"posted"_s; }, Qt::QueuedConnection);
        pair.send();
    });
    while (order.size() < 2)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    other.join();
    QCOMPARE(order, (QStringList{u"posted"_s, u"arrived"_s}));
    disconnect(connection);
    dispatcher().unwatch(pair.ends[0], handler);
}

void TestEpollDispatcher::interrupts()
{
    QEventLoop loop;
    QTimer::singleShot(1, &loop, &QEventLoop::quit);
    QCOMPARE(loop.exec(), 0);
    std::thread other([&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    QCOMPARE(loop.exec(), 0);
    other.join();

    // One that comes just before the wait, as QThread::quit() may: nobody would wake it again.
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    dispatcher->interrupt();
    dispatcher->processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::EventLoopExec);
}

void TestEpollDispatcher::doesNotWaitIfSomethingIsPosted()
{
    int called = 0;
    // Posted while posted events are sent: not lost in the wait behind them.
    QMetaObject::invokeMethod(
        this,
        [&] {
            ++called;
            QMetaObject::invokeMethod(
                this, [&] { ++called; }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    while (called < 2)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCOMPARE(called, 2);
}

void TestEpollDispatcher::saysWhenItWaitsAndWakes()
{
    QStringList said;
    const auto postAnEvent = [this] {
        QMetaObject::invokeMethod(
            this, [] {}, Qt::QueuedConnection);
    };
    const QObject context;
    connect(&dispatcher(), &QAbstractEventDispatcher::awake, &context, [&] { said += u"awake"_s; });
    dispatcher().processEvents(QEventLoop::AllEvents);
    QCOMPARE(said, (QStringList{u"awake"_s})); // it need not have slept
    said.clear();
    connect(&dispatcher(), &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        said += u"about to block"_s;
        postAnEvent();
    });
    dispatcher().processEvents(QEventLoop::WaitForMoreEvents);
    QCOMPARE(said, (QStringList{u"awake"_s, u"about to block"_s, u"awake"_s}));
}

void TestEpollDispatcher::deletesWhatWaitedForALoop()
{
    const QPointer<QObject> object = new QObject;
    object->deleteLater();
    QCoreApplication::processEvents();
    QVERIFY(object);
    QEventLoop loop;
    connect(object, &QObject::destroyed, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY(!object);
}

void TestEpollDispatcher::deletesWhatWaitedForTheOuterLoop()
{
    const DescriptorPair pair;
    const QPointer<QObject> object = new QObject;
    QEventLoop outer;
    connect(object, &QObject::destroyed, &outer, &QEventLoop::quit);
    QTimer::singleShot(patience, &outer, &QEventLoop::quit);
    bool wasThere = false;
    Handler handler;
    handler.onCall = [&] {
        object->deleteLater();
        QEventLoop inner;
        QMetaObject::invokeMethod(&inner, &QEventLoop::quit, Qt::QueuedConnection);
        inner.exec();
        wasThere = !object.isNull();
    };
    QVERIFY(dispatcher().watch(pair.ends[0], handler));
    outer.exec();
    QVERIFY(wasThere);
    QVERIFY(!object);
    dispatcher().unwatch(pair.ends[0], handler);
}

void TestEpollDispatcher::sendsWhatWasPostedBeforeItsTime()
{
    QThread thread;
    QObject object;
    object.moveToThread(&thread);
    QMetaObject::invokeMethod(
        &object, [&thread] { thread.quit(); }, Qt::QueuedConnection);
    thread.setEventDispatcher(new EpollDispatcher);
    thread.start();
    const bool ended = thread.wait(QDeadlineTimer(patience));
    thread.quit();
    thread.wait();
    QVERIFY(ended);
}

void TestEpollDispatcher::nestedLoops()
{
    const DescriptorPair outerPair;
    const DescriptorPair innerPair;
    Handler outer;
    Handler inner;
    QVERIFY(dispatcher().watch(innerPair.ends[0], inner));
    QTRY_COMPARE(inner.calls, 1);
    outer.onCall = [&] {
        innerPair.send();
        while (inner.calls < 2)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        dispatcher().unwatch(outerPair.ends[0], outer);
    };
    QVERIFY(dispatcher().watch(outerPair.ends[0], outer));
    QTRY_COMPARE(outer.calls, 1);
    QCOMPARE(inner.calls, 2);
    dispatcher().unwatch(innerPair.ends[0], inner);
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_epolldispatcher.moc"
