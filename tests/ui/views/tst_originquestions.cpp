#include "ui/views/originquestions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestOriginQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void othersLeaveTheQuestionAlone();
    void eachOriginIsAskedOnce();
    void whatWasTakenMayComeAgain();
    void whatWasPutOffStaysAway();
    void clearForgets();
    void floodIsBounded();

private:
    static Refusal of(const QString &origin)
    {
        Refusal refusal;
        refusal.reason = RefusalReason::OriginForbidden;
        refusal.origin = origin;
        return refusal;
    }
};

void TestOriginQuestions::othersLeaveTheQuestionAlone()
{
    OriginQuestions questions;
    QVERIFY(!questions.current());
    questions.add(of(u"https://good"_s));
    questions.add(of(u"https://evil"_s));
    QCOMPARE(questions.current()->origin, u"https://good"_s);
    QCOMPARE(questions.takeCurrent(), u"https://good"_s);
    QCOMPARE(questions.current()->origin, u"https://evil"_s);
}

void TestOriginQuestions::eachOriginIsAskedOnce()
{
    OriginQuestions questions;
    for (const QString &origin : {u"https://a"_s, u"https://b"_s, u"https://a"_s, u"https://b"_s})
        questions.add(of(origin));
    questions.takeCurrent();
    questions.takeCurrent();
    QVERIFY(!questions.current());
}

void TestOriginQuestions::whatWasTakenMayComeAgain()
{
    OriginQuestions questions;
    questions.add(of(u"https://a"_s));
    questions.takeCurrent();
    questions.add(of(u"https://a"_s));
    QVERIFY(questions.current());
}

void TestOriginQuestions::whatWasPutOffStaysAway()
{
    OriginQuestions questions;
    questions.add(of(u"https://a"_s));
    questions.putOffCurrent();
    questions.add(of(u"https://a"_s));
    QVERIFY(!questions.current());
}

void TestOriginQuestions::clearForgets()
{
    OriginQuestions questions;
    questions.add(of(u"https://a"_s));
    questions.putOffCurrent();
    questions.add(of(u"https://b"_s));
    questions.clear();
    QVERIFY(!questions.current());
    questions.add(of(u"https://a"_s));
    QVERIFY(questions.current());
}

void TestOriginQuestions::floodIsBounded()
{
    OriginQuestions questions;
    for (int i = 0; i < 1000; ++i)
        questions.add(of(u"https://%1.example"_s.arg(i)));
    qsizetype asked = 0;
    for (; questions.current(); ++asked)
        QCOMPARE(questions.takeCurrent(), u"https://%1.example"_s.arg(asked));
    QCOMPARE(asked, OriginQuestions::maxPending);
}

QTEST_MAIN(TestOriginQuestions)
#include "tst_originquestions.moc"
