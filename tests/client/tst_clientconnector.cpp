#include "client/clientconnector.h"
#include "deadend.h"
#include "knownnames.h"
#include "proxyserver.h"
#include "rawserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestClientConnector : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepted();
    void givesTheRestOfTheSegment();
    void sendsTheOffer();
    void answers_data();
    void answers();
    void refusalWithoutEndIsReportedAfterAWhile();
    void connectionRefused();
    void hostNotFound();
    void passesADeadAddressBy();
    void tellsWhichAddressesRefused();
    void tellsWhichAddressesAreDead();
    void silenceTimesOut();
    void keepsAnAnswerThatIsNotFinishedInTime();
    void lostDuringTheHead();
    void hostsToConnect_data();
    void hostsToConnect();
    void throughAProxy_data();
    void throughAProxy();
    void proxyRefuses_data();
    void proxyRefuses();
    void noProxyThere();
    void cancelIsSilent();
};

/// Runs one connector to its end.
struct Attempt
{
    explicit Attempt(const ClientProfile &profile)
        : connector(profile)
        , acceptances(&connector, &ClientConnector::accepted)
        , failures(&connector, &ClientConnector::failed)
    {
        connector.start();
    }
    bool isDone() const { return acceptances.count() + failures.count() > 0; }
    ClientError error() const { return failures.value(0).value(0).value<ClientError>(); }

    ClientConnector connector;
    QSignalSpy acceptances;
    QSignalSpy failures;
};

static ClientProfile profileFor(const QUrl &url)
{
    ClientProfile profile;
    profile.url = url;
    return profile;
}

void TestClientConnector::accepted()
{
    RawServer server(
        [](QTcpSocket &socket, const QByteArray &request) { socket.write(RawServer::accepting(request)); });
    Attempt attempt(profileFor(server.url()));
    QSignalSpy requests(&attempt.connector, &ClientConnector::requestSent);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(attempt.acceptances.count(), 1);
    QCOMPARE(requests.count(), 1);
    QCOMPARE(requests[0][1].toString(), u"127.0.0.1:%1"_s.arg(server.port()));
    QCOMPARE(requests[0][2].toBool(), false);
    const std::unique_ptr<QTcpSocket> socket = attempt.connector.takeSocket();
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
}

void TestClientConnector::givesTheRestOfTheSegment()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        socket.write(RawServer::accepting(request) + "\x81\x02hi");
    });
    Attempt attempt(profileFor(server.url()));
    QTRY_COMPARE(attempt.acceptances.count(), 1);
    QCOMPARE(attempt.connector.handshake().rest(), "\x81\x02hi"_ba);
}

void TestClientConnector::sendsTheOffer()
{
    QByteArray seen;
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        seen = request;
        socket.write(RawServer::accepting(request, "Sec-WebSocket-Protocol: echo\r\n"));
    });
    ClientProfile profile = profileFor(server.url(u"room/a?b=c#d"_s));
    profile.subprotocols = {"chat", "echo"};
    profile.extraHeaders = {{"Origin", "http://example.org"}, {"Cookie", "a=b"}};
    Attempt attempt(profile);
    QTRY_COMPARE(attempt.acceptances.count(), 1);
    QVERIFY(
        seen.startsWith("GET /room/a?b=c HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port())));
    QVERIFY(seen.contains("\r\nSec-WebSocket-Protocol: chat, echo\r\n"));
    QVERIFY(seen.contains("\r\nOrigin: http://example.org\r\n"));
    QVERIFY(seen.contains("\r\nCookie: a=b\r\n"));
    QCOMPARE(attempt.connector.handshake().subprotocol(), "echo"_ba);
}

void TestClientConnector::answers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ClientErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    using Kind = ClientErrorKind;
    QTest::newRow("redirect") << "HTTP/1.1 301 Moved\r\nLocation: ws://example.org/\r\n\r\n"_ba
                              << Kind::Redirected << 301 << ""_ba;
    QTest::newRow("unauthorized") << "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno"_ba
                                  << Kind::Refused << 401 << "no"_ba;
    QTest::newRow("chunked")
        << "HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n"_ba
        << Kind::Refused << 403 << "no"_ba;
    QTest::newRow("garbage") << "\x15\x03\x01\x00\x02\x02\x16"_ba << Kind::BadResponse << 0 << ""_ba;
    QTest::newRow("endless head") << "HTTP/1.1 101 OK\r\nX: "_ba + QByteArray(70'000, 'x')
                                  << Kind::BadResponse << 0 << ""_ba;
    QTest::newRow("no Upgrade") << "HTTP/1.1 101 OK\r\nConnection: Upgrade\r\n\r\n"_ba
                                << Kind::HandshakeFailed << 101 << ""_ba;
    QTest::newRow("wrong accept") << "HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                     "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"_ba
                                  << Kind::HandshakeFailed << 101 << ""_ba;
}

void TestClientConnector::answers()
{
    QFETCH(QByteArray, answer);
    QFETCH(ClientErrorKind, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    int ended = 0;
    RawServer server([&](QTcpSocket &socket, const QByteArray &) {
        connect(&socket, &QAbstractSocket::disconnected, this, [&ended] { ++ended; });
        socket.write(answer);
    });
    Attempt attempt(profileFor(server.url()));
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(kind));
    QCOMPARE(attempt.error().response.status, status);
    QCOMPARE(attempt.error().body, body);
    QTRY_COMPARE(ended, 1); // it leaves no connection open
}

void TestClientConnector::refusalWithoutEndIsReportedAfterAWhile()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 503 Busy\r\nContent-Length: 100\r\n\r\ncome back");
    });
    ClientProfile profile = profileFor(server.url());
    profile.connectTimeout = 300ms;
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::Refused));
    QCOMPARE(attempt.error().body, "come back"_ba);
}

