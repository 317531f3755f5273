#include "historyfolder.h"
#include "keptmessages.h"
#include "server/historyfile.h"
#include "smallfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

using Messages = std::vector<RoomMessage>;

/// A folder with a history in it.
struct World : HistoryFolder
{
    using HistoryFolder::write;
    /// What is in it now, or the kind of error that says why nobody knows.
    std::variant<Messages, ServerErrorKind> content(ConversationLimits limits = {}) const
    {
        HistoryFile history(file, limits);
        auto opened = history.open();
        if (const auto *error = std::get_if<ServerError>(&opened))
            return error->kind;
        return std::get<KeptHistory>(opened).messages;
    }
    void write(const Messages &messages, ConversationLimits limits = {}) const
    {
        HistoryFile history(file, limits);
        QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        QVERIFY(!history.append(messages));
    }
    /// Runs a statement of another program's.
    void change(const char *statement) const
    {
        if (!QFile::exists(file))
            write(QByteArray());
        Sqlite other;
        QVERIFY(other.open(file));
        QVERIFY(other.run(statement));
    }
    ServerErrorKind problem() const
    {
        const auto found = content();
        const auto *kind = std::get_if<ServerErrorKind>(&found);
        return kind ? *kind : ServerErrorKind::None;
    }
};

} // namespace

class TestHistoryFile : public QObject
{
    Q_OBJECT

private slots:
    void bringsBackWhatWasSaid()
    {
        const World world;
        RoomMessage host = keptText(3, u"from the host"_s, u"/room/파랑"_s);
        host.epoch += 5;
        host.author = {0, u"Host"_s, false};
        RoomMessage plain = keptText(4, u"from a plain member"_s);
        plain.author = {std::numeric_limits<qint64>::max(), u"Guest 9"_s, true};
        const Messages said{keptText(1, u"안녕"_s), keptBinary(2, "\x00\xFF"_ba), host, plain};
        world.write(said);
        const auto found = std::get<Messages>(world.content());
        QCOMPARE(found.size(), said.size());
        for (std::size_t i = 0; i < said.size(); ++i) {
            const RoomMessage &message = found[i];
            QCOMPARE(message.epoch, said[i].epoch);
            QCOMPARE(message.kind, said[i].kind);
            QCOMPARE(message.room, said[i].room);
            QCOMPARE(message.seq, said[i].seq);
            QCOMPARE(message.time, said[i].time);
            QCOMPARE(message.author, said[i].author);
            QCOMPARE(message.text, said[i].text);
            QCOMPARE(message.binary, said[i].binary);
        }
    }

    void altersNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("a byte order mark in front") << u"\uFEFFhi"_s;
        QTest::newRow("nothing but byte order marks") << u"\uFEFF\uFEFF"_s;
        QTest::newRow("NUL") << QString(u"\0a\0"_s);
        QTest::newRow("every plane") << u"a\u00e9\uc548\uFFFF😀𠀀\U0010FFFF"_s;
        QTest::newRow("quotes") << u"'; DROP TABLE message; --\""_s;
        QTest::newRow("digits") << u"0012"_s;
        QTest::newRow("large") << QString(200'000, u'한');
    }
    void altersNothing()
    {
        QFETCH(const QString, text);
        const World world;
        world.write({keptText(1, text), keptBinary(2, text.toUtf8())});
        const auto found = std::get<Messages>(world.content());
        QCOMPARE(found.at(0).kind, RoomMessage::Kind::Text);
        QCOMPARE(found.at(0).text, text);
        QCOMPARE(found.at(1).kind, RoomMessage::Kind::Binary);
        QCOMPARE(found.at(1).binary, text.toUtf8());
    }

