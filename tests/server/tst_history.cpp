#include "historyfolder.h"
#include "keptmessages.h"
#include "server/history.h"
#include "smallfiles.h"
#include "stalleddisk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <thread>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World : HistoryFolder
{
    QStringList happened;
    std::unique_ptr<History> history;
    QSignalSpy advanced;
    QSignalSpy failed;
    QSignalSpy pressed;

    explicit World(const DiskPatience &patience = {})
        : history(std::make_unique<History>(file, ConversationLimits(), patience))
        , advanced(history.get(), &History::advanced)
        , failed(history.get(), &History::failed)
        , pressed(history.get(), &History::pressed)
    {
        history->open();
    }

    void keep(quint64 seq, const QString &text)
    {
        history->keep(keptText(seq, text), [this, text] { happened.append(text); });
    }
    /// What another program finds, if this one is killed now.
    QStringList found() const
    {
        const QTemporaryDir elsewhere;
        const QString copy = elsewhere.filePath(u"copy"_s);
        QFile::copy(file, copy);
        QFile::copy(file + "-wal"_L1, copy + "-wal"_L1);
        HistoryFile other(copy, {});
        return textsOf(std::get<KeptHistory>(other.open()).messages);
    }
};

using namespace std::chrono_literals;

/// None that anybody would notice, and one without end.
constexpr DiskPatience none{1ms, 4ms, 1ms};
constexpr DiskPatience endless{1h, 1h, 1h};

