#include "ui/text/textwidth.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTextWidth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsColumns_data();
    void countsColumns();
    void aligns();
};

void TestTextWidth::countsColumns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("Latin") << u"Mina é"_s << 6;
    QTest::newRow("Hangul") << u"미나 2"_s << 6;
    QTest::newRow("kana and ideographs") << u"ひカ漢"_s << 6;
    QTest::newRow("beyond the first plane") << u"𠀀"_s << 2;
    QTest::newRow("full width") << u"Ａ１"_s << 4;
    QTest::newRow("emoji") << u"😀"_s << 2;
    QTest::newRow("an accent of its own") << u"e\u0301"_s << 1;
    QTest::newRow("a joiner") << u"a\u200Db"_s << 2;
    QTest::newRow("arrows and lines") << u"↓│—"_s << 3;
    QTest::newRow("half of a pair") << QString(QChar(0xD83D)) << 1;
}

void TestTextWidth::countsColumns()
{
    QFETCH(const QString, text);
    QTEST(int(textWidth(text)), "columns");
}

void TestTextWidth::aligns()
{
    QCOMPARE(leftAligned(u"미나"_s, 6), u"미나  "_s);
    QCOMPARE(rightAligned(u"12"_s, 4), u"  12"_s);
    QCOMPARE(leftAligned(u"as it is"_s, 3), u"as it is"_s);
    QCOMPARE(rightAligned(u"미나"_s, 4), u"미나"_s);
}

QTEST_APPLESS_MAIN(TestTextWidth)
#include "tst_textwidth.moc"
