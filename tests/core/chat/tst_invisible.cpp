#include "core/chat/invisible.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace confab;
using namespace Qt::StringLiterals;

class TestInvisible : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatNobodySees_data()
    {
        addRangeColumns();
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
        addRange("reserved ones and annotation", 0xFFF0, 0xFFFB);
        addRange("shorthand", 0x1BCA0, 0x1BCA3);
        addRange("musical", 0x1D173, 0x1D17A);
        addRange("language tag and reserved ones", 0xE0000, 0xE001F);
        addRange("reserved behind tags", 0xE0080, 0xE00FF);
        addRange("reserved behind variants", 0xE01F0, 0xE0FFF);
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

    /// Unicode 16, DerivedCoreProperties.txt: the code points that are shown as nothing where a font lacks
    /// them, those that are not assigned yet included.
    void coversDefaultIgnorableCodePoints()
    {
        constexpr std::pair<char32_t, char32_t> property[] = {
            {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
            {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
            {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
            {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
        };
        // Separators of lines and paragraphs, and interlinear annotation, are ours.
        constexpr std::pair<char32_t, char32_t> more[] = {{0x2028, 0x2029}, {0xFFF9, 0xFFFB}};
        const auto isIn = [](const auto &ranges, char32_t character) {
            return std::any_of(std::begin(ranges), std::end(ranges), [character](const auto &range) {
                return range.first <= character && character <= range.second;
            });
        };
        for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
            const bool known = isInvisible(character) || isShaping(character);
            if (known != (isIn(property, character) || isIn(more, character)))
                QFAIL(qPrintable(u"U+%1 is %2"_s.arg(uint(character), 0, 16).arg(known)));
        }
    }

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
