#include "server/refusalwords.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

bool hasHangul(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar character) { return character.script() == QChar::Script_Hangul; });
}

void checkBoth(const RefusalWords &words)
{
    QVERIFY(!words.english.isEmpty());
    QVERIFY(!hasHangul(words.english));
    QVERIFY(hasHangul(words.korean));
    QVERIFY(!words.english.contains(u'%'));
    QVERIFY(!words.korean.contains(u'%'));
}

} // namespace

class TestRefusalWords : public QObject
{
    Q_OBJECT

private slots:
    void hasWordsForEveryCombination()
    {
        QSet<QString> seen;
        int answered = 0;
        for (int reason = 0; reason < refusalReasonCount; ++reason) {
            if (isBeforeRequest(RefusalReason(reason)))
                continue;
            ++answered;
            for (int request = 0; request < requestErrorCount; ++request) {
                for (int http = 0; http < httpErrorCount; ++http) {
                    Refusal refusal;
                    refusal.reason = RefusalReason(reason);
                    refusal.requestError = RequestError(request);
                    refusal.httpError = HttpError(http);
                    const RefusalWords words = refusalWords(refusal, {"chat"});
                    checkBoth(words);
                    seen.insert(words.english);
                }
            }
        }
        // Each reason has its own words, and the two that have errors have some for each of those; a head
        // without a Host can be one of both.
        QCOMPARE(seen.size(), answered - 2 + requestErrorCount + httpErrorCount + 1);
    }

    void hasWordsForEachError()
    {
        for (int error = 0; error < requestErrorCount; ++error)
            checkBoth(requestErrorWords(RequestError(error)));
        for (int error = 0; error < httpErrorCount; ++error)
            checkBoth(httpErrorWords(HttpError(error)));
    }

    void repeatsWhatWasSent()
    {
        Refusal refusal;
        refusal.reason = RefusalReason::SubprotocolUnsupported;
        refusal.offeredSubprotocols = {"nope", "never"};
        const RefusalWords words = refusalWords(refusal, {"chatting", "echo"});
        for (const QString &text : {words.english, words.korean}) {
            QVERIFY(text.contains(u"nope, never"_s));
            QVERIFY(text.contains(u"chatting, echo"_s));
        }
        refusal.reason = RefusalReason::OriginForbidden;
        refusal.origin = u"https://"_s + QString(10'000, u'x');
        QVERIFY(refusalWords(refusal, {}).english.contains(u"https://xxx"_s));
        QVERIFY(refusalWords(refusal, {}).english.size() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestRefusalWords)
#include "tst_refusalwords.moc"
