#include "historyfolder.h"
#include "keptmessages.h"
#include "server/historywriter.h"
#include "smallfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// Its thread is this one.
struct World : HistoryFolder
{
    HistoryWriter writer{file, {}};
    QSignalSpy written{&writer, &HistoryWriter::written};

    World() { writer.open(); }

    Written told(qsizetype index) const { return written.at(index).constFirst().value<Written>(); }
    QStringList kept() const
    {
        HistoryFile again(file, {});
        return textsOf(std::get<KeptHistory>(again.open()).messages);
    }
};

} // namespace

class TestHistoryWriter : public QObject
{
    Q_OBJECT

private slots:
    void writesTogetherWhatCameMeanwhile()
    {
        World world;
        world.writer.handOver({keptText(1, u"one"_s), keptText(2, u"two"_s)}, 2);
        world.writer.handOver({keptText(3, u"three"_s)}, 3);
        QVERIFY(world.written.isEmpty()); // on its own thread's time
        QCoreApplication::processEvents();
        QCOMPARE(world.written.size(), 1);
        QCOMPARE(world.told(0).last, 3u);
        QVERIFY(!world.told(0).error);
        world.writer.handOver({keptText(4, u"four"_s)}, 4);
        QCoreApplication::processEvents();
        QCOMPARE(world.told(1).last, 4u);
        QCOMPARE(world.writer.writeTheLast().last, 4u);
        QCOMPARE(world.kept(), (QStringList{u"one"_s, u"two"_s, u"three"_s, u"four"_s}));
    }

    void writesTheLastAndClosesTheFile()
    {
        World world;
        world.writer.handOver({keptText(1, u"one"_s)}, 1);
        QCOMPARE(world.writer.writeTheLast().last, 1u);
        QCOMPARE(world.kept(), QStringList{u"one"_s}); // which nobody else has open any more
    }

    void measuresWhatTheDiskHolds()
    {
        World world;
        const QSignalSpy measured(&world.writer, &HistoryWriter::measured);
        world.writer.measure();
        world.writer.handOver({keptBinary(1, QByteArray(100'000, 'x'))}, 1);
        world.writer.write();
        world.writer.measure();
        const qint64 before = measured.at(0).constFirst().toLongLong();
        const qint64 after = measured.at(1).constFirst().toLongLong();
        QVERIFY(before > 0);
        QVERIFY2(after >= before + 100'000, qPrintable(QString::number(after)));
    }

    void takesNothingAfterAnError()
    {
        World world;
        {
            const SmallFiles full(10'000);
            world.writer.handOver({keptBinary(1, QByteArray(1'000'000, 'x'))}, 1);
            QVERIFY(world.writer.write().error);
        }
        world.writer.handOver({keptText(2, u"two"_s)}, 2);
        const Written written = world.writer.writeTheLast();
        QCOMPARE(written.last, 2u);
        QCOMPARE(written.error->kind, ServerErrorKind::HistoryUnusable);
        QCOMPARE(world.kept(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestHistoryWriter)
#include "tst_historywriter.moc"
