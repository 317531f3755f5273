#include "core/traffic/plainarray.h"

#include <QTest>

using namespace confab;

namespace {

QByteArray textOf(const PlainArray<char> &array)
{
    return QByteArray(array.data(), qsizetype(array.size()));
}

} // namespace

class TestPlainArray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAtItsEnd()
    {
        PlainArray<int> array;
        QVERIFY(array.isEmpty());
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(array.append(i * 3), quint32(i));
        QCOMPARE(array.size(), 1'000u);
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(array[std::size_t(i)], i * 3);
        QCOMPARE(array.front(), 0);
        QCOMPARE(array.back(), 2'997);
        QCOMPARE(array.values().size(), 1'000u);
    }

    void saysWhereItPutSeveral()
    {
        PlainArray<char> array;
        QCOMPARE(array.append(std::span("one", 3)), 0u);
        QCOMPARE(array.append(std::span<const char>()), 3u);
        QCOMPARE(array.append(std::span("three", 5)), 3u);
        const PlainArray<char> copy(array);
        array.append(copy);
        QCOMPARE(textOf(array), "onethreeonethree");
        QCOMPARE(textOf(copy), "onethree");
    }

    void givesPlacesToBeFilledIn()
    {
        PlainArray<char> array;
        std::memcpy(array.add(3), "abc", 3);
        *array.add() = 'd';
        QCOMPARE(textOf(array), "abcd");
    }

    /// Many more at once than doubling would make room for.
    void growsByWhatIsAdded()
    {
        PlainArray<char> array;
        array.append('a');
        const QByteArray many(10'000, 'b');
        array.append(std::span(many.data(), 10'000));
        QCOMPARE(textOf(array), "a" + many);
    }

    void keepsItsMemory()
    {
        PlainArray<int> array;
        array.reserve(100);
        const int *memory = array.data();
        array.add(100);
        QCOMPARE(array.data(), memory);
        array.reserve(10);
        array.clear();
        QVERIFY(array.isEmpty());
        array.add(100);
        QCOMPARE(array.data(), memory);
    }
};

QTEST_APPLESS_MAIN(TestPlainArray)
#include "tst_plainarray.moc"
