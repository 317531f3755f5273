#include "ui/models/trafficmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

TrafficRecord textRecord(const QByteArray &payload, ConnectionId connection = 0)
{
    TrafficRecord record;
    record.payload = payload;
    record.size = quint64(payload.size());
    record.connection = connection;
    return record;
}

void append(TrafficLog &log, int count, ConnectionId connection = 0)
{
    for (int i = 0; i < count; ++i)
        log.append(textRecord("x", connection));
}

QList<quint64> numbers(const TrafficModel &model)
{
    QList<quint64> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.record(row).number);
    return result;
}

/// A log with its model, watched by QAbstractItemModelTester.
struct Watched
{
    explicit Watched(TrafficLogLimits logLimits = {}, TrafficModelLimits modelLimits = {},
                     TrafficFilter filter = {})
        : log(std::make_shared<TrafficLog>(logLimits))
        , model(log, filter, modelLimits)
    {}

    std::shared_ptr<TrafficLog> log;
    TrafficModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
};

} // namespace

class TestTrafficModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        Watched watched;
        QCOMPARE(watched.model.rowCount(), 0);
        QCOMPARE(watched.model.columnCount(), TrafficModel::columnTotal);
        QVERIFY(!watched.model.refresh());
    }

    void showsEachValueInItsColumn()
    {
        Watched watched;
        TrafficRecord record = textRecord("hello", 7);
        record.time = 1'767'225'600'123'456;
        record.source = TrafficSource::Client;
        record.peer = u"미나"_s;
        record.direction = Direction::Sent;
        record.kind = TrafficKind::Binary;
        record.size = 5'000'000'000;
        record.wireSize = 4'999'999'999;
        watched.log->append(record);
        watched.model.refresh();

        const auto shown = [&watched](int column, int role = Qt::DisplayRole) {
            return watched.model.index(0, column).data(role);
        };
        QCOMPARE(shown(TrafficModel::Number).toULongLong(), 1u);
        QCOMPARE(shown(TrafficModel::Time).toDateTime(), QDateTime::fromMSecsSinceEpoch(1'767'225'600'123));
        QCOMPARE(shown(TrafficModel::Peer).toString(), record.peer);
        QCOMPARE(shown(TrafficModel::Direction).toInt(), int(Direction::Sent));
        QCOMPARE(shown(TrafficModel::Kind).toInt(), int(TrafficKind::Binary));
        QCOMPARE(shown(TrafficModel::Size).toULongLong(), 5'000'000'000u);
        QCOMPARE(shown(TrafficModel::Preview).toByteArray(), "hello"_ba);
        QCOMPARE(shown(0, TrafficModel::RecordRole).value<TrafficRecord>().payload, "hello"_ba);
        QCOMPARE(watched.model.record(0).peer, record.peer);
    }

    void insertsABatchAtOnceAndTellsOfMore()
    {
        Watched watched({}, {.maxRows = 100, .maxRowsPerRefresh = 10});
        append(*watched.log, 25);
        QVERIFY(watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), 10);
        QVERIFY(watched.model.refresh());
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), 25);
        QCOMPARE(watched.inserted.count(), 3);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.inserted.count(), 3);
        QCOMPARE(numbers(watched.model).constLast(), 25u);
    }

    void dropsItsFirstRowsPastItsBound()
    {
        Watched watched({}, {.maxRows = 8, .maxRowsPerRefresh = 5});
        append(*watched.log, 12);
        while (watched.model.refresh())
            QVERIFY(watched.model.rowCount() <= 8);
        QCOMPARE(numbers(watched.model), (QList<quint64>{5, 6, 7, 8, 9, 10, 11, 12}));
    }

    void takesTheLastOfABatchThatIsBiggerThanItsBound()
    {
        Watched watched({}, {.maxRows = 3, .maxRowsPerRefresh = 10});
        append(*watched.log, 7);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(numbers(watched.model), (QList<quint64>{5, 6, 7}));
    }

    /// Of several runs of records, some are left out and one is cut.
    void takesTheLastThatItsFilterAccepts()
    {
        Watched watched({}, {.maxRows = 3, .maxRowsPerRefresh = 20}, {.source = {}, .connection = 7});
        for (const auto &[count, connection] :
             {std::pair(2, 7u), {1, 8u}, {2, 7u}, {3, 8u}, {2, 7u}, {1, 8u}})
            append(*watched.log, count, connection);
        QVERIFY(!watched.model.refresh());
        QCOMPARE(numbers(watched.model), (QList<quint64>{5, 9, 10}));
    }

    void dropsWhatTheLogHasDropped()
    {
        Watched watched({.maxRecords = 5, .maxOctets = 1'000});
        append(*watched.log, 5);
        watched.model.refresh();
        append(*watched.log, 3);
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{4, 5, 6, 7, 8}));
        QCOMPARE(watched.removed.count(), 1);
        append(*watched.log, 50);
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{54, 55, 56, 57, 58}));
        QCOMPARE(watched.reset.count(), 0);
    }

    void isEmptyAfterTheLogWasCleared()
    {
        Watched watched;
        append(*watched.log, 5);
        watched.model.refresh();
        watched.log->clear();
        QVERIFY(!watched.model.refresh());
        QCOMPARE(watched.model.rowCount(), 0);
        append(*watched.log, 2);
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{6, 7}));
    }

    void showsOnlyWhatItsFilterAccepts()
    {
        Watched watched({}, {}, {.source = {}, .connection = 7});
        append(*watched.log, 2, 7);
        append(*watched.log, 2, 8);
        append(*watched.log, 1, 7);
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{1, 2, 5}));
        QCOMPARE(watched.inserted.count(), 1);
    }

    void goesOnPastABatchWithNothingForIt()
    {
        Watched watched({}, {.maxRows = 100, .maxRowsPerRefresh = 4}, {.source = {}, .connection = 7});
        append(*watched.log, 9, 8);
        append(*watched.log, 1, 7);
        QVERIFY(watched.model.refresh());
        QCOMPARE(watched.inserted.count(), 0);
        while (watched.model.refresh()) {
        }
        QCOMPARE(numbers(watched.model), QList<quint64>{10});
    }

    void startsAgainWithAnotherFilter()
    {
        Watched watched;
        append(*watched.log, 2, 7);
        append(*watched.log, 2, 8);
        watched.model.refresh();
        watched.model.setFilter({.source = {}, .connection = 8});
        QCOMPARE(watched.reset.count(), 1);
        QCOMPARE(watched.model.rowCount(), 0);
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{3, 4}));
        watched.model.setFilter({.source = {}, .connection = 8});
        QCOMPARE(watched.reset.count(), 1);
        watched.model.setFilter({});
        watched.model.refresh();
        QCOMPARE(numbers(watched.model), (QList<quint64>{1, 2, 3, 4}));
    }

    void findsARecordsRow()
    {
        Watched watched({}, {}, {.source = {}, .connection = 7});
        QCOMPARE(watched.model.rowOf(1), -1);
        append(*watched.log, 3, 8);
        append(*watched.log, 2, 7);
        watched.model.refresh();
        QCOMPARE(watched.model.rowOf(4), 0);
        QCOMPARE(watched.model.rowOf(5), 1);
        QCOMPARE(watched.model.rowOf(3), -1);
        QCOMPARE(watched.model.rowOf(6), -1);
    }

    void keepsPersistentIndexesOnTheirRecords()
    {
        Watched watched({.maxRecords = 5, .maxOctets = 1'000});
        append(*watched.log, 5);
        watched.model.refresh();
        const QPersistentModelIndex first(watched.model.index(0, 0));
        const QPersistentModelIndex last(watched.model.index(4, 0));
        append(*watched.log, 2);
        watched.model.refresh();
        QVERIFY(!first.isValid());
        QCOMPARE(last.data().toULongLong(), 5u);
    }

    void follows100000Records()
    {
        // Few batches, because the tester walks all rows after each of them.
        Watched watched({}, {.maxRows = 100'000, .maxRowsPerRefresh = 50'000});
        append(*watched.log, 150'000);
        int refreshes = 1;
        while (watched.model.refresh())
            ++refreshes;
        QCOMPARE(watched.model.rowCount(), 100'000);
        QCOMPARE(watched.model.record(0).number, 50'001u);
        QCOMPARE(watched.model.record(99'999).number, 150'000u);
        QCOMPARE(refreshes, 2);
        QCOMPARE(watched.inserted.count(), 2);
        append(*watched.log, 100'000);
        while (watched.model.refresh()) {
        }
        QCOMPARE(watched.model.rowCount(), 100'000);
        QCOMPARE(watched.model.record(0).number, 150'001u);
        QCOMPARE(watched.reset.count(), 0);
    }

    /// Whatever happens between two refreshes, the model ends up showing the log.
    void followsAnyHistory_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void followsAnyHistory()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        Watched watched({.maxRecords = 40, .maxOctets = 30}, {.maxRows = 30, .maxRowsPerRefresh = 7});
        for (int step = 0; step < 400; ++step) {
            const quint32 what = random.bounded(100u);
            if (what < 70)
                append(*watched.log, random.bounded(10), random.bounded(3u));
            else if (what < 95)
                watched.model.refresh();
            else if (what < 98)
                watched.log->clear();
            else
                watched.model.setFilter(what == 98 ? TrafficFilter{}
                                                   : TrafficFilter{.source = {}, .connection = 1});
            QVERIFY(watched.model.rowCount() <= 30);
        }
        while (watched.model.refresh()) {
        }
        QList<quint64> expected;
        for (const TrafficRecord &record : watched.log->since(0, 1'000)) {
            if (watched.model.filter().accepts(record))
                expected.append(record.number);
        }
        QCOMPARE(numbers(watched.model), expected);
    }

    void takesItsHeadersFromTheView()
    {
        Watched watched;
        QSignalSpy spy(&watched.model, &QAbstractItemModel::headerDataChanged);
        QVERIFY(watched.model.setHeaderData(TrafficModel::Peer, Qt::Horizontal, u"상대"_s));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(watched.model.headerData(TrafficModel::Peer, Qt::Horizontal).toString(), u"상대"_s);
        QVERIFY(!watched.model.headerData(0, Qt::Vertical).isValid());
        QVERIFY(!watched.model.setHeaderData(-1, Qt::Horizontal, u"x"_s));
    }
};

QTEST_GUILESS_MAIN(TestTrafficModel)
#include "tst_trafficmodel.moc"
