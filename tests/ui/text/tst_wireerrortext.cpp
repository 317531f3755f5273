#include "tests/ui/text/language.h"
#include "ui/text/wireerrortext.h"

#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryError_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void hasWordsForEveryError()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        std::set<QString> texts;
        for (int i = 0; i < wireErrorCount; ++i) {
            const QString text = wireErrorText(WireError(i));
            texts.insert(text);
            QCOMPARE(text.isEmpty(), WireError(i) == WireError::None);
            if (!text.isEmpty())
                QVERIFY2(language == "ko"_L1 ? isKorean(text) : isEnglish(text), qPrintable(text));
        }
        QCOMPARE(int(texts.size()), wireErrorCount);
    }

    void namesTheSectionOfEveryError()
    {
        QCOMPARE(wireErrorSection(WireError::None), QString());
        QCOMPARE(wireErrorSection(WireError::ReservedBitSet), u"RFC 6455 §5.2"_s);
        QCOMPARE(wireErrorSection(WireError::TextNotUtf8), u"RFC 6455 §8.1"_s);
        static const QRegularExpression section(u"^RFC \\d+ §[\\d.]+$"_s);
        for (int i = 1; i < wireErrorCount; ++i) {
            const QString text = wireErrorSection(WireError(i));
            QVERIFY2(section.match(text).hasMatch(), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestWireErrorText)
#include "tst_wireerrortext.moc"
