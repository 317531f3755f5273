#include "core/traffic/trafficlog.h"

#include <QTest>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

TrafficRecord textRecord(const QByteArray &payload)
{
    TrafficRecord record;
    record.payload = payload;
    record.size = quint64(payload.size());
    return record;
}

QList<quint64> numbers(const QList<TrafficRecord> &records)
{
    QList<quint64> result;
    for (const TrafficRecord &record : records)
        result.append(record.number);
    return result;
}

QList<QByteArray> payloads(const TrafficLog &log)
{
    QList<QByteArray> result;
    for (const TrafficRecord &record : log.since(0, 1'000'000))
        result.append(record.payload);
    return result;
}

/// The block that new records go to, when it has become full.
std::weak_ptr<const TrafficBlock> fullBlockOf(TrafficLog &log)
{
    while (!log.excerptSince(log.lastNumber() - 1, 1).blocks.back()->isFull())
        log.append(textRecord("x"));
    return log.excerptSince(log.lastNumber() - 1, 1).blocks.back();
}

qint64 nowInMicroseconds()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

} // namespace

class TestTrafficLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        const TrafficLog log;
        QCOMPARE(log.firstNumber(), 1u);
        QCOMPARE(log.lastNumber(), 0u);
        QCOMPARE(log.keptOctets(), 0);
        QVERIFY(log.since(0, 10).isEmpty());
    }

    void numbersRecordsFromOneWithoutGaps()
    {
        TrafficLog log;
        QCOMPARE(log.append(textRecord("a")), 1u);
        QCOMPARE(log.append(textRecord("b")), 2u);
        TrafficRecord numbered = textRecord("c");
        numbered.number = 99;
        QCOMPARE(log.append(numbered), 3u);
        QCOMPARE(numbers(log.since(0, 10)), (QList<quint64>{1, 2, 3}));
        QCOMPARE(log.firstNumber(), 1u);
        QCOMPARE(log.lastNumber(), 3u);
    }

    void keepsWhatWasAppended()
    {
        TrafficLog log;
        TrafficRecord record = textRecord("hello");
        record.time = 1'767'225'600'123'456;
        record.source = TrafficSource::Client;
        record.connection = 7;
        record.peer = u"Mina"_s;
        record.direction = Direction::Sent;
        record.kind = TrafficKind::Close;
        record.size = 12;
        record.recipients = 3;
        record.fragments = 2;
        record.status = 101;
        record.close = {CloseCode(4001), u"끝"_s};
        record.error = WireError::TextNotUtf8;
        log.append(record);
        const TrafficRecord kept = log.since(0, 1).constFirst();
        QCOMPARE(kept.time, record.time);
        QCOMPARE(kept.source, record.source);
        QCOMPARE(kept.connection, record.connection);
        QCOMPARE(kept.peer, record.peer);
        QCOMPARE(kept.direction, record.direction);
        QCOMPARE(kept.kind, record.kind);
        QCOMPARE(kept.size, record.size);
        QCOMPARE(kept.payload, record.payload);
        QCOMPARE(kept.recipients, record.recipients);
        QCOMPARE(kept.fragments, record.fragments);
        QCOMPARE(kept.status, record.status);
        QCOMPARE(kept.close, record.close);
        QCOMPARE(kept.error, record.error);
    }

    void setsTheTimeOfARecordWithoutOne()
    {
        TrafficLog log;
        const qint64 before = nowInMicroseconds();
        log.append(textRecord("a"));
        const qint64 after = nowInMicroseconds();
        const qint64 time = log.since(0, 1).constFirst().time;
        QVERIFY(before <= time && time <= after);
    }

    void cutsALongPayloadAndKeepsItsSize_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("kept");
        QTest::newRow("empty") << qsizetype(0) << qsizetype(0);
        QTest::newRow("at the limit") << TrafficRecord::maxKeptPayload << TrafficRecord::maxKeptPayload;
        QTest::newRow("one more") << TrafficRecord::maxKeptPayload + 1 << TrafficRecord::maxKeptPayload;
        QTest::newRow("1 MiB") << qsizetype(1024 * 1024) << TrafficRecord::maxKeptPayload;
    }

    void cutsALongPayloadAndKeepsItsSize()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const qsizetype, kept);
        TrafficLog log;
        log.append(textRecord(QByteArray(size, 'x')));
        const TrafficRecord record = log.since(0, 1).constFirst();
        QCOMPARE(record.size, quint64(size));
        QCOMPARE(record.payload.size(), kept);
        QCOMPARE(log.keptOctets(), kept);
    }

    /// A cut payload that shared its memory with the whole would keep the whole alive.
    void keepsNoMoreMemoryThanTheCutPayload()
    {
        TrafficLog log;
        log.append(textRecord(QByteArray(4 * 1024 * 1024, 'x')));
        QVERIFY(log.since(0, 1).constFirst().payload.capacity() <= 2 * TrafficRecord::maxKeptPayload);
    }

    void givesRecordsAfterANumberInBatches_data()
    {
        QTest::addColumn<quint64>("after");
        QTest::addColumn<qsizetype>("maxCount");
        QTest::addColumn<QList<quint64>>("expected");
        QTest::newRow("before what is kept") << quint64(0) << qsizetype(2) << QList<quint64>{3, 4};
        QTest::newRow("right before what is kept")
            << quint64(2) << qsizetype(9) << QList<quint64>{3, 4, 5, 6};
        QTest::newRow("within") << quint64(4) << qsizetype(9) << QList<quint64>{5, 6};
        QTest::newRow("the last") << quint64(5) << qsizetype(9) << QList<quint64>{6};
        QTest::newRow("at the end") << quint64(6) << qsizetype(9) << QList<quint64>{};
        QTest::newRow("past the end") << ~quint64(0) << qsizetype(9) << QList<quint64>{};
        QTest::newRow("none wanted") << quint64(0) << qsizetype(0) << QList<quint64>{};
    }

    void givesRecordsAfterANumberInBatches()
    {
        QFETCH(const quint64, after);
        QFETCH(const qsizetype, maxCount);
        TrafficLog log({.maxRecords = 4, .maxOctets = 100});
        for (int i = 0; i < 6; ++i)
            log.append(textRecord("x"));
        QTEST(numbers(log.since(after, maxCount)), "expected");
    }

    void dropsTheOldestPastTheRecordLimit()
    {
        TrafficLog log({.maxRecords = 3, .maxOctets = 1'000});
        for (const char letter : {'a', 'b', 'c', 'd', 'e'})
            log.append(textRecord(QByteArray(1, letter)));
        QCOMPARE(numbers(log.since(0, 10)), (QList<quint64>{3, 4, 5}));
        QCOMPARE(log.firstNumber(), 3u);
        QCOMPARE(log.keptOctets(), 3);
    }

    void dropsTheOldestPastTheOctetLimit()
    {
        TrafficLog log({.maxRecords = 100, .maxOctets = 10});
        log.append(textRecord(QByteArray(4, 'a')));
        log.append(textRecord(QByteArray(6, 'b')));
        QCOMPARE(log.firstNumber(), 1u);
        log.append(textRecord(QByteArray(1, 'c')));
        QCOMPARE(log.firstNumber(), 2u);
        QCOMPARE(log.keptOctets(), 7);
    }

    void takesNewLimitsAtOnce()
    {
        TrafficLog log;
        for (int i = 0; i < 10; ++i)
            log.append(textRecord("four"));
        log.setLimits({3, 1'000});
        QCOMPARE(log.firstNumber(), 8u);
        QCOMPARE(log.keptOctets(), 12);
        log.setLimits({100, 4});
        QCOMPARE(log.firstNumber(), 10u);
    }

    /// Nobody has asked for the oldest record before.
    void doesNotBringBackWhatItDropped()
    {
        TrafficLog log({.maxRecords = 3, .maxOctets = 1'000});
        for (int i = 0; i < 5; ++i)
            log.append(textRecord("four"));
        log.setLimits({100, 1'000});
        QCOMPARE(log.keptOctets(), 12);
        QCOMPARE(log.firstNumber(), 3u);
        log.append(textRecord("x"));
        QCOMPARE(numbers(log.since(0, 10)), (QList<quint64>{3, 4, 5, 6}));
    }

    void dropsARecordThatIsBiggerThanTheLimit()
    {
        TrafficLog log({.maxRecords = 100, .maxOctets = 10});
        log.append(textRecord("a"));
        QCOMPARE(log.append(textRecord(QByteArray(11, 'b'))), 2u);
        QVERIFY(log.since(0, 10).isEmpty());
        QCOMPARE(log.firstNumber(), 3u);
        QCOMPARE(log.keptOctets(), 0);
        QCOMPARE(log.append(textRecord("c")), 3u);
        QCOMPARE(numbers(log.since(0, 10)), QList<quint64>{3});
    }

    /// Very many frames of next to nothing have headers that take more than their payload.
    void boundsTheHeadersOfFramesToo()
    {
        TrafficRecord record = textRecord("x");
        record.frameHeaders = QByteArray(1'020, 'h');
        constexpr qsizetype each = 1'021;
        for (const qsizetype most : {30 * each, 65 * each, 98 * each, 131 * each, 200 * each}) {
            TrafficLog log({.maxRecords = 100'000, .maxOctets = most});
            for (qsizetype i = 1; i <= 400; ++i) {
                log.append(record);
                const qsizetype kept = std::min(i, most / each);
                QCOMPARE(log.keptOctets(), kept * each);
                QCOMPARE(log.firstNumber(), quint64(i - kept + 1));
            }
            QCOMPARE(log.since(0, 1'000).size(), most / each);
            TrafficBlock batch;
            for (int i = 0; i < 10; ++i)
                batch.append(record);
            log.append(batch);
            QCOMPARE(log.keptOctets(), most / each * each);
            QCOMPARE(log.since(0, 1'000).constFirst().frameHeaders, record.frameHeaders);
        }
    }

    void clearForgetsRecordsAndGoesOnCounting()
    {
        TrafficLog log;
        log.append(textRecord("a"));
        log.append(textRecord("b"));
        log.clear();
        QCOMPARE(log.firstNumber(), 3u);
        QCOMPARE(log.lastNumber(), 2u);
        QCOMPARE(log.keptOctets(), 0);
        QVERIFY(log.since(0, 10).isEmpty());
        QCOMPARE(log.append(textRecord("c")), 3u);
        QCOMPARE(numbers(log.since(2, 10)), QList<quint64>{3});
        QCOMPARE(numbers(log.since(0, 10)), QList<quint64>{3});
    }

    void numbersABatchInItsOrder()
    {
        TrafficLog log;
        log.append(textRecord("first"));
        TrafficBlock batch(99);
        for (const char *payload : {"a", "b", "c"})
            batch.append(textRecord(payload));
        log.append(batch);
        log.append(TrafficBlock());
        log.append(textRecord("last"));
        QCOMPARE(numbers(log.since(0, 10)), (QList<quint64>{1, 2, 3, 4, 5}));
        QCOMPARE(payloads(log), (QList<QByteArray>{"first", "a", "b", "c", "last"}));
        QCOMPARE(log.keptOctets(), 12);
    }

    /// Bounds hold to the record, wherever in a batch or a block they fall.
    void dropsTheOldestInTheMiddleOfABatch_data()
    {
        QTest::addColumn<TrafficLogLimits>("limits");
        QTest::addColumn<quint64>("first");
        QTest::newRow("by records") << TrafficLogLimits{3, 1'000} << quint64(6);
        QTest::newRow("by octets") << TrafficLogLimits{100, 9} << quint64(7);
        QTest::newRow("all but the last") << TrafficLogLimits{1, 1'000} << quint64(8);
        QTest::newRow("all") << TrafficLogLimits{100, 3} << quint64(9);
    }

    void dropsTheOldestInTheMiddleOfABatch()
    {
        QFETCH(const TrafficLogLimits, limits);
        QFETCH(const quint64, first);
        TrafficLog log(limits);
        for (int round = 0; round < 2; ++round) {
            TrafficBlock batch;
            for (int i = 0; i < 4; ++i)
                batch.append(textRecord("four"));
            log.append(batch);
        }
        QCOMPARE(log.lastNumber(), 8u);
        QCOMPARE(log.firstNumber(), first);
        QCOMPARE(log.keptOctets(), qsizetype(9 - first) * 4);
        QCOMPARE(log.since(0, 100).size(), qsizetype(9 - first));
        log.append(textRecord("x"));
        QCOMPARE(payloads(log).constLast(), "x"_ba);
    }

    /// So do they over many blocks, which are not all equally full.
    void keepsItsBoundsOverManyBlocks()
    {
        TrafficLog log({.maxRecords = 1'000, .maxOctets = 100'000});
        QList<QByteArray> all;
        for (int round = 0; round < 200; ++round) {
            TrafficBlock batch;
            for (int i = 0; i < round % 50; ++i) {
                all.append(QByteArray(round % 7 == 0 ? 1'000 : 10, char('a' + i % 26)));
                batch.append(textRecord(all.constLast()));
            }
            log.append(batch);
            QCOMPARE(log.lastNumber(), quint64(all.size()));
            const QList<QByteArray> kept = payloads(log);
            QVERIFY(kept.size() <= 1'000);
            QCOMPARE(kept, all.last(kept.size()));
            qsizetype octets = 0;
            for (const QByteArray &payload : kept)
                octets += payload.size();
            QCOMPARE(log.keptOctets(), octets);
            QVERIFY(octets <= 100'000);
            const qsizetype before = all.size() - kept.size() - 1;
            QVERIFY(before < 0 || kept.size() == 1'000 || octets + all.at(before).size() > 100'000);
        }
    }

    /// Memory that was dropped is not held on to for longer than a block or two.
    void freesWhatItDrops()
    {
        TrafficLog log({.maxRecords = 10, .maxOctets = 1'000'000});
        log.append(textRecord("x"));
        const std::weak_ptr<const TrafficBlock> first = fullBlockOf(log);
        QVERIFY(!first.expired());
        for (qsizetype i = 0; i < TrafficBlock::fullAtRecords; ++i)
            log.append(textRecord("x"));
        QVERIFY(first.expired());
    }

    void givesAnExcerptThatDoesNotChange()
    {
        TrafficLog log({.maxRecords = 4, .maxOctets = 1'000});
        for (const char *payload : {"a", "b", "c"})
            log.append(textRecord(payload));
        const TrafficExcerpt early = log.excerptSince(1, 1);
        QCOMPARE(early.first, 2u);
        QCOMPARE(early.end, 3u);
        QCOMPARE(early.blocks.size(), 1u);
        for (int i = 0; i < 1'000; ++i)
            log.append(textRecord("later"));
        QCOMPARE(early.blocks.front()->count(), 3);
        QCOMPARE(early.blocks.front()->payload(1), "b"_ba);
        const TrafficExcerpt late = log.excerptSince(early.end - 1, 100);
        QCOMPARE(late.first, 1'000u);
        QCOMPARE(late.end, 1'004u);
        const TrafficExcerpt none = log.excerptSince(1'003, 100);
        QVERIFY(none.blocks.empty());
        QCOMPARE(none.first, none.end);
    }

    /// What several threads append arrives once each, in one order, while a reader follows it.
    void takesRecordsFromSeveralThreads()
    {
        constexpr int threadCount = 3;
        constexpr int recordsOfThread = 2'000;
        TrafficLog log;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < threadCount; ++i) {
            threads.emplace_back(QThread::create([&log, i] {
                TrafficBlock batch;
                for (int j = 0; j < recordsOfThread; ++j) {
                    TrafficRecord record = textRecord(QByteArray::number(j));
                    record.connection = ConnectionId(i + 1);
                    if (j % 100 < 50) {
                        log.append(record);
                        continue;
                    }
                    batch.append(record);
                    if (j % 10 == 9) {
                        log.append(batch);
                        batch.clear();
                    }
                }
            }));
            threads.back()->start();
        }
        QHash<ConnectionId, int> seen;
        quint64 last = 0;
        while (last < threadCount * recordsOfThread) {
            const QList<TrafficRecord> batch = log.since(last, 100);
            for (const TrafficRecord &record : batch) {
                QCOMPARE(record.number, last + 1);
                last = record.number;
                QCOMPARE(record.payload, QByteArray::number(seen[record.connection]++));
            }
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QCOMPARE(log.lastNumber(), quint64(threadCount * recordsOfThread));
    }
};

QTEST_GUILESS_MAIN(TestTrafficLog)
#include "tst_trafficlog.moc"
