#include "tests/ui/text/language.h"
#include "ui/text/timetext.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesLocalTimes()
    {
        const QDateTime time(QDate(2026, 3, 4), QTime(9, 5, 7, 12));
        const qint64 microseconds = time.toMSecsSinceEpoch() * 1000 + 999;
        QCOMPARE(timeText(microseconds), u"09:05:07.012"_s);
        QCOMPARE(shortTimeText(time.toMSecsSinceEpoch(), QLocale(u"de_DE"_s)), u"09:05"_s);
        QCOMPARE(dateTimeText(microseconds, QLocale(u"en_US"_s)), u"Wednesday, March 4, 2026 09:05:07.012"_s);
        QCOMPARE(dateTimeText(microseconds, QLocale(u"ko_KR"_s)), u"2026년 3월 4일 수요일 09:05:07.012"_s);
    }

    void writesADuration_data()
    {
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        const auto row = [](const char *name, qint64 microseconds, const QString &english,
                            const QString &korean) {
            QTest::newRow(name) << microseconds << english << korean;
        };
        constexpr qint64 second = 1'000'000;
        row("not known", -1, {}, {});
        row("none", 0, u"0.0 ms"_s, u"0.0 ms"_s);
        row("less than shown", 49, u"0.0 ms"_s, u"0.0 ms"_s);
        row("rounds up", 50, u"0.1 ms"_s, u"0.1 ms"_s);
        row("3.1 ms", 3'100, u"3.1 ms"_s, u"3.1 ms"_s);
        row("last of ms", 999'949, u"999.9 ms"_s, u"999.9 ms"_s);
        row("rounds up to a second", 999'950, u"1.00 s"_s, u"1.00초"_s);
        row("4.25 s", 4'250'000, u"4.25 s"_s, u"4.25초"_s);
        row("last of s", 59'994'999, u"59.99 s"_s, u"59.99초"_s);
        row("rounds up to a minute", 59'995'000, u"1 min 0 s"_s, u"1분 0초"_s);
        row("2 min 5 s", 125 * second, u"2 min 5 s"_s, u"2분 5초"_s);
        row("1 h 2 min", 3'720 * second, u"1 h 2 min"_s, u"1시간 2분"_s);
        row("3 d 4 h", (3 * 24 + 4) * 3'600 * second, u"3 d 4 h"_s, u"3일 4시간"_s);
    }

    void writesADuration()
    {
        QFETCH(const qint64, microseconds);
        {
            const Language language(u"en"_s);
            QTEST(durationText(microseconds, QLocale(u"en_US"_s)), "english");
        }
        const Language language(u"ko"_s);
        QTEST(durationText(microseconds, QLocale(u"ko_KR"_s)), "korean");
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
