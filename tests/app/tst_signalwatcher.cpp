#include "app/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace confab;

class TestSignalWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsEachSignal_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void reportsEachSignal()
    {
        QFETCH(int, number);
        const SignalWatcher watcher;
        QSignalSpy spy(&watcher, &SignalWatcher::terminationRequested);
        QCOMPARE(::raise(number), 0);
        QVERIFY(spy.count() == 1 || spy.wait());
        QCOMPARE(::raise(number), 0);
        QVERIFY(spy.count() == 2 || spy.wait());
    }

    void restoresTheDefaultAction()
    {
        {
            const SignalWatcher watcher;
        }
        struct sigaction action = {};
        QCOMPARE(::sigaction(SIGTERM, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_DFL);
    }
};

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_signalwatcher.moc"
