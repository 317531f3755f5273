#include "server/tlssetup.h"
#include "tlsfixture.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTlsSetup : public QObject
{
    Q_OBJECT

private slots:
    void signsForItself()
    {
        const QTemporaryDir folder;
        TlsPolicy policy;
        policy.mode = TlsMode::SelfSigned;
        policy.folder = folder.filePath(u"tls"_s);
        const auto first = setUpTls(policy, QHostAddress(QHostAddress::LocalHost));
        QVERIFY(std::holds_alternative<TlsIdentity>(first));
        const QSslCertificate certificate = std::get<TlsIdentity>(first).chain.constFirst();
        QVERIFY(certificate.subjectAlternativeNames().contains(QSsl::DnsEntry, u"localhost"_s));
        // To listen elsewhere is no reason to make another.
        const auto second = setUpTls(policy, QHostAddress(QHostAddress::Any));
        QCOMPARE(std::get<TlsIdentity>(second).chain.constFirst(), certificate);
    }

    void keepsItInTheDataFolder()
    {
        const QTemporaryDir folder;
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        TlsPolicy policy;
        policy.mode = TlsMode::SelfSigned;
        QVERIFY(std::holds_alternative<TlsIdentity>(setUpTls(policy, QHostAddress(QHostAddress::LocalHost))));
        const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        QVERIFY(own.startsWith(folder.path()));
        QVERIFY(QFile::exists(own + "/tls/self-signed.pem"_L1));
    }

    void readsFiles()
    {
        const QTemporaryDir folder;
        TlsPolicy policy;
        policy.mode = TlsMode::Files;
        policy.certificateFile = policy.keyFile = folder.filePath(u"both.pem"_s);
        const auto missing = setUpTls(policy, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(std::get<ServerError>(missing).kind, ServerErrorKind::CertificateUnreadable);
        QFile file(policy.keyFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(selfSignedPem());
        file.close();
        QVERIFY(std::holds_alternative<TlsIdentity>(setUpTls(policy, QHostAddress(QHostAddress::LocalHost))));
    }

    void names_data()
    {
        QTest::addColumn<QString>("listening");
        QTest::addColumn<QString>("hostName");
        QTest::addColumn<QStringList>("hosts");
        QTest::addColumn<QStringList>("addresses");
        const QStringList local{u"127.0.0.1"_s, u"::1"_s};
        const QStringList all = local + QStringList{u"192.168.0.5"_s, u"2001:db8::5"_s};
        const QStringList kitchen{u"localhost"_s, u"kitchen"_s, u"kitchen.local"_s};
        QTest::newRow("loopback") << u"127.0.0.1"_s << u"Kitchen"_s << kitchen << all;
        QTest::newRow("any") << u"0.0.0.0"_s << u"kitchen"_s << kitchen << all;
        QTest::newRow("one address") << u"10.9.8.7"_s << u"kitchen"_s << kitchen
                                     << all + QStringList{u"10.9.8.7"_s};
        QTest::newRow("full name") << u"::"_s << u"kitchen.example.org"_s
                                   << QStringList{u"localhost"_s, u"kitchen.example.org"_s} << all;
        QTest::newRow("no name") << u"::"_s << QString() << QStringList{u"localhost"_s} << all;
        QTest::newRow("localhost") << u"::"_s << u"localhost"_s << QStringList{u"localhost"_s} << all;
        QTest::newRow("not for certificates") << u"::"_s << u"my_pc"_s << QStringList{u"localhost"_s} << all;
    }
    void names()
    {
        QFETCH(const QString, listening);
        QFETCH(const QString, hostName);
        QFETCH(const QStringList, hosts);
        QFETCH(const QStringList, addresses);
        const CertificateNames names =
            certificateNames(QHostAddress(listening), hostName,
                             {QHostAddress(u"fe80::1%eth0"_s), QHostAddress(u"2001:db8::5"_s),
                              QHostAddress(u"192.168.0.5"_s)});
        QCOMPARE(names.hosts, hosts);
        QStringList found;
        for (const QHostAddress &address : names.addresses)
            found.append(address.toString());
        QCOMPARE(found, addresses);
    }

    void otherNamesToo()
    {
        const QHostAddress local(QHostAddress::LocalHost);
        const CertificateNames own = certificateNames(local, u"kitchen"_s, {});
        const CertificateNames names = certificateNames(
            local, u"kitchen"_s, {},
            {u"chat.example.org"_s, u"Kitchen"_s, u"192.0.2.7"_s, u"127.0.0.1"_s, u"my_pc"_s});
        QCOMPARE(names.hosts, own.hosts + QStringList{u"chat.example.org"_s});
        QCOMPARE(names.addresses, own.addresses + QList<QHostAddress>{QHostAddress(u"192.0.2.7"_s)});
    }
};

QTEST_GUILESS_MAIN(TestTlsSetup)
#include "tst_tlssetup.moc"
