#include "tests/ui/text/language.h"
#include "ui/text/readystatetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestReadyStateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryState_data()
    {
        QTest::addColumn<ReadyState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("CONNECTING") << ReadyState::Connecting << u"CONNECTING"_s;
        QTest::newRow("OPEN") << ReadyState::Open << u"OPEN"_s;
        QTest::newRow("CLOSING") << ReadyState::Closing << u"CLOSING"_s;
        QTest::newRow("CLOSED") << ReadyState::Closed << u"CLOSED"_s;
    }

    void hasWordsForEveryState()
    {
        QFETCH(const ReadyState, state);
        QFETCH(const QString, word);
        {
            const Language english(u"en"_s);
            QCOMPARE(readyStateWord(state), word);
            QVERIFY(isEnglish(readyStateExplanation(state)));
        }
        const Language korean(u"ko"_s);
        QCOMPARE(readyStateWord(state), word);
        QVERIFY(isKorean(readyStateExplanation(state)));
    }
};

QTEST_GUILESS_MAIN(TestReadyStateText)
#include "tst_readystatetext.moc"
