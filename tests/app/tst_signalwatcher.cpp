#include "app/signalwatcher.h"

#include <QScopeGuard>
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

    /// As under nohup, and in the background of a shell without job control.
    void leavesIgnoredSignalsIgnored_data() { reportsEachSignal_data(); }

    void leavesIgnoredSignalsIgnored()
    {
        QFETCH(int, number);
        std::signal(number, SIG_IGN);
        const auto restore = qScopeGuard([number] { std::signal(number, SIG_DFL); });
        const auto action = [number] {
            struct sigaction present = {};
            ::sigaction(number, nullptr, &present);
            return present.sa_handler;
        };
        {
            const SignalWatcher watcher;
            QVERIFY(action() == SIG_IGN);
        }
        QVERIFY(action() == SIG_IGN);
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
