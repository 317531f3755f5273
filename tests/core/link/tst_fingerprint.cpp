#include "core/link/fingerprint.h"

#include <QSslCertificate>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

// Made once by the openssl command, which also said what its fingerprint is.
constexpr QByteArrayView pem("-----BEGIN CERTIFICATE-----\n"
                             "MIIBbTCCAROgAwIBAgIUX7Z8UYSJy94hYlXTE07oc5LWoscwCgYIKoZIzj0EAwIw\n"
                             "DDEKMAgGA1UEAwwBdDAeFw0yNjExMjUxMzIyNTRaFw0zNjExMjIxMzIyNTRaMAwx\n"
                             "CjAIBgNVBAMMAXQwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATG6KMgxU1l2sUv\n"
                             "UMaVWKjqaTYwMSkE2ACTNi+tc7+NEAs81t3eqc78C7KZaWbl87Rm+A0UM8VTIX57\n"
                             "AlUqt65jo1MwUTAdBgNVHQ4EFgQU9rwG3lYDkZFwZkLXN2fyNhuQbQQwHwYDVR0j\n"
                             "BBgwFoAU9rwG3lYDkZFwZkLXN2fyNhuQbQQwDwYDVR0TAQH/BAUwAwEB/zAKBggq\n"
                             "hkjOPQQDAgNIADBFAiB2BN/THbAlXe5X69e9934X78QW8uctxgWWT1dSlsBGowIh\n"
                             "AKrn8K2afxWykQq6QYu8bdwnaW15VYSCa+K9DVADPu27\n"
                             "-----END CERTIFICATE-----\n");
constexpr QByteArrayView opensslsFingerprint(
    "7B:D2:9C:34:4F:A5:ED:AB:40:5D:C8:B8:78:AF:F2:4D:DA:53:CE:DB:19:B8:0B:7E:BA:AB:1B:7C:A3:B5:85:30");

} // namespace

class TestFingerprint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatOpensslSays()
    {
        const QSslCertificate certificate(pem.toByteArray());
        QVERIFY(!certificate.isNull());
        QCOMPARE(sha256Fingerprint(certificate), opensslsFingerprint.toByteArray());
        QCOMPARE(sha256Fingerprint(QSslCertificate()), QByteArray());
    }

    void normalises_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFingerprint");
        const QByteArray own = opensslsFingerprint.toByteArray();
        QTest::newRow("as it is") << own << true;
        QTest::newRow("lower case") << own.toLower() << true;
        QTest::newRow("without colons") << QByteArray(own).replace(":", "") << true;
        QTest::newRow("spaces") << ' ' + QByteArray(own).replace(":", " ") + ' ' << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("SHA-1") << own.first(59) << false;
        QTest::newRow("too long") << own + ":00" << false;
        QTest::newRow("no digit") << QByteArray(own).replace(0, 1, "G") << false;
    }
    void normalises()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const bool, isFingerprint);
        QCOMPARE(normalisedFingerprint(text),
                 isFingerprint ? opensslsFingerprint.toByteArray() : QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
