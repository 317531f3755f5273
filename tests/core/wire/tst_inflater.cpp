#include "core/wire/deflateparameters.h"
#include "core/wire/deflater.h"
#include "core/wire/inflater.h"
#include "tests/core/wire/deflateexamples.h"

#include <QTest>

#include <vector>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

/// All that octets inflate to, with so much room at a time.
Inflater::Status inflateAll(Inflater &inflater, QByteArrayView octets, QByteArray &message,
                            std::size_t roomSize)
{
    std::vector<char> room(roomSize);
    Inflater::Status status = Inflater::Status::HasMore;
    while (status == Inflater::Status::HasMore) {
        std::size_t written = roomSize + 1;
        status = inflater.next(octets, room, written);
        if (written > roomSize || (status == Inflater::Status::Failed && written > 0))
            return Inflater::Status::HasMore; // never right
        message.append(room.data(), qsizetype(written));
    }
    return status;
}

Inflater::Status inflateMessage(Inflater &inflater, const Pieces &pieces, QByteArray &message,
                                std::size_t roomSize)
{
    for (const QByteArray &piece : pieces) {
        const Inflater::Status status = inflateAll(inflater, piece, message, roomSize);
        if (status != Inflater::Status::NeedMore)
            return status;
    }
    return inflateAll(inflater, Inflater::messageTail, message, roomSize);
}

} // namespace

class TestInflater : public QObject
{
    Q_OBJECT

private slots:
    void examples_data()
    {
        QTest::addColumn<QList<QByteArray>>("compressed");
        QTest::addColumn<QList<QByteArray>>("messages");
        for (const DeflateExample &example : deflateExamples())
            QTest::newRow(example.name) << example.compressed << example.messages;
    }
    void examples()
    {
        QFETCH(const QList<QByteArray>, compressed);
        QFETCH(const QList<QByteArray>, messages);
        for (const std::size_t roomSize : {1U, 3U, 5U, 4096U}) {
            const auto splitsOfFirst = splitsOf(compressed.first());
            for (const Pieces &pieces : splitsOfFirst) {
                Inflater inflater;
                for (qsizetype i = 0; i < compressed.size(); ++i) {
                    QByteArray message;
                    const Pieces &now = i == 0 ? pieces : Pieces{compressed[i]};
                    QVERIFY(inflateMessage(inflater, now, message, roomSize) == Inflater::Status::NeedMore);
                    QVERIFY(inflater.isBetweenBlocks());
                    QCOMPARE(message, messages[i]);
                }
            }
        }
    }

    void badData_data()
    {
        QTest::addColumn<QByteArray>("compressed");
        for (const BadDeflateData &bad : badDeflateData())
            QTest::newRow(bad.name) << bad.compressed;
    }
    void badData()
    {
        QFETCH(const QByteArray, compressed);
        for (const std::size_t roomSize : {1U, 4096U}) {
            for (const Pieces &pieces : splitsOf(compressed)) {
                Inflater inflater;
                QByteArray message;
                const Inflater::Status status = inflateMessage(inflater, pieces, message, roomSize);
                QVERIFY(status == Inflater::Status::Failed ||
                        (status == Inflater::Status::NeedMore && !inflater.isBetweenBlocks()));
            }
        }
    }

    void whatComesBeforeTheFaultComesOut()
    {
        // A stored block, and then a block of the reserved type, all at once.
        Inflater inflater;
        QByteArray message;
        QVERIFY(inflateAll(inflater, hex("00 05 00 fa ff 48 65 6c 6c 6f 07"), message, 4096) ==
                Inflater::Status::Failed);
        QCOMPARE(message, "Hello"_ba);
        QVERIFY(inflateAll(inflater, {}, message, 4096) == Inflater::Status::Failed);
    }

    /// "Hell" and 28 more, up to the end of a block; found by tests/fuzz.
    void aRoomThatIsJustFullChangesNothing()
    {
        for (std::size_t roomSize = 1; roomSize <= 33; ++roomSize) {
            Inflater inflater;
            QByteArray message;
            QVERIFY(inflateAll(inflater, hex("f2 48 05 00 00 00 ff ff ca c9 c1 07 00"), message, roomSize) ==
                    Inflater::Status::NeedMore);
            QCOMPARE(message, "He" + QByteArray(30, 'l'));
            QVERIFY(inflater.isBetweenBlocks());
            QVERIFY(inflateAll(inflater, {}, message, roomSize) == Inflater::Status::NeedMore);
            QVERIFY(inflater.isBetweenBlocks());
        }
    }

    void everyWindow_data()
    {
        QTest::addColumn<int>("bits");
        for (int bits = minWindowBits; bits <= maxWindowBits; ++bits)
            QTest::addRow("%d bits", bits) << bits;
    }
    void everyWindow()
    {
        QFETCH(const int, bits);
        Deflater deflater(bits);
        Inflater inflater;
        QByteArray text;
        for (int i = 0; i < 9'000; ++i)
            text += QByteArray::number(i % 1'777) + "가나다";
        for (const QByteArray &message : {text, "Hello"_ba, text, ""_ba, text.first(300)}) {
            QByteArray inflated;
            QVERIFY(inflateMessage(inflater, {deflater.compress(message)}, inflated, 1000) ==
                    Inflater::Status::NeedMore);
            QVERIFY(inflated == message);
        }
    }

    void aBombComesOutStepByStep()
    {
        const QByteArray bomb = Deflater(maxWindowBits).compress(QByteArray(10'000'000, '\0'));
        QVERIFY(bomb.size() < 20'000);
        Inflater inflater;
        QByteArrayView octets(bomb);
        std::vector<char> room(100);
        std::size_t written = 0;
        QVERIFY(inflater.next(octets, room, written) == Inflater::Status::HasMore);
        QCOMPARE(written, std::size_t(100));
        QVERIFY(octets.size() > bomb.size() - 1'000); // the rest waits
    }

    void manyFinalBlocks()
    {
        // Each ends zlib's stream; the window is kept.
        Inflater inflater;
        QByteArray message;
        QVERIFY(inflateMessage(inflater, {hex("f2 48 cd c9 c9 07 00")}, message, 100) ==
                Inflater::Status::NeedMore);
        QByteArray finals;
        for (int i = 0; i < 10'000; ++i)
            finals += hex("03 00");
        QVERIFY(inflateMessage(inflater, {finals + hex("f2 00 11 00 00")}, message, 100) ==
                Inflater::Status::NeedMore);
        QCOMPARE(message, "HelloHello"_ba);
    }
};

QTEST_APPLESS_MAIN(TestInflater)
#include "tst_inflater.moc"
