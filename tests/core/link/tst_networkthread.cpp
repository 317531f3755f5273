#include "core/link/networkthread.h"

#include <QTest>

#include <atomic>

using namespace confab;
using namespace Qt::StringLiterals;

class TestNetworkThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAnEventLoop();
    void endsAtOnce();
    void deletesWhatIsLeft();
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

QTEST_GUILESS_MAIN(TestNetworkThread)
#include "tst_networkthread.moc"
