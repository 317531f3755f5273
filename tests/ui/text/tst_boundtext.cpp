#include "tests/ui/text/language.h"
#include "ui/text/boundtext.h"

#include <QTest>

#include <set>

using namespace confab;
using namespace Qt::StringLiterals;

class TestBoundText : public QObject
{
    Q_OBJECT

private slots:
    void hasWordsForEveryBound_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }
    void hasWordsForEveryBound()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        std::set<QString> texts;
        for (int i = 0; i < boundCount; ++i) {
            const QString text = boundText(Bound(i));
            texts.insert(text);
            QCOMPARE(text.isEmpty(), Bound(i) == Bound::None);
            if (!text.isEmpty())
                QVERIFY2(language == "ko"_L1 ? isKorean(text) : isEnglish(text), qPrintable(text));
        }
        QCOMPARE(int(texts.size()), boundCount);
    }
};

QTEST_GUILESS_MAIN(TestBoundText)
#include "tst_boundtext.moc"
