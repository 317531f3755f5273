#include "tests/ui/text/language.h"
#include "ui/text/wiresizetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireSizeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesBothSizes_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("wireSize");
        QTest::addColumn<quint32>("recipients");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &language, quint64 size, quint64 wireSize,
                            quint32 recipients, const QString &shown, const QString &words) {
            QTest::newRow(name) << language << size << wireSize << recipients << shown << words;
        };
        row("as it is", u"en"_s, 12'600, 12'600, 1, u"12.3 KiB"_s, u"12.3 KiB"_s);
        row("nothing", u"en"_s, 0, 0, 1, u"0 B"_s, u"0 B"_s);
        row("compressed", u"en"_s, 12'600, 1'130, 1, u"12.3 KiB → 1.1 KiB"_s,
            u"12,600 B, compressed to 1,130 B on the wire (9 %)"_s);
        row("compressed, Korean", u"ko"_s, 12'600, 1'130, 1, u"12.3 KiB → 1.1 KiB"_s,
            u"12,600 B, 전송할 때 1,130 B로 압축됨(9%)"_s);
        row("broadcast", u"en"_s, 12'600, 6'865, 2, u"12.3 KiB → 6.7 KiB"_s,
            u"12,600 B, compressed to an average of 6,865 B on the wire (54 %)"_s);
        row("broadcast, Korean", u"ko"_s, 12'600, 6'865, 2, u"12.3 KiB → 6.7 KiB"_s,
            u"12,600 B, 전송할 때 평균 6,865 B로 압축됨(54%)"_s);
        row("next to nothing", u"en"_s, 1'000'000, 1'000, 1, u"976.6 KiB → 1.0 KiB"_s,
            u"1,000,000 B, compressed to 1,000 B on the wire (<1 %)"_s);
        row("larger, as others may send it", u"en"_s, 2, 4, 1, u"2 B → 4 B"_s,
            u"2 B, compressed to 4 B on the wire (200 %)"_s);
        row("nothing, compressed", u"en"_s, 0, 1, 1, u"0 B → 1 B"_s, u"0 B → 1 B"_s);
    }

    void writesBothSizes()
    {
        QFETCH(const QString, language);
        QFETCH(const quint64, size);
        QFETCH(const quint64, wireSize);
        QFETCH(const quint32, recipients);
        const Language installed(language);
        TrafficRecord record;
        record.size = size;
        record.wireSize = wireSize;
        record.recipients = recipients;
        const QLocale locale(language == "ko"_L1 ? u"ko_KR"_s : u"en_US"_s);
        QCOMPARE(isCompressed(record), size != wireSize);
        QTEST(recordSizeText(record, locale), "shown");
        QTEST(recordSizeInWords(record, locale), "words");
    }
};

QTEST_GUILESS_MAIN(TestWireSizeText)
#include "tst_wiresizetext.moc"
