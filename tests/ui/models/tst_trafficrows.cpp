#include "ui/models/trafficrows.h"

#include <QTest>

using namespace confab;

namespace {

TrafficRows::Block blockOf(quint64 first, int count)
{
    auto block = std::make_shared<TrafficBlock>(first);
    for (int i = 0; i < count; ++i) {
        const quint64 number = first + quint64(i);
        TrafficFacts facts;
        facts.connection = 1000 + number;
        block->append(facts, QString::number(number), {QByteArray::number(number)});
    }
    return block;
}

QList<quint64> numbers(const TrafficRows &rows)
{
    QList<quint64> result;
    for (qsizetype row = 0; row < rows.count(); ++row)
        result.append(rows.number(row));
    return result;
}

} // namespace

class TestTrafficRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areThoseThatWereChosen()
    {
        TrafficRows rows;
        QCOMPARE(rows.count(), 0);
        QCOMPARE(rows.rowsBefore(5), 0);
        rows.append(blockOf(1, 3), {{0, 1}, {2, 1}});
        rows.append(blockOf(4, 2), {});
        rows.append(blockOf(6, 3), {{1, 1}});
        QCOMPARE(numbers(rows), (QList<quint64>{1, 3, 7}));
        QCOMPARE(rows.facts(2).connection, 1007u);
        QCOMPARE(rows.peer(1), QString::number(3));
        QCOMPARE(rows.payload(2), "7");
        QCOMPARE(rows.record(1).number, 3u);
    }

    void followABlockThatGrows()
    {
        TrafficRows rows;
        rows.append(blockOf(1, 2), {{0, 2}});
        rows.append(blockOf(1, 4), {{2, 2}});
        rows.append(blockOf(5, 1), {{0, 1}});
        QCOMPARE(numbers(rows), (QList<quint64>{1, 2, 3, 4, 5}));
        rows.dropFirst(5);
        rows.append(blockOf(5, 3), {{1, 2}});
        QCOMPARE(numbers(rows), (QList<quint64>{6, 7}));
    }

    void joinRunsThatFollowEachOther()
    {
        TrafficRows rows;
        rows.append(blockOf(1, 9), {{0, 1}, {1, 2}, {5, 1}});
        rows.append(blockOf(1, 9), {{6, 1}, {8, 1}});
        QCOMPARE(numbers(rows), (QList<quint64>{1, 2, 3, 6, 7, 9}));
        rows.dropFirst(2);
        QCOMPARE(numbers(rows), (QList<quint64>{3, 6, 7, 9}));
        QCOMPARE(rows.payload(3), "9");
        const QList<int> before{0, 0, 0, 0, 1, 1, 1, 2, 3, 3, 4};
        for (int number = 0; number < before.size(); ++number)
            QCOMPARE(rows.rowsBefore(quint64(number)), before.at(number));
    }

    void dropTheFirst()
    {
        TrafficRows rows;
        rows.append(blockOf(1, 3), {{0, 3}});
        rows.append(blockOf(4, 3), {{0, 3}});
        rows.dropFirst(1);
        QCOMPARE(numbers(rows), (QList<quint64>{2, 3, 4, 5, 6}));
        rows.dropFirst(2);
        QCOMPARE(numbers(rows), (QList<quint64>{4, 5, 6}));
        rows.append(blockOf(7, 1), {{0, 1}});
        QCOMPARE(rows.payload(3), "7");
        rows.clear();
        QCOMPARE(rows.count(), 0);
        QCOMPARE(rows.rowsBefore(9), 0);
    }

    void arePicked()
    {
        TrafficRows rows;
        rows.append(blockOf(1, 4), {{0, 4}});
        rows.append(blockOf(5, 2), {{0, 2}});
        rows.append(blockOf(7, 3), {{0, 1}, {2, 1}});
        rows.dropFirst(1); // 2 3 4 5 6 7 9
        const TrafficRows picked = rows.picked({1, 2, 5, 6});
        QCOMPARE(numbers(picked), (QList<quint64>{3, 4, 7, 9}));
        QCOMPARE(picked.record(3).payload, "9");
        QCOMPARE(picked.rowsBefore(7), 2);
        QCOMPARE(rows.picked({}).count(), 0);
        QCOMPARE(numbers(rows.picked({0, 1, 2, 3, 4, 5, 6})), numbers(rows));
    }

    /// What becomes of those that were copied changes nothing in the copy.
    void areCopied()
    {
        TrafficRows rows;
        rows.append(blockOf(1, 4), {{0, 4}});
        const TrafficRows copy = rows;
        rows.append(blockOf(5, 1), {{0, 1}});
        rows.dropFirst(3);
        QCOMPARE(numbers(copy), (QList<quint64>{1, 2, 3, 4}));
        rows.clear();
        QCOMPARE(copy.payload(0), "1");
    }

    /// What nothing shows any more is not held on to.
    void letBlocksGo()
    {
        TrafficRows rows;
        TrafficRows::Block block = blockOf(1, 2);
        const std::weak_ptr<const TrafficBlock> watched = block;
        rows.append(block, {{0, 2}});
        block.reset();
        rows.dropFirst(1);
        QVERIFY(!watched.expired());
        rows.dropFirst(1);
        QVERIFY(watched.expired());
    }

    void countWhatIsBeforeANumber()
    {
        TrafficRows rows;
        rows.append(blockOf(10, 4), {{0, 2}, {3, 1}});
        rows.append(blockOf(20, 4), {{1, 2}});
        rows.dropFirst(1); // 11, 13, 21, 22
        const QList<std::pair<quint64, int>> expected{{0, 0},  {10, 0}, {11, 0}, {12, 1}, {13, 1}, {14, 2},
                                                      {20, 2}, {21, 2}, {22, 3}, {23, 4}, {99, 4}};
        for (const auto &[number, before] : expected)
            QCOMPARE(rows.rowsBefore(number), before);
    }
};

QTEST_APPLESS_MAIN(TestTrafficRows)
#include "tst_trafficrows.moc"
