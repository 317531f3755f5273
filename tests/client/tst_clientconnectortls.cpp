#include "certificate.h"
#include "client/clientconnector.h"
#include "core/link/fingerprint.h"
#include "knownnames.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocketServer>

using namespace confab;
using namespace Qt::StringLiterals;

/// The client connector over wss://.
class TestClientConnectorTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refusesASelfSignedCertificate();
    void acceptsATrustedCertificate();
    void refusesAnotherHostsCertificate();
    void acceptsThePinnedCertificate_data();
    void acceptsThePinnedCertificate();
    void refusesAllButThePinnedCertificate_data();
    void refusesAllButThePinnedCertificate();
    void namesTheHostThatItWants_data();
    void namesTheHostThatItWants();
    void checksTheNameAndNotTheAddress_data();
    void checksTheNameAndNotTheAddress();
    void plainServer();

private:
    ClientProfile profile() const
    {
        ClientProfile profile;
        profile.url = QUrl(u"wss://127.0.0.1:%1"_s.arg(m_server.serverPort()));
        return profile;
    }

    SelfSignedCertificate m_certificate;
    QWebSocketServer m_server{u"server"_s, QWebSocketServer::SecureMode};
};

void TestClientConnectorTls::initTestCase()
{
    QVERIFY2(!m_certificate.certificate().isNull(), "the openssl command is needed");
    m_server.setSslConfiguration(m_certificate.serverConfiguration());
    QVERIFY(m_server.listen(QHostAddress::LocalHost));
}

void TestClientConnectorTls::refusesASelfSignedCertificate()
{
    ClientConnector connector(profile());
    QSignalSpy failures(&connector, &ClientConnector::failed);
    connector.start();
    QTRY_COMPARE(failures.count(), 1);
    const auto error = failures[0][0].value<ClientError>();
    QCOMPARE(int(error.kind), int(ClientErrorKind::CertificateUntrusted));
    QCOMPARE(error.certificates, QList{m_certificate.certificate()});
    QVERIFY(error.certificateErrors.contains(QSslError::SelfSignedCertificate));
    QVERIFY2(error.detail.contains(u"self-signed"_s), qPrintable(error.detail));
}

void TestClientConnectorTls::acceptsATrustedCertificate()
{
    ClientProfile trusting = profile();
    trusting.extraCaCertificates = {m_certificate.certificate()};
    ClientConnector connector(trusting);
    QSignalSpy acceptances(&connector, &ClientConnector::accepted);
    QSignalSpy requests(&connector, &ClientConnector::requestSent);
    connector.start();
    QTRY_COMPARE(acceptances.count(), 1);
    QVERIFY(requests[0][2].toBool()); // encrypted
}