void TestClientConnector::connectionRefused()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"ws://127.0.0.1:%1"_s.arg(server.serverPort()));
    server.close();
    Attempt attempt(profileFor(url));
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::ConnectionRefused));
    QVERIFY(!attempt.error().detail.isEmpty());
    QVERIFY(attempt.error().triedAddresses.isEmpty()); // it is in the URL
}

void TestClientConnector::hostNotFound()
{
    KnownNames::set({{"name.invalid", {}}});
    Attempt attempt(profileFor(QUrl(u"ws://name.invalid"_s)));
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::HostNotFound));
    QVERIFY(attempt.error().triedAddresses.isEmpty());
}

void TestClientConnector::passesADeadAddressBy()
{
    KnownNames::set({{"half-dead.test", {"127.0.0.2", "127.0.0.1"}}});
    RawServer server(
        [](QTcpSocket &socket, const QByteArray &request) { socket.write(RawServer::accepting(request)); });
    const DeadEnd deadEnd(server.port());
    QVERIFY(deadEnd.works());
    Attempt attempt(profileFor(QUrl(u"ws://half-dead.test:%1"_s.arg(deadEnd.port()))));
    QSignalSpy requests(&attempt.connector, &ClientConnector::requestSent);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(attempt.acceptances.count(), 1);
    QCOMPARE(requests[0][1].toString(), u"127.0.0.1:%1"_s.arg(deadEnd.port()));
    QVERIFY(requests[0][0].toByteArray().contains("\r\nHost: half-dead.test:"));
}

void TestClientConnector::tellsWhichAddressesRefused()
{
    KnownNames::set({{"refusing.test", {"127.0.0.3", "127.0.0.1"}}});
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl url(u"ws://refusing.test:%1"_s.arg(gone.serverPort()));
    gone.close();
    Attempt attempt(profileFor(url));
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::ConnectionRefused));
    QCOMPARE(attempt.error().triedAddresses,
             (QList{QHostAddress(u"127.0.0.3"_s), QHostAddress(QHostAddress::LocalHost)}));
}

void TestClientConnector::tellsWhichAddressesAreDead()
{
    const DeadEnd deadEnd;
    QVERIFY(deadEnd.works());
    KnownNames::set({{"dead.test", {"127.0.0.2"}}});
    ClientProfile profile = profileFor(QUrl(u"ws://dead.test:%1"_s.arg(deadEnd.port())));
    profile.connectTimeout = 2s;
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::TimedOut));
    QCOMPARE(attempt.error().triedAddresses, QList{DeadEnd::address()});
}

void TestClientConnector::silenceTimesOut()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    ClientProfile profile = profileFor(server.url());
    profile.connectTimeout = 50ms;
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::TimedOut));
}

