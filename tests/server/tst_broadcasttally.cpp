#include "server/broadcasttally.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestBroadcastTally : public QObject
{
    Q_OBJECT

private slots:
    void writesOneRecordForEachMessage()
    {
        const auto log = std::make_shared<TrafficLog>();
        auto tally = std::make_shared<BroadcastTally>(log);
        tally->add(Opcode::Text, "first");
        tally->add(Opcode::Binary, "second");
        tally->add(Opcode::Text, "nobody's");
        Piece both;
        both.wireSizes = {{0, 5}, {1, 6}};
        Piece second;
        second.wireSizes = {{1, 2}};
        std::shared_ptr<BroadcastTally> elsewhere = tally;
        tally->count(both, 2);
        tally->count(second, 2);
        tally.reset();
        elsewhere->count(both, 1);
        QCOMPARE(log->lastNumber(), 0u); // others may still count
        elsewhere.reset();
        const QList<TrafficRecord> records = log->since(0, 10);
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.at(0).payload, "first"_ba);
        QCOMPARE(records.at(0).recipients, 3u);
        QCOMPARE(records.at(0).wireSize, 5u);
        QCOMPARE(records.at(1).kind, TrafficKind::Binary);
        QCOMPARE(records.at(1).recipients, 5u);
        QCOMPARE(records.at(1).wireSize, quint64((3 * 6 + 2 * 2) / 5));
    }

    void writesMoreThanABlockInOrder()
    {
        const auto log = std::make_shared<TrafficLog>();
        constexpr int count = int(TrafficBlock::fullAtRecords) * 5 / 2;
        {
            BroadcastTally tally(log);
            Piece piece;
            for (int i = 0; i < count; ++i) {
                tally.add(Opcode::Text, QByteArray::number(i));
                piece.wireSizes.emplace_back(i, 1);
            }
            tally.count(piece, 1);
        }
        const QList<TrafficRecord> records = log->since(0, 10'000);
        QCOMPARE(records.size(), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(records.at(i).payload, QByteArray::number(i));
    }
};

QTEST_GUILESS_MAIN(TestBroadcastTally)
#include "tst_broadcasttally.moc"
