#include "core/link/networkthread.h"

#ifdef Q_OS_LINUX
#include "refusedcall.h"

#include <sys/syscall.h>
#endif

#include <QAbstractEventDispatcher>
#include <QPointer>
#include <QTest>

#include <atomic>
#include <pthread.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

void freeSlowly(void *freed)
{
    QThread::msleep(20); // long enough for a destructor that does not wait
    *static_cast<std::atomic<bool> *>(freed) = true;
}

} // namespace

class TestNetworkThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAnEventLoop();
    void endsAtOnce();
    void deletesWhatIsLeft();
    void outlivesItsThreadData();
    void isNotCancelled();
#ifdef Q_OS_LINUX
    void leavesNothingWhereTheSystemGivesNoThread();
#endif
};

void TestNetworkThread::runsAnEventLoop()
{
    NetworkThread thread(u"a name"_s);
    QCOMPARE(thread.objectName(), u"a name"_s);
    std::atomic<QThread *> seen = nullptr;
    QObject object;
    object.moveToThread(&thread);
    QMetaObject::invokeMethod(
        &object,
        [&] {
            seen = QThread::currentThread();
            object.moveToThread(nullptr);
        },
        Qt::BlockingQueuedConnection);
    QCOMPARE(seen.load(), &thread);
}

void TestNetworkThread::endsAtOnce()
{
    for (int i = 0; i < 20; ++i)
        NetworkThread thread(u"short"_s);
    // The test ends: no thread missed being told to.
}

void TestNetworkThread::deletesWhatIsLeft()
{
    bool deleted = false;
    {
        NetworkThread thread(u"owner"_s);
        auto object = std::make_unique<QObject>();
        connect(object.get(), &QObject::destroyed, object.get(), [&deleted] { deleted = true; });
        object->moveToThread(&thread);
        object.release()->deleteLater();
    }
    QVERIFY(deleted);
}

void TestNetworkThread::outlivesItsThreadData()
{
    // The keys on both sides of the thread's own: the order of keys must not matter.
    pthread_key_t before = {};
    pthread_key_t after = {};
    QCOMPARE(::pthread_key_create(&before, freeSlowly), 0);
    {
        NetworkThread thread(u"creates its key"_s);
    }
    QCOMPARE(::pthread_key_create(&after, freeSlowly), 0);

    std::atomic<bool> beforeFreed = false;
    std::atomic<bool> afterFreed = false;
    {
        NetworkThread thread(u"keeps data"_s);
        QObject object;
        object.moveToThread(&thread);
        QMetaObject::invokeMethod(
            &object,
            [&] {
                ::pthread_setspecific(before, &beforeFreed);
                ::pthread_setspecific(after, &afterFreed);
                object.moveToThread(nullptr);
            },
            Qt::BlockingQueuedConnection);
    }
    QVERIFY(beforeFreed);
    QVERIFY(afterFreed);
    ::pthread_key_delete(before);
    ::pthread_key_delete(after);
}

void TestNetworkThread::isNotCancelled()
{
    NetworkThread thread(u"goes on"_s);
    QObject object;
    object.moveToThread(&thread);
    std::atomic<pthread_t> handle = {};
    std::atomic<int> type = -1;
    const auto call = [&object](const auto &function) {
        QMetaObject::invokeMethod(&object, function, Qt::BlockingQueuedConnection);
    };
    call([&] {
        handle = ::pthread_self();
        int before = -1;
        ::pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &before);
        type = before;
    });
    QCOMPARE(type.load(), int(PTHREAD_CANCEL_ASYNCHRONOUS));
    QCOMPARE(::pthread_cancel(handle), 0);
    std::atomic<bool> called = false;
    call([&] {
        called = true;
        object.moveToThread(nullptr);
    });
    QVERIFY(called);
}

#ifdef Q_OS_LINUX
void TestNetworkThread::leavesNothingWhereTheSystemGivesNoThread()
{
    QVERIFY(onAnotherThread([] {
        if (!refuse(SYS_clone3) || !refuse(SYS_clone))
            return false;
        QPointer<QAbstractEventDispatcher> dispatcher;
        {
            NetworkThread thread(u"refused"_s);
            dispatcher = thread.eventDispatcher();
            if (thread.isRunning() || !dispatcher)
                return false;
        }
        return dispatcher.isNull();
    }));
}
#endif

QTEST_GUILESS_MAIN(TestNetworkThread)
#include "tst_networkthread.moc"
