#include "client/socketerror.h"

#include <QTest>

using namespace confab;

class TestSocketError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void maps_data();
    void maps();
};

void TestSocketError::maps_data()
{
    QTest::addColumn<QAbstractSocket::SocketError>("error");
    QTest::addColumn<bool>("connected");
    QTest::addColumn<bool>("proxied");
    QTest::addColumn<ClientErrorKind>("kind");
    using Kind = ClientErrorKind;
    QTest::newRow("unknown host") << QAbstractSocket::HostNotFoundError << false << false
                                  << Kind::HostNotFound;
    QTest::newRow("refused") << QAbstractSocket::ConnectionRefusedError << false << false
                             << Kind::ConnectionRefused;
    QTest::newRow("no route") << QAbstractSocket::NetworkError << false << false << Kind::NetworkUnreachable;
    QTest::newRow("no route any more")
        << QAbstractSocket::NetworkError << true << false << Kind::ConnectionLost;
    QTest::newRow("ended") << QAbstractSocket::RemoteHostClosedError << true << false << Kind::ConnectionLost;
    QTest::newRow("timed out") << QAbstractSocket::SocketTimeoutError << false << false << Kind::TimedOut;
    QTest::newRow("TLS") << QAbstractSocket::SslHandshakeFailedError << false << false << Kind::TlsFailed;
    QTest::newRow("no proxy") << QAbstractSocket::ProxyNotFoundError << false << true << Kind::ProxyFailed;
    QTest::newRow("proxy wants a password")
        << QAbstractSocket::ProxyAuthenticationRequiredError << false << true << Kind::ProxyFailed;
    QTest::newRow("forbidden by the proxy")
        << QAbstractSocket::SocketAccessError << false << true << Kind::ProxyFailed;
    QTest::newRow("forbidden by the system")
        << QAbstractSocket::SocketAccessError << false << false << Kind::NetworkUnreachable;
}

void TestSocketError::maps()
{
    QFETCH(QAbstractSocket::SocketError, error);
    QFETCH(bool, connected);
    QFETCH(bool, proxied);
    QFETCH(ClientErrorKind, kind);
    QCOMPARE(int(clientErrorKindFor(error, connected, proxied)), int(kind));
}

QTEST_APPLESS_MAIN(TestSocketError)
#include "tst_socketerror.moc"
