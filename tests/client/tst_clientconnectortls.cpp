#include "certificate.h"
#include "client/clientconnector.h"
#include "core/link/fingerprint.h"

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
