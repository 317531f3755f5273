#include "tests/ui/text/language.h"
#include "ui/text/refusaltext.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

Refusal refusalOf(RefusalReason reason)
{
    Refusal refusal;
    refusal.reason = reason;
    refusal.status = 418;
    refusal.httpError = HttpError::FoldedHeader;
    refusal.requestError = RequestError::KeyMissing;
    refusal.address = u"192.168.0.12:54321"_s;
    refusal.target = u"/nowhere"_s;
    refusal.origin = u"https://example.org"_s;
    refusal.offeredSubprotocols = {"mqtt", "wamp"};
    return refusal;
}

} // namespace

class TestRefusalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryReason_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void hasWordsForEveryReason()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        std::set<QString> reasons;
        for (int i = 0; i < refusalReasonCount; ++i) {
            const ErrorText text = refusalText(refusalOf(RefusalReason(i)));
            for (const QString &sentence : {text.what, text.why, text.advice}) {
                QVERIFY2(language == "ko"_L1 ? isKorean(sentence) : isEnglish(sentence),
                         qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            }
            QCOMPARE(text.what.contains("418"_L1), !isBeforeRequest(RefusalReason(i)));
            reasons.insert(text.why);
        }
        QCOMPARE(int(reasons.size()), refusalReasonCount);
    }

    void saysWhatThePeerSent()
    {
        QVERIFY(refusalText(refusalOf(RefusalReason::HeadTimeout)).what.contains("192.168.0.12:54321"_L1));
        QVERIFY(
            refusalText(refusalOf(RefusalReason::OriginForbidden)).what.contains("https://example.org"_L1));
        QVERIFY(refusalText(refusalOf(RefusalReason::SubprotocolUnsupported)).why.contains("mqtt, wamp"_L1));
        QVERIFY(refusalText(refusalOf(RefusalReason::NotFound)).why.contains("/nowhere"_L1));
    }

    /// A peer cannot fill the window, nor break its lines.
    void showsWhatThePeerSentInBoundedLines()
    {
        Refusal refusal = refusalOf(RefusalReason::NotFound);
        refusal.target = u"/a\nb"_s + QString(10'000, u'x');
        const QString why = refusalText(refusal).why;
        QVERIFY(why.contains(u"/a↵b"_s));
        QVERIFY(why.size() < 300);
    }
};

QTEST_GUILESS_MAIN(TestRefusalText)
#include "tst_refusaltext.moc"
