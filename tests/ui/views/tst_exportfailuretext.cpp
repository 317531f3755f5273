#include "ui/views/exportfailuretext.h"

#include "tests/ui/text/language.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

class TestExportFailureText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyProblemHasItsWords_data();
    void everyProblemHasItsWords();
    void eachSaysSomethingElse();
    void repeatsTheSystem();
};

void TestExportFailureText::everyProblemHasItsWords_data()
{
    QTest::addColumn<RecordFileProblem>("problem");
    for (int i = 0; i < recordFileProblemCount; ++i)
        QTest::addRow("%d", i) << RecordFileProblem(i);
}

void TestExportFailureText::everyProblemHasItsWords()
{
    QFETCH(const RecordFileProblem, problem);
    const bool isTold = problem != RecordFileProblem::None && problem != RecordFileProblem::Cancelled;
    for (const QString &name : {u"en"_s, u"ko"_s}) {
        const Language language(name);
        const ErrorText text = exportFailureText({problem, u"Words"_s}, u"/tmp/wire.jsonl"_s);
        QCOMPARE(text.inOneLine().isEmpty(), !isTold);
        if (!isTold)
            continue;
        QVERIFY2(text.what.contains("/tmp/wire.jsonl"_L1), qPrintable(text.what));
        for (const QString &sentence : {text.what, text.why, text.advice}) {
            QVERIFY2(name == "ko"_L1 ? isKorean(sentence) : isEnglish(sentence), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith("Words"_L1), qPrintable(sentence));
        }
    }
}

void TestExportFailureText::eachSaysSomethingElse()
{
    std::set<QString> reasons;
    for (int i = 0; i < recordFileProblemCount; ++i)
        reasons.insert(exportFailureText({RecordFileProblem(i), u"Words"_s}, u"a"_s).why);
    QCOMPARE(int(reasons.size()), recordFileProblemCount - 1); // two have none
}

void TestExportFailureText::repeatsTheSystem()
{
    QVERIFY(exportFailureText({RecordFileProblem::Other, u"File name too long"_s}, u"a"_s)
                .why.endsWith("File name too long"_L1));
    QVERIFY(exportFailureText({RecordFileProblem::Other, {}}, u"a"_s).why.isEmpty());
}

QTEST_GUILESS_MAIN(TestExportFailureText)
#include "tst_exportfailuretext.moc"
