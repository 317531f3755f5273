#include "server/selfsignedcertificate.h"

#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestSelfSignedCertificate : public QObject
{
    Q_OBJECT

private slots:
    void isForTheNames()
    {
        const QDateTime now(QDate(2030, 1, 2), QTime(3, 4, 5), Qt::UTC);
        const CertificateNames names{{u"localhost"_s, u"kitchen.local"_s},
                                     {QHostAddress(u"127.0.0.1"_s), QHostAddress(u"2001:db8::5%eth0"_s)}};
        const QByteArray pem = makeSelfSigned(u"부엌 컴퓨터"_s, names, now);
        const QSslCertificate certificate(pem);
        QVERIFY(!certificate.isNull());
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{u"부엌 컴퓨터"_s});
        QCOMPARE(certificate.issuerInfo(QSslCertificate::CommonName), QStringList{u"부엌 컴퓨터"_s});
        QVERIFY(certificate.isSelfSigned());
        QCOMPARE(certificate.version(), "3"_ba);
        const auto alternatives = certificate.subjectAlternativeNames();
        QCOMPARE(QStringList(alternatives.values(QSsl::DnsEntry)).size(), 2);
        QVERIFY(alternatives.contains(QSsl::DnsEntry, u"localhost"_s));
        QVERIFY(alternatives.contains(QSsl::DnsEntry, u"kitchen.local"_s));
        QList<QHostAddress> addresses;
        for (const QString &address : alternatives.values(QSsl::IpAddressEntry))
            addresses.append(QHostAddress(address));
        QCOMPARE(addresses.size(), 2);
        QVERIFY(addresses.contains(QHostAddress(u"127.0.0.1"_s)));
        QVERIFY(addresses.contains(QHostAddress(u"2001:db8::5"_s)));
        QCOMPARE(certificate.effectiveDate(), now.addDays(-1));
        QCOMPARE(certificate.expiryDate(), now.addDays(selfSignedValidity - 1));
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        QVERIFY(!QSslKey(pem, QSsl::Ec).isNull());
    }

    void saysWhatItMayBeUsedFor()
    {
        const QSslCertificate certificate(
            makeSelfSigned(u"A"_s, {{u"localhost"_s}, {}}, QDateTime::currentDateTimeUtc()));
        QStringList oids;
        for (const QSslCertificateExtension &extension : certificate.extensions()) {
            oids.append(extension.oid());
            if (extension.name() == "basicConstraints"_L1) {
                QVERIFY(extension.isCritical());
                QVERIFY(!extension.value().toMap().value(u"ca"_s).toBool());
            }
        }
        // RFC 5280 §4.2.1: basicConstraints, extKeyUsage, subjectKeyIdentifier, subjectAltName
        // It is its own issuer, and no authority: keyUsage could say only one of the two.
        QVERIFY(!oids.contains(u"2.5.29.15"_s));
        for (const QString &oid : {u"2.5.29.19"_s, u"2.5.29.37"_s, u"2.5.29.14"_s, u"2.5.29.17"_s})
            QVERIFY2(oids.contains(oid), qPrintable(oid));
    }

    void isAnotherEachTime()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QSslCertificate first(makeSelfSigned(u"A"_s, {{u"a"_s}, {}}, now));
        const QSslCertificate second(makeSelfSigned(u"A"_s, {{u"a"_s}, {}}, now));
        QVERIFY(first.serialNumber() != second.serialNumber());
        QVERIFY(first.publicKey() != second.publicKey());
    }

    void shortensALongName()
    {
        const QSslCertificate certificate(
            makeSelfSigned(QString(200, u'한'), {{u"a"_s}, {}}, QDateTime::currentDateTimeUtc()));
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{QString(64, u'한')});
    }

    void tellsHostNames_data()
    {
        QTest::addColumn<bool>("isOne");
        QTest::newRow("localhost") << true;
        QTest::newRow("Kitchen-2.local") << true;
        QTest::newRow("") << false;
        QTest::newRow("a_b") << false;
        QTest::newRow("a,DNS:b") << false;
        QTest::newRow("a b") << false;
        QTest::newRow("부엌") << false;
    }
    void tellsHostNames()
    {
        QFETCH(const bool, isOne);
        QCOMPARE(isHostName(QString::fromUtf8(QTest::currentDataTag())), isOne);
    }
};

QTEST_GUILESS_MAIN(TestSelfSignedCertificate)
#include "tst_selfsignedcertificate.moc"
