#include "historyfolder.h"
#include "keptmessages.h"
#include "server/forgethistory.h"
#include "server/historyfile.h"
#include "server/historypath.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World : HistoryFolder
{
    std::unique_ptr<HistoryFile> open() const
    {
        auto history = std::make_unique<HistoryFile>(file, ConversationLimits());
        return std::holds_alternative<KeptHistory>(history->open()) ? std::move(history) : nullptr;
    }
};

ServerErrorKind problemOf(const QString &file)
{
    const std::optional<ServerError> error = forgetHistory(file);
    return error ? error->kind : ServerErrorKind::None;
}

} // namespace

class TestForgetHistory : public QObject
{
    Q_OBJECT

private slots:
    void leavesNothing()
    {
        const World world;
        QCOMPARE(problemOf(world.file), ServerErrorKind::None); // there is none
        {
            const auto history = world.open();
            QVERIFY(history && !history->append({keptText(1, u"one"_s)}));
            QCOMPARE(problemOf(world.file), ServerErrorKind::HistoryInUse);
            QVERIFY(!history->append({keptText(2, u"two"_s)}));
            // As a program leaves it that was killed.
            QVERIFY(QFile::copy(world.file, world.file + "2"_L1));
            QVERIFY(QFile::copy(world.file + "-wal"_L1, world.file + "2-wal"_L1));
        }
        QCOMPARE(problemOf(world.file), ServerErrorKind::None);
        QCOMPARE(problemOf(world.file + "2"_L1), ServerErrorKind::None);
        QCOMPARE(QDir(world.folder.path()).entryList(QDir::Files), QStringList());
        QVERIFY(world.open()); // and can begin anew
    }

    void goesWhereALinkLeads()
    {
        const World world;
        const World elsewhere;
        QVERIFY(elsewhere.open());
        QVERIFY(QFile::link(elsewhere.file, world.file));
        {
            const auto history = world.open();
            QVERIFY(history && !history->append({keptText(1, u"one"_s)}));
            QVERIFY(QFile::exists(elsewhere.file + "-wal"_L1)); // beside the file itself
        }
        QCOMPARE(problemOf(world.file), ServerErrorKind::None);
        QVERIFY(!QFile::exists(elsewhere.file));
        QVERIFY(world.open()); // and so is the next one
        QVERIFY(QFile::exists(elsewhere.file));
    }

    void takesADamagedOne()
    {
        const World world;
        {
            const auto history = world.open();
            QVERIFY(history && !history->append({keptText(1, QString(20'000, u'x'))}));
        }
        QByteArray octets = world.octets();
        constexpr qsizetype page = 4096;
        octets.replace(page, octets.size() - page, QByteArray(octets.size() - page, '\x55'));
        world.write(octets);
        QCOMPARE(problemOf(world.file), ServerErrorKind::None);
        QVERIFY(!QFile::exists(world.file));
    }

    void takesNothingElse()
    {
        const World world;
        world.write("a text");
        QCOMPARE(problemOf(world.file), ServerErrorKind::HistoryForeign);
        QCOMPARE(world.octets(), "a text"_ba);
        const QString folder = world.folder.filePath(u"folder"_s);
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(problemOf(folder), ServerErrorKind::HistoryUnusable);
        QVERIFY(QFile::exists(folder));
    }

    void takesWhateverIsInItsOwnPlace()
    {
        QStandardPaths::setTestModeEnabled(true);
        QVERIFY(QDir().mkpath(QFileInfo(ownHistoryFile()).path()));
        QFile own(ownHistoryFile());
        QVERIFY(own.open(QFile::WriteOnly));
        own.write("a text");
        own.close();
        QCOMPARE(problemOf(own.fileName()), ServerErrorKind::None);
        QVERIFY(!own.exists());
    }
};

QTEST_GUILESS_MAIN(TestForgetHistory)
#include "tst_forgethistory.moc"
