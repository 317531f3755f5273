#include "server/sqlite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"방.sqlite"_s);
    Sqlite database;

    World()
    {
        QVERIFY(QFile(file).open(QFile::WriteOnly));
        QVERIFY(database.open(file));
        QVERIFY(database.run("CREATE TABLE t (a INTEGER UNIQUE, b TEXT, c BLOB)"));
    }
};

} // namespace

class TestSqlite : public QObject
{
    Q_OBJECT

private slots:
    void bringsBackWhatWasBound()
    {
        World world;
        Sqlite::Statement insertion = world.database.prepare("INSERT INTO t VALUES (?, ?, ?)");
        const QByteArray text = u"\uFEFFz\0z한"_s.toUtf8();
        const QByteArray octets = "\0\xFF"_ba;
        insertion.bind(1, std::numeric_limits<qint64>::min());
        insertion.bindText(2, text);
        insertion.bindNull(3);
        QVERIFY(insertion.run());
        insertion.bind(1, 0);
        insertion.bindText(2, QByteArray()); // empty is not nothing
        insertion.bindBlob(3, octets);
        QVERIFY(insertion.run());

        Sqlite::Statement rows = world.database.prepare("SELECT a, b, c, typeof(b) FROM t ORDER BY a");
        QVERIFY(rows.next());
        QCOMPARE(rows.number(0), std::numeric_limits<qint64>::min());
        QCOMPARE(rows.octets(1), text);
        QVERIFY(!rows.isNull(1));
        QVERIFY(rows.isNull(2));
        QVERIFY(rows.next());
        QVERIFY(!rows.isNull(1));
        QCOMPARE(rows.octets(1), QByteArray());
        QCOMPARE(rows.octets(2), octets);
        QCOMPARE(rows.octets(3), "text"_ba);
        QVERIFY(!rows.next());
        QVERIFY(!rows.hasFailed());
    }

    void locksOthersOutUntilItIsClosed()
    {
        World world;
        QVERIFY(world.database.lock());
        QVERIFY(world.database.run("COMMIT"));
        {
            Sqlite other;
            QVERIFY(other.open(world.file));
            QVERIFY(!other.lock());
            QCOMPARE(other.errorCode(), SQLITE_BUSY);
            QVERIFY(!other.run("SELECT * FROM t"));
        }
        world.database = Sqlite();
        Sqlite other;
        QVERIFY(other.open(world.file));
        QVERIFY(other.lock());
    }

    void saysWhatWentWrong()
    {
        World world;
        QVERIFY(world.database.prepare("SELECT nothing FROM t").hasFailed());
        QVERIFY(world.database.errorText().contains("nothing"_L1));
        QVERIFY(!world.database.run("NONSENSE"));
        QCOMPARE(world.database.errorCode(), SQLITE_ERROR);

        Sqlite::Statement insertion = world.database.prepare("INSERT INTO t (a) VALUES (?)");
        insertion.bind(1, 7);
        QVERIFY(insertion.run());
        QVERIFY(!insertion.run());
        QVERIFY(insertion.hasFailed());
        QCOMPARE(world.database.errorCode(), SQLITE_CONSTRAINT);
        insertion.bind(1, 8);
        QVERIFY(insertion.run()); // it goes on
    }

    void waitsForNobody()
    {
        World world;
        QVERIFY(world.database.run("BEGIN EXCLUSIVE"));
        Sqlite other;
        QVERIFY(other.open(world.file));
        QVERIFY(!other.run("BEGIN EXCLUSIVE"));
        QCOMPARE(other.errorCode(), SQLITE_BUSY);
    }

    void makesNoFile()
    {
        const QTemporaryDir folder;
        Sqlite database;
        QVERIFY(!database.open(folder.filePath(u"none"_s)));
        QCOMPARE(database.errorCode(), SQLITE_CANTOPEN);
        QVERIFY(!database.errorText().isEmpty());
        QVERIFY(!QFile::exists(folder.filePath(u"none"_s)));
    }
};

QTEST_APPLESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
