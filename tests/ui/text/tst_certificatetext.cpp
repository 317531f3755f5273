#include "server/selfsignedcertificate.h"
#include "tests/ui/text/language.h"
#include "ui/text/certificatetext.h"

#include <QCryptographicHash>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

QSslCertificate certificate(const QString &name)
{
    const QDateTime now(QDate(2030, 1, 2), QTime(3, 4, 5), Qt::UTC);
    return QSslCertificate(
        makeSelfSigned(name, {{u"kitchen.local"_s}, {QHostAddress(u"192.168.0.5"_s)}}, now));
}

} // namespace

class TestCertificateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAChain()
    {
        const Language language(u"en"_s);
        const QSslCertificate own = certificate(u"Kitchen\nIssuer: nobody"_s);
        const QStringList parts = certificateChainText({own, certificate(u"Cellar"_s)}).split("\n\n"_L1);
        QCOMPARE(parts.size(), 2);
        const QStringList lines = parts.constFirst().split(u'\n');
        QCOMPARE(lines.size(), 9);
        QVERIFY2(lines[0].startsWith("Subject: Kitchen"_L1), qPrintable(lines[0]));
        QCOMPARE(lines[1], u"SHA-256 fingerprint:"_s);
        const QByteArray digest = own.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
        QCOMPARE(lines.mid(2, 4).join(QString()), QString::fromLatin1(digest));
        QVERIFY(lines[6].contains("kitchen.local"_L1) && lines[6].contains("192.168.0.5"_L1));
        QVERIFY(lines[7].startsWith("Issuer: Kitchen"_L1));
        QCOMPARE(lines[8], u"Valid: from 2030-01-01 03:04 UTC to 2031-02-02 03:04 UTC"_s);
        QVERIFY(parts.constLast().contains("Cellar"_L1));
        QCOMPARE(certificateChainText({}), QString());
    }

    void isKoreanInKorean()
    {
        const Language language(u"ko"_s);
        const QString text = certificateChainText({certificate(u"Kitchen"_s)});
        for (const QString &word : {u"Subject"_s, u"fingerprint"_s, u"Issuer"_s, u"Valid"_s, u"For"_s})
            QVERIFY2(!text.contains(word), qPrintable(text));
        QVERIFY(isKorean(text));
    }

    void splitsAFingerprint()
    {
        QCOMPARE(fingerprintText(QByteArray("AB:").repeated(9).chopped(1)),
                 u"AB:AB:AB:AB:AB:AB:AB:AB:\nAB"_s);
        QCOMPARE(fingerprintText({}), QString());
    }

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
        std::set<QString> sentences;
        for (int error = QSslError::NoError + 1; error <= QSslError::OcspStatusUnknown; ++error) {
            const QString sentence = certificateErrorText(QSslError::SslError(error));
            QVERIFY2(language == "ko"_L1 ? isKorean(sentence) : isEnglish(sentence), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(int(sentences.size()), 9);
    }

    void saysEachReasonOnce()
    {
        const Language language(u"en"_s);
        const QString text =
            certificateErrorText(QList{QSslError::SelfSignedCertificate, QSslError::CertificateExpired,
                                       QSslError::SelfSignedCertificateInChain});
        QCOMPARE(text.count("signed by itself"_L1), 1);
        QVERIFY(text.endsWith("It has expired."_L1));
    }
};

QTEST_GUILESS_MAIN(TestCertificateText)
#include "tst_certificatetext.moc"
