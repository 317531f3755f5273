#include "ui/text/sizetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestSizeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesASize_data()
    {
        QTest::addColumn<quint64>("octets");
        QTest::addColumn<QString>("expected");
        constexpr quint64 kib = 1024;
        QTest::newRow("nothing") << quint64(0) << u"0 B"_s;
        QTest::newRow("last of B") << quint64(1'023) << u"1,023 B"_s;
        QTest::newRow("1 KiB") << kib << u"1.0 KiB"_s;
        QTest::newRow("1.5 KiB") << quint64(1'536) << u"1.5 KiB"_s;
        QTest::newRow("last of KiB") << quint64(1'023.9 * 1024) << u"1,023.9 KiB"_s;
        QTest::newRow("rounds up to the next unit") << quint64(1'023.96 * 1024) << u"1.0 MiB"_s;
        QTest::newRow("16 MiB") << 16 * kib * kib << u"16.0 MiB"_s;
        QTest::newRow("2 GiB") << 2 * kib * kib * kib << u"2.0 GiB"_s;
        QTest::newRow("1 TiB") << kib * kib * kib * kib << u"1.0 TiB"_s;
        QTest::newRow("as much as can be") << ~quint64(0) << u"16,777,216.0 TiB"_s;
    }

    void writesASize()
    {
        QFETCH(const quint64, octets);
        QTEST(sizeText(octets, QLocale(u"en_US"_s)), "expected");
    }

    void writesAShortSize_data()
    {
        QTest::addColumn<quint64>("octets");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing") << quint64(0) << u"0 B"_s;
        QTest::newRow("7 B") << quint64(7) << u"7 B"_s;
        QTest::newRow("last of B") << quint64(999) << u"999 B"_s;
        QTest::newRow("no four digits") << quint64(1'000) << u"1.0 KiB"_s;
        QTest::newRow("1.5 KiB") << quint64(1'536) << u"1.5 KiB"_s;
        QTest::newRow("last with a decimal place") << quint64(9.94 * 1024) << u"9.9 KiB"_s;
        QTest::newRow("first without") << quint64(9.96 * 1024) << u"10 KiB"_s;
        QTest::newRow("last of KiB") << quint64(999.4 * 1024) << u"999 KiB"_s;
        QTest::newRow("no four digits of KiB") << quint64(999.6 * 1024) << u"1.0 MiB"_s;
        QTest::newRow("16 MiB") << quint64(16 * 1024 * 1024) << u"16 MiB"_s;
    }

    void writesAShortSize()
    {
        QFETCH(const quint64, octets);
        QTEST(shortSizeText(octets, QLocale(u"en_US"_s)), "expected");
    }

    void usesTheLocalesSigns()
    {
        const QLocale german(u"de_DE"_s);
        QCOMPARE(sizeText(1'536, german), u"1,5 KiB"_s);
        QCOMPARE(countText(10'233, german), u"10.233"_s);
        QCOMPARE(countText(10'233, QLocale(u"ko_KR"_s)), u"10,233"_s);
    }

    void writesARate()
    {
        const QLocale locale(u"en_US"_s);
        QCOMPARE(rateText(0, locale), u"0 B/s"_s);
        QCOMPARE(rateText(99.6, locale), u"100 B/s"_s);
        QCOMPARE(rateText(1.2 * 1024 * 1024, locale), u"1.2 MiB/s"_s);
        QCOMPARE(rateText(-1, locale), u"0 B/s"_s);
    }
};

QTEST_GUILESS_MAIN(TestSizeText)
#include "tst_sizetext.moc"