/// A server of one's own that forgets the last empty line.
void TestClientConnector::keepsAnAnswerThatIsNotFinishedInTime()
{
    const QByteArray begun = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"_ba;
    RawServer server([&](QTcpSocket &socket, const QByteArray &) { socket.write(begun); });
    ClientProfile profile = profileFor(server.url());
    profile.connectTimeout = 300ms;
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::AnswerUnfinished));
    QCOMPARE(attempt.connector.handshake().responseHead(), begun);
}

void TestClientConnector::hostsToConnect_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::newRow("name") << u"ws://Example.org/"_s << u"example.org"_s;
    QTest::newRow("international name") << u"ws://예시.한국/"_s << u"xn--vv4b11d.xn--3e0b707e"_s;
    QTest::newRow("IPv4") << u"ws://192.0.2.1:80/"_s << u"192.0.2.1"_s;
    QTest::newRow("IPv6") << u"wss://[2001:db8::1]/"_s << u"2001:db8::1"_s;
    QTest::newRow("zone") << u"ws://[fe80::1%25eth0]:9/"_s << u"fe80::1%eth0"_s;
    QTest::newRow("zone, bare") << u"ws://[fe80::1%eth0]:9/"_s << u"fe80::1%eth0"_s;
}

void TestClientConnector::hostsToConnect()
{
    QFETCH(const QString, url);
    QFETCH(const QString, host);
    QCOMPARE(hostToConnect(QUrl(url)), host);
}

void TestClientConnector::lostDuringTheHead()
{
    RawServer server([](QTcpSocket &socket, const QByteArray &) {
        socket.write("HTTP/1.1 101 Swi");
        socket.disconnectFromHost();
    });
    Attempt attempt(profileFor(server.url()));
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::ConnectionLost));
    QCOMPARE(attempt.connector.handshake().responseHead(), "HTTP/1.1 101 Swi"_ba);
}

void TestClientConnector::throughAProxy_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::newRow("HTTP CONNECT") << QNetworkProxy::HttpProxy;
    QTest::newRow("SOCKS5") << QNetworkProxy::Socks5Proxy;
}

void TestClientConnector::throughAProxy()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    ProxyServer proxy(type);
    RawServer server(
        [](QTcpSocket &socket, const QByteArray &request) { socket.write(RawServer::accepting(request)); });
    ClientProfile profile = profileFor(server.url());
    profile.proxy = proxy.proxy();
    Attempt attempt(profile);
    QSignalSpy requests(&attempt.connector, &ClientConnector::requestSent);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(attempt.acceptances.count(), 1);
    QCOMPARE(proxy.tunnels, 1);
    QCOMPARE(requests[0][1].toString(), u"127.0.0.1:%1"_s.arg(proxy.proxy().port()));
}

void TestClientConnector::proxyRefuses_data()
{
    throughAProxy_data();
}

void TestClientConnector::proxyRefuses()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    ProxyServer proxy(type);
    proxy.refuses = true;
    ClientProfile profile = profileFor(QUrl(u"ws://127.0.0.1:1"_s));
    profile.proxy = proxy.proxy();
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::ProxyFailed));
}

void TestClientConnector::noProxyThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    ClientProfile profile = profileFor(QUrl(u"ws://127.0.0.1:1"_s));
    profile.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, gone.serverPort());
    gone.close();
    Attempt attempt(profile);
    QTRY_VERIFY(attempt.isDone());
    QCOMPARE(int(attempt.error().kind), int(ClientErrorKind::ProxyFailed));
}

void TestClientConnector::cancelIsSilent()
{
    RawServer server([](QTcpSocket &, const QByteArray &) {});
    Attempt attempt(profileFor(server.url()));
    QTRY_COMPARE(server.connections, 1);
    attempt.connector.cancel();
    RawServer other(
        [](QTcpSocket &socket, const QByteArray &request) { socket.write(RawServer::accepting(request)); });
    Attempt reference(profileFor(other.url()));
    QTRY_VERIFY(reference.isDone());
    QVERIFY(!attempt.isDone());
}

QTEST_GUILESS_MAIN(TestClientConnector)
#include "tst_clientconnector.moc"