void TestClientConnectorTls::refusesAnotherHostsCertificate()
{
    const SelfSignedCertificate foreign(u"DNS:elsewhere.example"_s);
    QWebSocketServer server(u"server"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(foreign.serverConfiguration());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ClientProfile trusting = profile();
    trusting.url.setPort(server.serverPort());
    trusting.extraCaCertificates = {foreign.certificate()};
    ClientConnector connector(trusting);
    QSignalSpy failures(&connector, &ClientConnector::failed);
    connector.start();
    QTRY_COMPARE(failures.count(), 1);
    const auto error = failures[0][0].value<ClientError>();
    QCOMPARE(int(error.kind), int(ClientErrorKind::CertificateUntrusted));
    QCOMPARE(error.certificateErrors, QList{QSslError::HostNameMismatch});
}

void TestClientConnectorTls::acceptsThePinnedCertificate_data()
{
    QTest::addColumn<QString>("subject");
    QTest::newRow("of the host") << u"IP:127.0.0.1"_s;
    QTest::newRow("of another host") << u"DNS:elsewhere.example"_s;
}

void TestClientConnectorTls::acceptsThePinnedCertificate()
{
    QFETCH(const QString, subject);
    const SelfSignedCertificate own(subject);
    QWebSocketServer server(u"server"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(own.serverConfiguration());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ClientProfile pinning = profile();
    pinning.url.setPort(server.serverPort());
    pinning.pinnedFingerprint = sha256Fingerprint(own.certificate());
    ClientConnector connector(pinning);
    QSignalSpy acceptances(&connector, &ClientConnector::accepted);
    connector.start();
    QTRY_COMPARE(acceptances.count(), 1);
}

void TestClientConnectorTls::refusesAllButThePinnedCertificate_data()
{
    QTest::addColumn<bool>("trusted");
    QTest::newRow("one that is not trusted") << false;
    QTest::newRow("one that is trusted") << true;
}

void TestClientConnectorTls::refusesAllButThePinnedCertificate()
{
    QFETCH(const bool, trusted);
    const SelfSignedCertificate other;
    ClientProfile pinning = profile();
    pinning.pinnedFingerprint = sha256Fingerprint(other.certificate());
    if (trusted)
        pinning.extraCaCertificates = {m_certificate.certificate()};
    ClientConnector connector(pinning);
    QSignalSpy failures(&connector, &ClientConnector::failed);
    QSignalSpy requests(&connector, &ClientConnector::requestSent);
    connector.start();
    QTRY_COMPARE(failures.count(), 1);
    const auto error = failures[0][0].value<ClientError>();
    QCOMPARE(int(error.kind), int(ClientErrorKind::CertificateChanged));
    QCOMPARE(error.pinnedFingerprint, pinning.pinnedFingerprint);
    QCOMPARE(error.certificates, QList{m_certificate.certificate()});
    QCOMPARE(requests.count(), 0);
}

void TestClientConnectorTls::namesTheHostThatItWants_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("a name") << u"wanted.test"_s << "wanted.test"_ba;
    QTest::newRow("international") << u"예시.test"_s << "xn--vv4b11d.test"_ba;
}

/// Server Name Indication (RFC 6066 §3), though the socket was told an address.
void TestClientConnectorTls::namesTheHostThatItWants()
{
    QFETCH(const QString, host);
    QFETCH(const QByteArray, named);
    KnownNames::set({{named, {"127.0.0.1"}}});
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray hello;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, this, [&hello, socket] { hello += socket->readAll(); });
    });
    ClientProfile naming = profile();
    naming.url = QUrl(u"wss://%1:%2"_s.arg(host).arg(server.serverPort()));
    ClientConnector connector(naming);
    connector.start();
    QTRY_VERIFY(hello.contains(named));
    connector.cancel();
}

void TestClientConnectorTls::checksTheNameAndNotTheAddress_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("of the name") << u"DNS:wanted.test"_s << true;
    QTest::newRow("of the address") << u"IP:127.0.0.1"_s << false;
}

void TestClientConnectorTls::checksTheNameAndNotTheAddress()
{
    QFETCH(const QString, subject);
    QFETCH(const bool, isAccepted);
    KnownNames::set({{"wanted.test", {"127.0.0.1"}}});
    const SelfSignedCertificate certificate(subject);
    QWebSocketServer server(u"server"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(certificate.serverConfiguration());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ClientProfile trusting = profile();
    trusting.url = QUrl(u"wss://wanted.test:%1"_s.arg(server.serverPort()));
    trusting.extraCaCertificates = {certificate.certificate()};
    ClientConnector connector(trusting);
    QSignalSpy acceptances(&connector, &ClientConnector::accepted);
    QSignalSpy failures(&connector, &ClientConnector::failed);
    connector.start();
    QTRY_COMPARE(acceptances.count() + failures.count(), 1);
    QCOMPARE(acceptances.count() == 1, isAccepted);
    if (!isAccepted)
        QCOMPARE(failures[0][0].value<ClientError>().certificateErrors, QList{QSslError::HostNameMismatch});
}

void TestClientConnectorTls::plainServer()
{
    QTcpServer plain;
    QVERIFY(plain.listen(QHostAddress::LocalHost));
    connect(&plain, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = plain.nextPendingConnection();
        socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    ClientProfile mistaken;
    mistaken.url = QUrl(u"wss://127.0.0.1:%1"_s.arg(plain.serverPort()));
    ClientConnector connector(mistaken);
    QSignalSpy failures(&connector, &ClientConnector::failed);
    connector.start();
    QTRY_COMPARE(failures.count(), 1);
    QCOMPARE(int(failures[0][0].value<ClientError>().kind), int(ClientErrorKind::TlsFailed));
}

QTEST_GUILESS_MAIN(TestClientConnectorTls)
#include "tst_clientconnectortls.moc"
