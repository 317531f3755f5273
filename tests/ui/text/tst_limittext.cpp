#include "tests/ui/text/language.h"
#include "ui/text/limittext.h"

#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

class TestLimitText : public QObject
{
    Q_OBJECT

private slots:
    void hasWordsForEveryLimit_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }
    void hasWordsForEveryLimit()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        std::set<QString> texts;
        for (int i = 0; i < limitCount; ++i) {
            for (const QString &text : {limitLabel(Limit(i)), limitExplanation(Limit(i))}) {
                QVERIFY2(language == "ko"_L1 ? isKorean(text) : isEnglish(text), qPrintable(text));
                texts.insert(text);
            }
        }
        QCOMPARE(int(texts.size()), 2 * limitCount);
    }

    void saysValues()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(limitValueText(ruleOf(Limit::MessageSize), 16'777'216), u"16,777,216 bytes"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::HeadTime), 10), u"10 s"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::Members), 10'000), u"10,000"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::AddressHandshakes), 100), u"100 per second"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::MemberOctets), 5), u"5 bytes per second"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::MemberMessages), 0), u"no limit"_s);
        QCOMPARE(limitValueText(ruleOf(Limit::FrameSize), 0), u"as a message"_s);
    }
};

QTEST_GUILESS_MAIN(TestLimitText)
#include "tst_limittext.moc"
