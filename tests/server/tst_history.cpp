#include "keptmessages.h"
#include "server/history.h"
#include "smallfiles.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"room.sqlite"_s);
    QStringList happened;
    std::unique_ptr<History> history = std::make_unique<History>(file, ConversationLimits());
    QSignalSpy advanced{history.get(), &History::advanced};
    QSignalSpy failed{history.get(), &History::failed};
    QSignalSpy pressed{history.get(), &History::pressed};

    World() { history->open(); }

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
        QStringList texts;
        const auto kept = std::get<KeptHistory>(other.open());
        for (const RoomMessage &said : kept.messages)
            texts.append(said.text);
        return texts;
    }
};

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
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
