#include "ui/models/trafficexport.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesInAThreadOfItsOwn();
    void tellsHowFarItIs();
    void tellsOfAFailure();
    void canBeCancelled();
    void endsWithItsOwner();
    void keepsWhatTheLogDrops();

private:
    static TrafficRows rows(int count)
    {
        auto block = std::make_shared<TrafficBlock>();
        for (int i = 1; i <= count; ++i)
            block->append({}, {}, {QByteArray::number(i)});
        TrafficRows rows;
        rows.append(block, {{0, quint32(count)}});
        return rows;
    }
    /// As long as it takes.
    static RecordFileResult resultOf(const TrafficExport &running)
    {
        RecordFileResult result;
        QEventLoop loop;
        connect(&running, &TrafficExport::ended, &loop, [&](const RecordFileResult &ended) {
            result = ended;
            loop.quit();
        });
        loop.exec();
        return result;
    }
    QString path() const { return m_folder->filePath(u"wire.jsonl"_s); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QSemaphore m_begun; ///< of an entry that waits for m_goOn
    QSemaphore m_goOn;
    RecordFormat m_waiting; ///< at its first entry
};

void TestTrafficExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_waiting.entry = [this](const TrafficRecord &record) {
        if (record.number == 1) {
            m_begun.release();
            m_goOn.acquire();
        }
        return record.payload + '\n';
    };
}

void TestTrafficExport::writesInAThreadOfItsOwn()
{
    const QThread *writer = nullptr;
    const RecordFormat format{"heading\n", [&writer](const TrafficRecord &record) {
                                  writer = QThread::currentThread();
                                  return record.payload + '\n';
                              }};
    const TrafficExport running(path(), rows(3), format);
    QCOMPARE(running.path(), path());
    QCOMPARE(running.total(), 3);
    QCOMPARE(resultOf(running).problem, RecordFileProblem::None);
    QVERIFY(writer && writer != QThread::currentThread());
    QCOMPARE(content(), "heading\n1\n2\n3\n");
}

void TestTrafficExport::tellsHowFarItIs()
{
    const RecordFormat format{{}, [](const TrafficRecord &) { return QByteArray(300 * 1024, 'x'); }};
    const TrafficExport running(path(), rows(3), format);
    const QSignalSpy progressed(&running, &TrafficExport::progressed);
    resultOf(running);
    QList<qsizetype> told;
    for (const QVariantList &arguments : progressed)
        told += arguments[0].value<qsizetype>();
    QCOMPARE(told, (QList<qsizetype>{1, 2, 3, 3}));
}

void TestTrafficExport::tellsOfAFailure()
{
    m_goOn.release();
    const TrafficExport running(u"/nonexistent/folder/wire.jsonl"_s, rows(1), m_waiting);
    QCOMPARE(resultOf(running).problem, RecordFileProblem::NoFolder);
    QVERIFY(m_goOn.tryAcquire()); // nothing was formatted
}

void TestTrafficExport::canBeCancelled()
{
    TrafficExport running(path(), rows(3), m_waiting);
    m_begun.acquire();
    running.cancel();
    m_goOn.release();
    QCOMPARE(resultOf(running).problem, RecordFileProblem::Cancelled);
    QVERIFY(!QFile::exists(path()));
}

/// As when the window is closed: nothing of it is left, and nobody is told.
void TestTrafficExport::endsWithItsOwner()
{
    auto running = std::make_unique<TrafficExport>(path(), rows(3), m_waiting);
    connect(running.get(), &TrafficExport::ended, this, [] { QFAIL("told of an end"); });
    m_begun.acquire();
    running->cancel();
    m_goOn.release();
    running.reset();
    QCoreApplication::processEvents();
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestTrafficExport::keepsWhatTheLogDrops()
{
    TrafficRows shown = rows(3);
    const TrafficExport running(path(), shown, m_waiting);
    m_begun.acquire();
    shown.clear();
    m_goOn.release();
    QCOMPARE(resultOf(running).problem, RecordFileProblem::None);
    QCOMPARE(content(), "1\n2\n3\n");
}

QTEST_GUILESS_MAIN(TestTrafficExport)
#include "tst_trafficexport.moc"
