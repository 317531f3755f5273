#include "ui/models/recordfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

/// So many records, of which each has its number as its payload.
TrafficRows rowsOf(int count)
{
    auto block = std::make_shared<TrafficBlock>();
    for (int i = 1; i <= count; ++i)
        block->append({}, {}, {QByteArray::number(i)});
    TrafficRows rows;
    rows.append(block, {{0, quint32(count)}});
    return rows;
}

RecordFormat lines()
{
    return {"heading\n", [](const TrafficRecord &record) { return record.payload + '\n'; }};
}

/// A piece for each record.
RecordFormat largeEntries()
{
    return {{}, [](const TrafficRecord &record) { return QByteArray(300 * 1024, record.payload.front()); }};
}

bool always(qsizetype)
{
    return true;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives, no file can be larger, as on a disk that is full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t octets)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = octets;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

} // namespace

class TestRecordFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { std::signal(SIGXFSZ, SIG_IGN); }
    void init();
    void writesHeadingAndRecords();
    void writesNoRecords();
    void replacesAFile();
    void followsALink();
    void tellsHowFarItIs();
    void cancelLeavesNothing();
    void fullDiskLeavesWhatWasThere();
    void saysWhyNot_data();
    void saysWhyNot();

private:
    QString path() const { return m_folder->filePath(u"wire.jsonl"_s); }
    void writeBefore() const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("before");
    }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRecordFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestRecordFile::writesHeadingAndRecords()
{
    QCOMPARE(writeRecords(path(), rowsOf(3), lines(), always).problem, RecordFileProblem::None);
    QCOMPARE(contentOf(path()), "heading\n1\n2\n3\n");
    QCOMPARE(files(), QStringList(u"wire.jsonl"_s));
}

void TestRecordFile::writesNoRecords()
{
    QCOMPARE(writeRecords(path(), TrafficRows(), lines(), always).problem, RecordFileProblem::None);
    QCOMPARE(contentOf(path()), "heading\n");
}

void TestRecordFile::replacesAFile()
{
    writeBefore();
    QCOMPARE(writeRecords(path(), rowsOf(1), lines(), always).problem, RecordFileProblem::None);
    QCOMPARE(contentOf(path()), "heading\n1\n");
    QCOMPARE(files(), QStringList(u"wire.jsonl"_s));
}

void TestRecordFile::followsALink()
{
    writeBefore();
    const QString link = m_folder->filePath(u"link"_s);
    QVERIFY(QFile::link(path(), link));
    QCOMPARE(writeRecords(link, rowsOf(1), lines(), always).problem, RecordFileProblem::None);
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contentOf(path()), "heading\n1\n");
}

void TestRecordFile::tellsHowFarItIs()
{
    QList<qsizetype> told;
    const RecordFileResult result = writeRecords(path(), rowsOf(3), largeEntries(), [&told](qsizetype count) {
        told += count;
        return true;
    });
    QCOMPARE(result.problem, RecordFileProblem::None);
    QCOMPARE(told, (QList<qsizetype>{1, 2, 3, 3}));
    QCOMPARE(QFileInfo(path()).size(), 3 * 300 * 1024);
}

/// Whenever it comes.
void TestRecordFile::cancelLeavesNothing()
{
    for (int asked = 1; asked <= 4; ++asked) {
        writeBefore();
        int left = asked;
        const RecordFileResult result =
            writeRecords(path(), rowsOf(3), largeEntries(), [&left](qsizetype) { return --left > 0; });
        QCOMPARE(result.problem, RecordFileProblem::Cancelled);
        QCOMPARE(contentOf(path()), "before");
        QCOMPARE(files(), QStringList(u"wire.jsonl"_s));
    }
}

void TestRecordFile::fullDiskLeavesWhatWasThere()
{
    writeBefore();
    RecordFileResult result;
    {
        const SmallDisk disk(512 * 1024);
        result = writeRecords(path(), rowsOf(3), largeEntries(), always);
    }
    QCOMPARE(result.problem, RecordFileProblem::NoRoom);
    QVERIFY(!result.detail.isEmpty());
    QCOMPARE(contentOf(path()), "before");
    QCOMPARE(files(), QStringList(u"wire.jsonl"_s));
}

void TestRecordFile::saysWhyNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<RecordFileProblem>("problem");
    QTest::newRow("no such folder") << u"/nonexistent/folder/wire.jsonl"_s << RecordFileProblem::NoFolder;
    QTest::newRow("a file for a folder") << u"/etc/passwd/wire.jsonl"_s << RecordFileProblem::NoFolder;
    QTest::newRow("a folder") << QDir::tempPath() << RecordFileProblem::NotAFile;
    // Not even the superuser may write there.
    QTest::newRow("not allowed") << u"/sys/kernel/wire.jsonl"_s << RecordFileProblem::NotAllowed;
    QTest::newRow("full disk") << u"/dev/full"_s << RecordFileProblem::NoRoom;
    QTest::newRow("a name that is too long")
        << QDir::temp().filePath(QString(300, u'x')) << RecordFileProblem::Other;
}

void TestRecordFile::saysWhyNot()
{
    QFETCH(const QString, path);
    const RecordFileResult result = writeRecords(path, rowsOf(3), lines(), always);
    QTEST(result.problem, "problem");
}

QTEST_APPLESS_MAIN(TestRecordFile)
#include "tst_recordfile.moc"
