#include "certificate.h"
#include "proxyserver.h"
#include "sessionfixture.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace confab;
using namespace Qt::StringLiterals;

/// The session against an independent server: Qt's QWebSocketServer, which echoes.
class TestClientSessionPeers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void echoesText_data();
    void echoesText();
    void echoesBinary();
    void answersPings();
    void picksASubprotocol();
    void clientCloses_data();
    void clientCloses();
    void serverCloses();
    void largeMessageThroughAProxy_data();
    void largeMessageThroughAProxy();
    void encrypted();

private:
    void serve(QWebSocketServer &server)
    {
        connect(&server, &QWebSocketServer::newConnection, this, [this, &server] {
            QWebSocket *socket = server.nextPendingConnection();
            socket->setParent(&server);
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
            connect(socket, &QWebSocket::binaryMessageReceived, socket, &QWebSocket::sendBinaryMessage);
            m_peer = socket;
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
    }
    void connectClient(const QList<QByteArray> &subprotocols = {},
                       const QNetworkProxy &proxy = QNetworkProxy::NoProxy)
    {
        ClientProfile profile;
        profile.url = m_server->serverUrl();
        profile.subprotocols = subprotocols;
        profile.proxy = proxy;
        m_client->session->connectToServer(profile);
        QTRY_VERIFY(m_client->isOpen());
        QTRY_VERIFY(m_peer);
    }

    std::unique_ptr<QWebSocketServer> m_server;
    QWebSocket *m_peer = nullptr; ///< the server's end
    std::unique_ptr<SessionFixture> m_client;
};

void TestClientSessionPeers::init()
{
    m_peer = nullptr;
    m_server = std::make_unique<QWebSocketServer>(u"echo"_s, QWebSocketServer::NonSecureMode);
    m_server->setSupportedSubprotocols({u"echo"_s});
    serve(*m_server);
    m_client = std::make_unique<SessionFixture>();
}

void TestClientSessionPeers::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestClientSessionPeers::echoesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"hello"_s;
    QTest::newRow("empty") << u""_s;
    QTest::newRow("Korean") << u"안녕하세요"_s;
    QTest::newRow("emoji and NUL") << u"a\U0001F600"_s + QChar(u'\0') + u'b';
    QTest::newRow("126 octets") << QString(126, u'x');
    QTest::newRow("70,000 octets") << QString(70'000, u'x');
}

void TestClientSessionPeers::echoesText()
{
    QFETCH(QString, text);
    connectClient();
    m_client->session->sendText(text);
    QTRY_COMPARE(m_client->messages.size(), 1);
    QVERIFY(m_client->messages[0].type == Opcode::Text);
    QCOMPARE(QString::fromUtf8(m_client->messages[0].payload), text);
    QCOMPARE(m_client->traffic().mid(2), QStringList({u"Text Sent"_s, u"Text Received"_s}));
}

void TestClientSessionPeers::echoesBinary()
{
    connectClient();
    QByteArray octets(256, Qt::Uninitialized);
    for (int i = 0; i < 256; ++i)
        octets[i] = char(i);
    m_client->session->sendBinary(octets);
    QTRY_COMPARE(m_client->messages.size(), 1);
    QVERIFY(m_client->messages[0].type == Opcode::Binary);
    QCOMPARE(m_client->messages[0].payload, octets);
}

void TestClientSessionPeers::answersPings()
{
    connectClient();
    QByteArray answer;
    connect(m_peer, &QWebSocket::pong, this, [&](quint64, const QByteArray &payload) { answer = payload; });
    m_peer->ping("are you there");
    QTRY_COMPARE(answer, "are you there"_ba);

    qint64 roundTrip = -1;
    connect(m_client->session.get(), &ClientSession::pongReceived, this,
            [&](const QByteArray &, qint64 microseconds) { roundTrip = microseconds; });
    m_client->session->sendPing("and you"_ba);
    QTRY_VERIFY(roundTrip >= 0);
}

void TestClientSessionPeers::picksASubprotocol()
{
    connectClient({"other"_ba, "echo"_ba});
    QCOMPARE(m_client->session->status().subprotocol, u"echo"_s);
}

void TestClientSessionPeers::clientCloses_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("1000") << 1000 << u"bye"_s;
    QTest::newRow("4001 in Korean") << 4001 << u"수고하셨습니다"_s;
}

void TestClientSessionPeers::clientCloses()
{
    QFETCH(int, code);
    QFETCH(QString, reason);
    connectClient();
    m_client->session->close({CloseCode(code), reason});
    QTRY_VERIFY(m_client->isDone());
    QCOMPARE(m_client->closeCode(), code);
    QVERIFY(m_client->session->status().outcome.wasClean);
    QCOMPARE(int(m_peer->closeCode()), code);
    QCOMPARE(m_peer->closeReason(), reason);
    QCOMPARE(m_client->diary,
             QStringList({u"CONNECTING"_s, u"OPEN"_s, u"CLOSING"_s, u"CLOSED"_s, u"closed"_s}));
    QCOMPARE(m_client->traffic().mid(2),
             QStringList({u"Close Sent"_s, u"Close Received"_s, u"Ended Received"_s}));
}

void TestClientSessionPeers::serverCloses()
{
    connectClient();
    m_peer->close(QWebSocketProtocol::CloseCodeGoingAway, u"서버를 닫습니다"_s);
    QTRY_VERIFY(m_client->isDone());
    QCOMPARE(m_client->closeCode(), 1001);
    QCOMPARE(m_client->session->status().outcome.status.reason, u"서버를 닫습니다"_s);
}

void TestClientSessionPeers::largeMessageThroughAProxy_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::newRow("HTTP CONNECT") << QNetworkProxy::HttpProxy;
    QTest::newRow("SOCKS5") << QNetworkProxy::Socks5Proxy;
}

void TestClientSessionPeers::largeMessageThroughAProxy()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    ProxyServer proxy(type);
    connectClient({}, proxy.proxy());
    const QByteArray octets(3'000'000, 'x');
    m_client->session->sendBinary(octets);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->messages.size(), 1, 20'000);
    QVERIFY(m_client->messages[0].payload == octets);
    m_client->session->close({CloseCode::NormalClosure, {}});
    QTRY_VERIFY(m_client->isDone());
    QCOMPARE(m_client->closeCode(), 1000);
}

void TestClientSessionPeers::encrypted()
{
    const SelfSignedCertificate certificate;
    QVERIFY2(!certificate.certificate().isNull(), "the openssl command is needed");
    QWebSocketServer server(u"secure"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(certificate.serverConfiguration());
    serve(server);
    ClientProfile profile;
    profile.url = server.serverUrl();
    profile.extraCaCertificates = {certificate.certificate()};
    m_client->session->connectToServer(profile);
    QTRY_VERIFY(m_client->isOpen());
    QVERIFY(m_client->session->status().encrypted);
    const QByteArray octets(3'000'000, 'x');
    m_client->session->sendBinary(octets);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->messages.size(), 1, 20'000);
    QVERIFY(m_client->messages[0].payload == octets);
    m_client->session->close({CloseCode(4001), {}});
    QTRY_VERIFY(m_client->isDone());
    QCOMPARE(m_client->closeCode(), 4001);
}

QTEST_GUILESS_MAIN(TestClientSessionPeers)
#include "tst_clientsessionpeers.moc"
