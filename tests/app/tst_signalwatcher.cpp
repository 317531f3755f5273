#include "app/signalwatcher.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace confab;

namespace {

auto handlerOf(int number)
{
    struct sigaction present = {};
    ::sigaction(number, nullptr, &present);
    return present.sa_handler;
}

} // namespace

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

    void outlivesTheTerminalUnderNohup()
    {
        std::signal(SIGHUP, SIG_IGN);
        const auto restore = qScopeGuard([] { std::signal(SIGHUP, SIG_DFL); });
        {
            const SignalWatcher watcher;
            QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
        }
        QVERIFY(handlerOf(SIGHUP) == SIG_IGN);
    }

    /// A script's background has SIGINT ignored; `kill -INT` closes the room there too.
    void hearsSigintInABackground()
    {
        std::signal(SIGINT, SIG_IGN);
        const auto restore = qScopeGuard([] { std::signal(SIGINT, SIG_DFL); });
        const SignalWatcher watcher;
        QSignalSpy spy(&watcher, &SignalWatcher::terminationRequested);
        QCOMPARE(::raise(SIGINT), 0);
        QVERIFY(spy.count() == 1 || spy.wait());
    }

    void restoresTheDefaultAction()
    {
        {
            const SignalWatcher watcher;
        }
        QVERIFY(handlerOf(SIGTERM) == SIG_DFL);
    }
};

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_signalwatcher.moc"
