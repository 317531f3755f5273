#include "core/chat/invisible.h"

#include <QTest>

using namespace confab;

class TestInvisible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatNobodySees_data()
    {
        addRangeColumns();
        addRange("C1", 0x80, 0x9F);
        addRange("soft hyphen", 0xAD, 0xAD);
        addRange("Arabic letter mark", 0x61C, 0x61C);
        addRange("Hangul fillers", 0x115F, 0x1160);
        addRange("Khmer vowels", 0x17B4, 0x17B5);
        addRange("zero-width space", 0x200B, 0x200B);
        addRange("direction marks", 0x200E, 0x200F);
        addRange("separators and overrides", 0x2028, 0x202E);
        addRange("word joiner to isolates", 0x2060, 0x206F);
        addRange("Hangul filler", 0x3164, 0x3164);
        addRange("byte order mark", 0xFEFF, 0xFEFF);
        addRange("half-width Hangul filler", 0xFFA0, 0xFFA0);
        addRange("annotation", 0xFFF9, 0xFFFB);
        addRange("musical", 0x1D173, 0x1D17A);
        addRange("language tag", 0xE0001, 0xE0001);
    }

    void knowsWhatNobodySees() { checkRange(isInvisible, isShaping); }

    void knowsWhatShapesItsNeighbours_data()
    {
        addRangeColumns();
        addRange("grapheme joiner", 0x34F, 0x34F);
        addRange("Mongolian", 0x180B, 0x180F);
        addRange("joiners", 0x200C, 0x200D);
        addRange("variation selectors", 0xFE00, 0xFE0F);
        addRange("tags", 0xE0020, 0xE007F);
        addRange("variants of ideographs", 0xE0100, 0xE01EF);
    }

    void knowsWhatShapesItsNeighbours() { checkRange(isShaping, isInvisible); }

    void ordinaryTextIsSeen()
    {
        for (const char32_t character :
             {U'\0', U' ', U'a', U'~', U'가', U'ᄀ', U'　', U'א', U'😀', U'\U0010FFFF'}) {
            QVERIFY2(!isInvisible(character), qPrintable(QString::number(uint(character), 16)));
            QVERIFY2(!isShaping(character), qPrintable(QString::number(uint(character), 16)));
        }
    }

private:
    static void addRangeColumns()
    {
        QTest::addColumn<char32_t>("first");
        QTest::addColumn<char32_t>("last");
    }
    static void addRange(const char *name, char32_t first, char32_t last)
    {
        QTest::newRow(name) << first << last;
    }
    /// Each of the range, neither of its neighbours, and none of it in the other kind.
    static void checkRange(bool (*kind)(char32_t), bool (*other)(char32_t))
    {
        QFETCH(const char32_t, first);
        QFETCH(const char32_t, last);
        for (char32_t character = first; character <= last; ++character) {
            QVERIFY(kind(character));
            QVERIFY(!other(character));
        }
        QVERIFY(!kind(first - 1));
        QVERIFY(!kind(last + 1));
    }
};

QTEST_GUILESS_MAIN(TestInvisible)
#include "tst_invisible.moc"
