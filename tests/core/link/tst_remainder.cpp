#include "core/link/remainder.h"

#include <QTest>

#include <vector>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

QByteArray joined(const Remainder &remainder)
{
    QByteArray all;
    for (const QByteArrayView &piece : remainder.pieces())
        all += piece;
    return all;
}

} // namespace

class TestRemainder : public QObject
{
    Q_OBJECT

private slots:
    void consumesWhatWasTaken_data()
    {
        QTest::addColumn<int>("octets");
        for (int octets = 0; octets <= 9; ++octets)
            QTest::addRow("%d", octets) << octets;
    }
    void consumesWhatWasTaken()
    {
        QFETCH(const int, octets);
        const std::vector<QByteArrayView> pieces{"", "abc", "d", "", "efghi", ""};
        Remainder remainder(pieces);
        QCOMPARE(remainder.size(), 9);
        remainder.consume(octets);
        QCOMPARE(remainder.size(), 9 - octets);
        QCOMPARE(joined(remainder), "abcdefghi"_ba.sliced(octets));
    }

    void joinsInOrder()
    {
        const std::vector<QByteArrayView> pieces{"abc", "", "d", "efghi"};
        for (qsizetype room = 1; room <= 12; ++room) {
            Remainder remainder(pieces);
            QByteArrayList parts;
            while (remainder.size() > 0) {
                QByteArray part = "<"_ba;
                remainder.take(room, part);
                QVERIFY(part.size() - 1 == room || remainder.size() == 0);
                parts += part.sliced(1);
            }
            QCOMPARE(parts.join(), "abcdefghi"_ba);
        }
    }

    void ofNothing()
    {
        Remainder remainder({});
        QCOMPARE(remainder.size(), 0);
        remainder.consume(0);
        QByteArray part;
        remainder.take(7, part);
        QVERIFY(part.isEmpty() && remainder.pieces().empty());
    }
};

QTEST_GUILESS_MAIN(TestRemainder)
#include "tst_remainder.moc"
