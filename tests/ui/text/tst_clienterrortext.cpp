#include "tests/ui/text/language.h"
#include "ui/text/clienterrortext.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

ClientError errorOf(ClientErrorKind kind)
{
    ClientError error;
    error.kind = kind;
    error.detail = u"Oops"_s;
    error.httpError = HttpError::BadStartLine;
    error.responseError = ResponseError::AcceptWrong;
    error.certificateErrors = {QSslError::SelfSignedCertificate};
    error.pinnedFingerprint = "AB:CD";
    error.response.status = 403;
    error.response.reason = "Nope";
    error.response.headers.append("Location", "https://example.org/there");
    return error;
}

} // namespace

class TestClientErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryKind_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Korean") << u"ko"_s;
    }

    void hasWordsForEveryKind()
    {
        QFETCH(const QString, language);
        const Language installed(language);
        std::set<QString> whats;
        for (int i = 0; i < clientErrorKindCount; ++i) {
            const auto kind = ClientErrorKind(i);
            const ErrorText text = clientErrorText(errorOf(kind));
            whats.insert(text.what);
            if (kind == ClientErrorKind::None) {
                QCOMPARE(text.inOneLine(), QString());
                continue;
            }
            QStringList sentences{text.what};
            if (kind != ClientErrorKind::Cancelled)
                sentences += {text.why, text.advice};
            for (const QString &sentence : sentences) {
                QVERIFY2(language == "ko"_L1 ? isKorean(sentence) : isEnglish(sentence),
                         qPrintable(sentence));
                QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
            }
        }
        QCOMPARE(int(whats.size()), clientErrorKindCount);
    }

    void tellsAnUnfinishedAnswerFromNone()
    {
        const ClientError error = errorOf(ClientErrorKind::AnswerUnfinished);
        QVERIFY(clientErrorText(error).advice.contains(R"(\r\n\r\n)"_L1));
        const Language korean(u"ko"_s);
        const ErrorText text = clientErrorText(error);
        for (const QString &sentence : {text.what, text.why, text.advice})
            QVERIFY2(isKorean(sentence), qPrintable(sentence));
    }

    void namesTheAddressesThatWereTried_data()
    {
        QTest::addColumn<ClientErrorKind>("kind");
        QTest::newRow("refused") << ClientErrorKind::ConnectionRefused;
        QTest::newRow("unreachable") << ClientErrorKind::NetworkUnreachable;
        QTest::newRow("timed out") << ClientErrorKind::TimedOut;
    }

    void namesTheAddressesThatWereTried()
    {
        QFETCH(const ClientErrorKind, kind);
        ClientError error = errorOf(kind);
        const QString without = clientErrorText(error).why;
        error.triedAddresses = {QHostAddress(u"2001:db8::1"_s), QHostAddress(u"192.0.2.1"_s)};
        QCOMPARE(clientErrorText(error).why, without + u" Tried: 2001:db8::1, 192.0.2.1."_s);
        error.triedAddresses = QList<QHostAddress>(7, QHostAddress(u"192.0.2.1"_s));
        QVERIFY(clientErrorText(error).why.endsWith(u", 192.0.2.1, …."_s));
        QCOMPARE(clientErrorText(error).why.count(u"192.0.2.1"_s), 6);
    }

    void hasNoEmptyWhyWithoutTheSystemsWords()
    {
        ClientError error = errorOf(ClientErrorKind::TlsFailed);
        QVERIFY(clientErrorText(error).why.contains("Oops"_L1));
        error.detail.clear();
        QCOMPARE(clientErrorText(error).why, QString());
    }

    void saysWhatIsWrongWithACertificate()
    {
        ClientError error = errorOf(ClientErrorKind::CertificateUntrusted);
        error.certificateErrors = {QSslError::HostNameMismatch, QSslError::CertificateExpired};
        const QString why = clientErrorText(error).why;
        QVERIFY(why.contains("names"_L1) && why.contains("expired"_L1));
        QVERIFY(clientErrorText(errorOf(ClientErrorKind::CertificateChanged)).why.contains("AB:CD"_L1));
    }

    void explainsARefusalByItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("hasReason");
        for (const int status : {400, 401, 403, 404, 407, 421, 426, 429, 431, 500, 502, 503})
            QTest::addRow("%d", status) << status << true;
        QTest::newRow("200: an ordinary web server") << 200 << true;
        QTest::newRow("418: unknown") << 418 << false;
    }

    void explainsARefusalByItsStatus()
    {
        QFETCH(const int, status);
        QFETCH(const bool, hasReason);
        ClientError error = errorOf(ClientErrorKind::Refused);
        error.response.status = status;
        for (const QString &name : {u"en"_s, u"ko"_s}) {
            const Language language(name);
            const ErrorText text = clientErrorText(error);
            QVERIFY(text.what.contains(QString::number(status)));
            QVERIFY(text.what.contains("Nope"_L1));
            QCOMPARE(!text.why.isEmpty(), hasReason);
            QVERIFY(!text.advice.isEmpty());
        }
    }

    /// Servers name their versions with it (RFC 6455 §4.4); npm's ws answers so when a proxy dropped Upgrade.
    void tellsAnotherVersionFromADroppedUpgrade()
    {
        ClientError error = errorOf(ClientErrorKind::Refused);
        error.response.status = 426;
        QVERIFY(clientErrorText(error).why.contains("Upgrade"_L1));
        error.response.headers.append("Sec-WebSocket-Version", "8");
        QVERIFY(clientErrorText(error).why.contains("version"_L1));
        QVERIFY(clientErrorText(error).advice.contains("Sec-WebSocket-Version"_L1));
    }

    void saysWhereARedirectLeads()
    {
        ClientError error = errorOf(ClientErrorKind::Redirected);
        error.response.status = 301;
        QVERIFY(clientErrorText(error).what.contains("301"_L1));
        QVERIFY(clientErrorText(error).why.contains("https://example.org/there"_L1));
        error.response.headers = {};
        QVERIFY(!clientErrorText(error).why.contains("example.org"_L1));
    }

    void namesTheBrokenRuleOfAHandshake()
    {
        QVERIFY(clientErrorText(errorOf(ClientErrorKind::HandshakeFailed))
                    .why.contains("Sec-WebSocket-Accept"_L1));
    }
};

QTEST_GUILESS_MAIN(TestClientErrorText)
#include "tst_clienterrortext.moc"
