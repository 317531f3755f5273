#include "server/historypath.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace confab;
using namespace Qt::StringLiterals;

class TestHistoryPath : public QObject
{
    Q_OBJECT

private slots:
    void itsOwnIsInTheUsersData()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QString own = ownHistoryFile();
        QVERIFY(own.startsWith(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)));
        QVERIFY(isOwnHistoryPath(historyPath(own)));
        QVERIFY(!isOwnHistoryPath(own + u'2'));
    }

    void aNameIsThatOfAFile()
    {
        QCOMPARE(historyPath(u":memory:"_s), QDir::currentPath() + "/:memory:"_L1);
        QCOMPARE(historyPath(u"a/room.sqlite"_s), QDir::current().filePath(u"a/room.sqlite"_s));
        QCOMPARE(historyPath(u"/a/room.sqlite"_s), u"/a/room.sqlite"_s);
    }

    void followsLinksAlsoToWhatIsNotThereYet()
    {
        const QTemporaryDir folder;
        const QString there = QDir(folder.path()).canonicalPath() + "/there"_L1;
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(there, link));
        QCOMPARE(historyPath(link), there);
        QFile file(there);
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(historyPath(link), there);
    }

    /// So that a file has one name before and after it is made.
    void followsLinksOnTheWay()
    {
        const QTemporaryDir folder;
        const QString real = QDir(folder.path()).canonicalPath() + "/real"_L1;
        QVERIFY(QDir().mkpath(real));
        QVERIFY(QFile::link(real, folder.filePath(u"link"_s)));
        const QString name = folder.filePath(u"link/not/yet/room.sqlite"_s);
        QCOMPARE(historyPath(name), real + "/not/yet/room.sqlite"_L1);
        QVERIFY(QDir().mkpath(real + "/not/yet"_L1));
        QFile file(name);
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(historyPath(name), real + "/not/yet/room.sqlite"_L1);
        QCOMPARE(historyPath(u"/"_s + u"confab-is-not-here.sqlite"_s), u"/confab-is-not-here.sqlite"_s);
    }

    /// What a link in its place leads to may be something else.
    void itsOwnIsNoLink()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QTemporaryDir folder;
        QVERIFY(QDir().mkpath(QFileInfo(ownHistoryFile()).path()));
        QVERIFY(QFile::link(folder.filePath(u"notes.txt"_s), ownHistoryFile()));
        QVERIFY(!isOwnHistoryPath(historyPath(ownHistoryFile())));
        QVERIFY(QFile::remove(ownHistoryFile()));
        QVERIFY(isOwnHistoryPath(historyPath(ownHistoryFile())));
    }

    void knowsAHistoryByItsHead_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("expected");
        QByteArray head = "SQLite format 3\0"_ba + QByteArray(84, '\0');
        qToBigEndian(historyFormatVersion, head.data() + 60);
        qToBigEndian(historyApplicationId, head.data() + 68);
        QTest::newRow("ours") << head << true;
        QTest::newRow("with what follows") << head + "more" << true;
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("cut") << head.chopped(1) << false;
        QTest::newRow("a text") << QByteArray(200, 'x') << false;
        QByteArray other = head;
        other[71] = 'g';
        QTest::newRow("another program's") << other << false;
        QByteArray later = head;
        later[63] = 2;
        QTest::newRow("a later version's") << later << false;
    }
    void knowsAHistoryByItsHead()
    {
        QFETCH(const QByteArray, octets);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QFile::ReadWrite));
        file.write(octets);
        QVERIFY(file.seek(0));
        QTEST(canBeHistory(file), "expected");
    }
};

QTEST_GUILESS_MAIN(TestHistoryPath)
#include "tst_historypath.moc"