/// How many threads of histories there are in this process (Linux).
int historyThreads()
{
    int count = 0;
    const QStringList threads = QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile name(u"/proc/self/task/%1/comm"_s.arg(thread));
        if (name.open(QFile::ReadOnly) && name.readAll() == "history\n")
            ++count;
    }
    return count;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void passesOnWhatIsInTheFile()
    {
        World world;
        QStringList there;
        world.history->keep(keptText(1, u"one"_s), [&] { there = world.found(); });
        QVERIFY(there.isEmpty()); // not at once
        QTRY_COMPARE(there, QStringList{u"one"_s});
        QCOMPARE(world.advanced.size(), 1);
    }

    void keepsTheOrder()
    {
        World world;
        QStringList expected;
        for (int round = 0; round < 50; ++round) {
            for (int i = 0; i < round % 5; ++i) {
                expected.append(u"%1.%2"_s.arg(round).arg(i));
                world.keep(quint64(expected.size()), expected.constLast());
            }
            expected.append(u"after %1"_s.arg(round));
            world.history->after([&world, text = expected.constLast()] { world.happened.append(text); });
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(world.happened, expected);
        expected.removeIf([](const QString &text) { return text.startsWith("after"_L1); });
        QCOMPARE(world.found(), expected);
    }

    void whatWaitsForNothingHappensAtOnce()
    {
        World world;
        bool happened = false;
        world.history->after([&happened] { happened = true; });
        QVERIFY(happened);
        QVERIFY(world.advanced.isEmpty());
    }

    void finishesWithoutAnEventLoop()
    {
        World world;
        world.keep(1, u"one"_s);
        world.keep(2, u"two"_s);
        world.history->finish();
        QCOMPARE(world.happened, (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(world.found(), world.happened);
        world.history->finish(); // nothing is left
        QCoreApplication::processEvents();
        QCOMPARE(world.happened.size(), 2);
    }

    void writesWhatWaitsAsItGoes()
    {
        World world;
        world.keep(1, u"one"_s);
        world.history.reset();
        QVERIFY(world.happened.isEmpty());
        QCOMPARE(world.found(), QStringList{u"one"_s});
    }

    void isPressedByWhatWaits()
    {
        World world;
        const auto keep = [&world](qsizetype size) {
            world.history->keep(keptBinary(1, QByteArray(size, 'x')), [] {});
        };
        keep(History::bound / 2);
        QVERIFY(!world.history->isPressed());
        keep(History::bound / 2);
        keep(1);
        QVERIFY(world.history->isPressed());
        QCOMPARE(world.pressed.size(), 1);
        world.history->finish();
        QVERIFY(!world.history->isPressed());
    }

    void aFullDiskEndsTheHistoryAndNotTheRoom()
    {
        World world;
        world.keep(1, u"one"_s);
        world.history->finish();
        {
            const SmallFiles full(100'000);
            world.history->keep(keptBinary(2, QByteArray(1'000'000, 'x')),
                                [&] { world.happened.append(u"large"_s); });
            world.keep(3, u"three"_s);
            world.history->after([&world] { world.happened.append(u"after"_s); });
            QTRY_COMPARE(world.failed.size(), 1);
        }
        QCOMPARE(world.happened, (QStringList{u"one"_s, u"large"_s, u"three"_s, u"after"_s}));
        QVERIFY(!world.history->isWriting());
        QVERIFY(!world.history->isPressed());
        const auto error = world.failed.constFirst().constFirst().value<ServerError>();
        QCOMPARE(error.kind, ServerErrorKind::HistoryUnusable);
        QCOMPARE(error.file, world.file);
        world.history->finish();
        QCOMPARE(world.failed.size(), 1); // it is told once
        world.history.reset();
        QCOMPARE(world.found(), QStringList{u"one"_s});
    }

    void aDiskThatDoesNotAnswerEndsTheHistoryAndNotTheRoom()
    {
        World world({1h, 4ms, 1h});
        std::optional<StalledDisk> stalled(std::in_place);
        world.keep(1, u"one"_s);
        QCoreApplication::processEvents();
        world.keep(2, u"two"_s);
        world.history->after([&world] { world.happened.append(u"after"_s); });
        QVERIFY(world.happened.isEmpty());
        QTRY_COMPARE(world.failed.size(), 1);
        QCOMPARE(world.happened, (QStringList{u"one"_s, u"two"_s, u"after"_s}));
        QVERIFY(!world.history->isWriting());
        const auto error = world.failed.constFirst().constFirst().value<ServerError>();
        QCOMPARE(error.kind, ServerErrorKind::HistoryStalled);
        QCOMPARE(error.file, world.file);
        world.history.reset(); // an hour is not waited once more
        QCOMPARE(historyThreads(), 1);
        stalled.reset(); // the thread that was left writes what it has, and ends
        QTRY_COMPARE(historyThreads(), 0);
        QCOMPARE(world.found(), (QStringList{u"one"_s, u"two"_s}));
        QCOMPARE(world.failed.size(), 1);
    }

    /// As long as it goes on, it may take its time: a wait has four parts, and one that may be shorter.
    void aSlowDiskIsWaitedFor()
    {
        World world(endless);
        auto *watch = world.history->findChild<QTimer *>();
        const auto timesOut = [watch](int times) {
            for (int i = 0; i < times; ++i)
                QVERIFY(QMetaObject::invokeMethod(watch, "timeout"));
        };
        for (int round = 1; round <= 3; ++round) {
            {
                const StalledDisk stalled;
                world.keep(quint64(round), QString::number(round));
                QCoreApplication::processEvents();
                QVERIFY(watch->isActive());
                timesOut(4);
                QVERIFY(world.failed.isEmpty());
            }
            QTRY_COMPARE(world.happened.size(), round);
        }
        timesOut(1);
        QVERIFY(!watch->isActive()); // nothing waits
        const StalledDisk stalled;
        world.keep(4, u"4"_s);
        QCoreApplication::processEvents();
        timesOut(5);
        QCOMPARE(world.failed.size(), 1);
    }

    /// Which is written in no time by no disk.
    void muchIsWaitedForLonger()
    {
        World world(endless);
        auto *watch = world.history->findChild<QTimer *>();
        const StalledDisk stalled;
        world.history->keep(keptBinary(1, QByteArray(2 * DiskPatience::share, 'x')), [] {});
        QCoreApplication::processEvents();
        for (int i = 0; i < 12; ++i)
            QVERIFY(QMetaObject::invokeMethod(watch, "timeout"));
        QVERIFY(world.failed.isEmpty());
        QVERIFY(QMetaObject::invokeMethod(watch, "timeout"));
        QCOMPARE(world.failed.size(), 1);
    }

    /// A room that is started again gets the file when the thread of the one before has let go of it.
    void theNextOneWaitsForTheFile()
    {
        World world({1h, 4ms, 1ms});
        std::optional<StalledDisk> stalled(std::in_place);
        world.keep(1, u"one"_s);
        QCoreApplication::processEvents();
        QTRY_COMPARE(world.failed.size(), 1);
        world.history.reset();
        {
            History impatient(world.file, {}, none);
            QCOMPARE(std::get<ServerError>(impatient.open()).kind, ServerErrorKind::HistoryStalled);
        }
        History next(world.file, {}, endless);
        std::thread answers([&stalled] { stalled.reset(); });
        const auto opened = next.open();
        answers.join();
        QCOMPARE(std::get<KeptHistory>(opened).messages.size(), 1U);
    }

    void theEndWaitsLess()
    {
        World world({1h, 1h, 4ms});
        {
            const StalledDisk stalled;
            world.keep(1, u"one"_s);
            QCoreApplication::processEvents();
            world.history->atEnd([&world] { world.happened.append(u"end"_s); });
            QTRY_COMPARE(world.happened, (QStringList{u"one"_s, u"end"_s}));
            QCOMPARE(world.failed.size(), 1);
            world.history.reset();
        }
        QTRY_COMPARE(historyThreads(), 0);
    }

    void finishesWithoutTheDisk()
    {
        World world({1h, 1h, 1ms});
        {
            const StalledDisk stalled;
            world.keep(1, u"one"_s);
            world.history->finish();
            QCOMPARE(world.happened, QStringList{u"one"_s});
            QCOMPARE(world.failed.size(), 1);
            world.history.reset();
        }
        QTRY_COMPARE(historyThreads(), 0);
    }

    void whatIsLeftIsWrittenWhenTheDiskAnswers()
    {
        World world({1h, 1h, 1ms});
        {
            const StalledDisk stalled;
            world.keep(1, u"one"_s);
            world.history.reset();
            QVERIFY(world.happened.isEmpty());
        }
        QTRY_COMPARE(historyThreads(), 0);
        QCOMPARE(world.found(), QStringList{u"one"_s});
    }

    void openingIsInterrupted()
    {
        const QTemporaryDir folder;
        {
            const StalledDisk stalled;
            History history(folder.filePath(u"room.sqlite"_s), {}, endless);
            std::atomic<bool> interrupted = false;
            std::thread other([&interrupted] { interrupted = true; });
            const auto opened = history.open(interrupted);
            other.join();
            QCOMPARE(std::get<ServerError>(opened).kind, ServerErrorKind::HistoryStalled);
        }
        QTRY_COMPARE(historyThreads(), 0);
    }

    void aDiskThatDoesNotAnswerAtAllIsTold()
    {
        const QTemporaryDir folder;
        {
            const StalledDisk stalled;
            History history(folder.filePath(u"room.sqlite"_s), {}, none);
            const auto opened = history.open();
            QCOMPARE(std::get<ServerError>(opened).kind, ServerErrorKind::HistoryStalled);
        }
        QTRY_COMPARE(historyThreads(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