    void goesOn()
    {
        const World world;
        world.write({keptText(1, u"one"_s)});
        world.write({keptText(2, u"two"_s), keptText(3, u"three"_s)});
        QCOMPARE(textsOf(std::get<Messages>(world.content())), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    }

    /// As long as tickets are to hold.
    void keepsItsKey()
    {
        const World world;
        const auto key = [&world] {
            HistoryFile history(world.file, {});
            return std::get<KeptHistory>(history.open()).ticketKey;
        };
        const QByteArray first = key();
        QCOMPARE(first.size(), 32);
        QCOMPARE(key(), first);
        const World other;
        HistoryFile history(other.file, {});
        QVERIFY(std::get<KeptHistory>(history.open()).ticketKey != first);
    }

    void isItsOwnersAlone()
    {
        const World world;
        HistoryFile history(world.file, {});
        QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        QVERIFY(!history.append({keptText(1, u"one"_s)}));
        for (const QString &name : {world.file, QString(world.file + "-wal"_L1)})
            QCOMPARE(QFileInfo(name).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                     QFile::ReadOwner | QFile::WriteOwner);
    }

    void dropsTheOldest_data()
    {
        QTest::addColumn<qsizetype>("maxEntries");
        QTest::addColumn<qsizetype>("maxOctets");
        QTest::addColumn<QStringList>("left");
        QTest::newRow("room for all")
            << qsizetype(4) << qsizetype(16) << QStringList{u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s};
        QTest::newRow("by number") << qsizetype(2) << qsizetype(16) << QStringList{u"cc"_s, u"dd"_s};
        QTest::newRow("by size") << qsizetype(4) << qsizetype(15) << QStringList{u"bb"_s, u"cc"_s, u"dd"_s};
        // Which the numbers go on from.
        QTest::newRow("never the last one") << qsizetype(1) << qsizetype(1) << QStringList{u"dd"_s};
    }
    void dropsTheOldest()
    {
        QFETCH(const qsizetype, maxEntries);
        QFETCH(const qsizetype, maxOctets);
        QFETCH(const QStringList, left);
        const ConversationLimits limits{maxEntries, maxOctets};
        const World together;
        const World apart;
        quint64 seq = 0;
        Messages all;
        for (const QString &text : {u"aa"_s, u"bb"_s, u"cc"_s, u"dd"_s}) {
            all.push_back(keptText(++seq, text));
            apart.write({all.back()}, limits);
        }
        together.write(all, limits);
        QCOMPARE(textsOf(std::get<Messages>(together.content())), left);
        QCOMPARE(textsOf(std::get<Messages>(apart.content())), left);
        // And as the bounds become smaller.
        const World later;
        later.write(all);
        QCOMPARE(textsOf(std::get<Messages>(later.content(limits))), left);
        QCOMPARE(textsOf(std::get<Messages>(later.content())), left);
    }

    void dropsManyTogether()
    {
        const World world;
        const auto count = [&world] {
            Sqlite other;
            [&] { QVERIFY(other.open(world.file)); }();
            Sqlite::Statement rows = other.prepare("SELECT count(*) FROM message");
            return rows.next() ? rows.number(0) : -1;
        };
        constexpr qsizetype most = 32; // and two more, a sixteenth
        {
            HistoryFile history(world.file, {most, 1'000'000});
            QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
            for (quint64 seq = 1; seq <= most + 2; ++seq)
                QVERIFY(!history.append({keptText(seq, u"hi"_s)}));
        }
        QCOMPARE(count(), most + 2);
        {
            HistoryFile history(world.file, {most, 1'000'000});
            QCOMPARE(qsizetype(std::get<KeptHistory>(history.open()).messages.size()),
                     most); // no more is given
            for (quint64 seq = most + 3; seq <= most + 5; ++seq)
                QVERIFY(!history.append({keptText(seq, u"hi"_s)}));
        }
        QCOMPARE(count(), most);
    }

    /// What a program leaves that is killed: nothing was closed.
    void survivesACopyOfTheOpenFile()
    {
        const World world;
        const World copy;
        HistoryFile history(world.file, {});
        QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        QVERIFY(!history.append({keptText(1, u"one"_s)}));
        QVERIFY(!history.append({keptText(2, u"two"_s)}));
        QVERIFY(QFile::copy(world.file, copy.file));
        QVERIFY(QFile::copy(world.file + "-wal"_L1, copy.file + "-wal"_L1));
        QCOMPARE(textsOf(std::get<Messages>(copy.content())), (QStringList{u"one"_s, u"two"_s}));
    }

    void isOpenOnce()
    {
        const World world;
        world.write({keptText(1, u"one"_s)});
        HistoryFile history(world.file, {});
        QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        QCOMPARE(world.problem(), ServerErrorKind::HistoryInUse);
        QVERIFY(!history.append({keptText(2, u"two"_s)})); // who has it does not notice
    }

    void leavesAForeignFileAlone_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("a text") << QByteArray(2'000, 'x');
        QTest::newRow("a short one") << "hello"_ba;
        QTest::newRow("the beginning of a database") << "SQLite format 3\0"_ba + QByteArray(84, '\0');
    }
    void leavesAForeignFileAlone()
    {
        QFETCH(const QByteArray, octets);
        const World world;
        world.write(octets);
        QCOMPARE(world.problem(), ServerErrorKind::HistoryForeign);
        QCOMPARE(world.octets(), octets);
    }

    void leavesAForeignDatabaseAlone()
    {
        const World world;
        world.change("CREATE TABLE message (number)");
        const QByteArray before = world.octets();
        QCOMPARE(world.problem(), ServerErrorKind::HistoryForeign);
        QCOMPARE(world.octets(), before);
    }

    /// Which SQLite would settle as it opens it.
    void leavesWhatAForeignProgramLeftAlone()
    {
        const World other;
        const World world;
        other.write(QByteArray());
        Sqlite database;
        QVERIFY(database.open(other.file));
        QVERIFY(database.run("PRAGMA journal_mode = WAL; CREATE TABLE notes (number)"));
        for (const QString &ending : {QString(), u"-wal"_s})
            QVERIFY(QFile::copy(other.file + ending, world.file + ending));
        const QByteArray before = world.octets();
        const qint64 log = QFileInfo(world.file + "-wal"_L1).size();
        QVERIFY(log > 0);
        QCOMPARE(world.problem(), ServerErrorKind::HistoryForeign);
        QCOMPARE(world.octets(), before);
        QCOMPARE(QFileInfo(world.file + "-wal"_L1).size(), log);
    }

    /// Killed before anything was said.
    void survivesACopyOfAnEmptyHistory()
    {
        const World world;
        const World copy;
        HistoryFile history(world.file, {});
        QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        QVERIFY(QFile::copy(world.file, copy.file));
        copy.write({keptText(1, u"one"_s)});
        QCOMPARE(textsOf(std::get<Messages>(copy.content())), QStringList{u"one"_s});
    }

    void saysThatItIsDamaged()
    {
        const World world;
        world.write({keptText(1, QString(20'000, u'x')), keptText(2, QString(20'000, u'x'))});
        QByteArray octets = world.octets();
        constexpr qsizetype page = 4096;
        octets.replace(page, octets.size() - page, QByteArray(octets.size() - page, '\x55'));
        world.write(octets);
        QCOMPARE(world.problem(), ServerErrorKind::HistoryDamaged);
    }

    void leavesALaterVersionAlone()
    {
        const World world;
        world.write({keptText(1, u"one"_s)});
        world.change("PRAGMA user_version = 2");
        const QByteArray before = world.octets();
        QCOMPARE(world.problem(), ServerErrorKind::HistoryForeign);
        QCOMPARE(world.octets(), before);
    }

    void takesAnEmptyFile()
    {
        const World world;
        world.write(QByteArray());
        world.write({keptText(1, u"one"_s)});
        QCOMPARE(textsOf(std::get<Messages>(world.content())), QStringList{u"one"_s});
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no such folder") << u"no/room.sqlite"_s;
        QTest::newRow("a folder") << u"."_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, file);
        const QTemporaryDir folder;
        HistoryFile history(folder.filePath(file), {});
        const auto opened = history.open();
        const auto *error = std::get_if<ServerError>(&opened);
        QVERIFY(error);
        QCOMPARE(error->kind, ServerErrorKind::HistoryUnusable);
        QCOMPARE(error->file, QFileInfo(folder.filePath(file)).absoluteFilePath());
        QVERIFY(!error->detail.isEmpty());
    }

    /// SQLite has names of its own for what is no file.
    void aNameIsAName()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        {
            HistoryFile history(u":memory:"_s, {});
            QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
        }
        QVERIFY(QDir::setCurrent(before));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u":memory:"_s});
    }

    void appendsAllOrNothing()
    {
        const World world;
        {
            HistoryFile history(world.file, {});
            QVERIFY(std::holds_alternative<KeptHistory>(history.open()));
            QVERIFY(!history.append({keptText(1, u"one"_s)}));
            const SmallFiles full(100'000);
            const auto error =
                history.append({keptText(2, u"two"_s), keptBinary(3, QByteArray(1'000'000, 'x'))});
            QVERIFY(error);
            QCOMPARE(error->kind, ServerErrorKind::HistoryUnusable);
            QVERIFY(!error->detail.isEmpty());
        }
        QCOMPARE(textsOf(std::get<Messages>(world.content())), QStringList{u"one"_s});
    }
};

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
