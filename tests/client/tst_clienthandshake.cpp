#include "client/clienthandshake.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;
using Status = ClientHandshake::Status;

class TestClientHandshake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsTheRequest();
    void acceptsAtEverySplit();
    void agreesOnDeflate();
    void skipsInterimResponses();
    void refusesWrongResponses_data();
    void refusesWrongResponses();
    void redirects();
    void keepsTheBodyOfARefusal();
    void endWithinTheBody();
    void endWithinTheHead();
    void badResponses_data();
    void badResponses();

private:
    static HandshakeOffer offer()
    {
        // RFC 6455 §1.3
        return {QUrl(u"ws://example.org/chat"_s), "dGhlIHNhbXBsZSBub25jZQ=="_ba, {"chat"_ba, "echo"_ba}, {}};
    }
    const QByteArray m_accepting =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
        "Sec-WebSocket-Protocol: echo\r\n\r\n";
};

void TestClientHandshake::sendsTheRequest()
{
    const ClientHandshake handshake(offer(), 1000, 1000);
    QVERIFY(handshake.request().startsWith("GET /chat HTTP/1.1\r\nHost: example.org\r\n"));
    QVERIFY(handshake.request().contains("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
}

void TestClientHandshake::acceptsAtEverySplit()
{
    const QByteArray octets = m_accepting + "\x81\x02hi"_ba;
    for (qsizetype split = 0; split <= octets.size(); ++split) {
        ClientHandshake handshake(offer(), 1000, 1000);
        const Status first = handshake.receive(octets.first(split));
        QCOMPARE(first, split < m_accepting.size() ? Status::NeedMore : Status::Accepted);
        if (first == Status::NeedMore)
            QCOMPARE(handshake.receive(octets.sliced(split)), Status::Accepted);
        QCOMPARE(handshake.responseHead(), m_accepting);
        QCOMPARE(handshake.subprotocol(), "echo"_ba);
        QVERIFY("\x81\x02hi"_ba.startsWith(handshake.rest()));
    }
}

void TestClientHandshake::agreesOnDeflate()
{
    HandshakeOffer deflating = offer();
    deflating.offerDeflate = true;
    const auto answered = [&](const QByteArray &extensions) {
        ClientHandshake handshake(deflating, 1000, 1000);
        QByteArray head = m_accepting;
        handshake.receive(head.insert(head.size() - 2, "Sec-WebSocket-Extensions: " + extensions + "\r\n"));
        return handshake;
    };
    QVERIFY(ClientHandshake(deflating, 1000, 1000)
                .request()
                .contains("\r\nSec-WebSocket-Extensions: permessage-deflate;"));
    QVERIFY(answered("permessage-deflate; server_max_window_bits=10").deflate() ==
            DeflateParameters{.serverMaxWindowBits = 10});
    QVERIFY(!answered("").deflate());
    QCOMPARE(int(answered("permessage-deflate; server_max_window_bits=7").error().responseError),
             int(ResponseError::ExtensionParametersInvalid));
    QCOMPARE(int(answered("x-webkit-deflate-frame").error().responseError),
             int(ResponseError::ExtensionNotOffered));
}

void TestClientHandshake::skipsInterimResponses()
{
    ClientHandshake handshake(offer(), 1000, 1000);
    QCOMPARE(handshake.receive("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"),
             Status::NeedMore);
    QVERIFY(!handshake.isReadingBody());
    QCOMPARE(handshake.receive(m_accepting), Status::Accepted);
}

void TestClientHandshake::refusesWrongResponses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ResponseError>("error");
    QTest::newRow("wrong accept") << "s3pP"_ba
                                  << "t3pP"_ba << ResponseError::AcceptWrong;
    QTest::newRow("no accept") << "Sec-WebSocket-Accept"_ba
                               << "X"_ba << ResponseError::AcceptMissing;
    QTest::newRow("no Upgrade") << "Upgrade: websocket"_ba
                                << "X: y"_ba << ResponseError::UpgradeMissing;
    QTest::newRow("no Connection") << "Connection: Upgrade"_ba
                                   << "Connection: close"_ba << ResponseError::ConnectionMissing;
    QTest::newRow("subprotocol") << ": echo"_ba
                                 << ": other"_ba << ResponseError::SubprotocolNotOffered;
    QTest::newRow("extension") << "Sec-WebSocket-Protocol: echo"_ba
                               << "Sec-WebSocket-Extensions: permessage-deflate"_ba
                               << ResponseError::ExtensionNotOffered;
}

void TestClientHandshake::refusesWrongResponses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ResponseError, error);
    QByteArray response = m_accepting;
    QVERIFY(response.contains(from));
    response.replace(from, to);
    ClientHandshake handshake(offer(), 1000, 1000);
    QCOMPARE(handshake.receive(response), Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::HandshakeFailed));
    QCOMPARE(int(handshake.error().responseError), int(error));
    QCOMPARE(handshake.error().response.status, 101);
}

void TestClientHandshake::redirects()
{
    ClientHandshake handshake(offer(), 1000, 1000);
    QCOMPARE(handshake.receive("HTTP/1.1 301 Moved Permanently\r\nLocation: wss://example.org/\r\n\r\n"),
             Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::Redirected));
    QCOMPARE(handshake.error().response.status, 301);
    QCOMPARE(handshake.error().response.headers.value("Location"), "wss://example.org/"_ba);
}

void TestClientHandshake::keepsTheBodyOfARefusal()
{
    ClientHandshake handshake(offer(), 1000, 1000);
    QCOMPARE(handshake.receive("HTTP/1.1 401 Unauthorized\r\nContent-Length: 12\r\n\r\nno pa"),
             Status::NeedMore);
    QVERIFY(handshake.isReadingBody());
    QCOMPARE(handshake.receive("ssword"), Status::NeedMore);
    QCOMPARE(handshake.receive("!"), Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::Refused));
    QCOMPARE(handshake.error().response.status, 401);
    QCOMPARE(handshake.error().body, "no password!"_ba);
}

void TestClientHandshake::endWithinTheBody()
{
    ClientHandshake handshake(offer(), 1000, 1000);
    handshake.receive("HTTP/1.1 403 Forbidden\r\n\r\nno");
    QCOMPARE(handshake.end(), Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::Refused));
    QCOMPARE(handshake.error().body, "no"_ba);
}

void TestClientHandshake::endWithinTheHead()
{
    ClientHandshake handshake(offer(), 1000, 1000);
    handshake.receive("HTTP/1.1 101 Swi");
    QCOMPARE(handshake.end(), Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::ConnectionLost));
    QCOMPARE(handshake.responseHead(), "HTTP/1.1 101 Swi"_ba);
}

void TestClientHandshake::badResponses_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<HttpError>("error");
    QTest::newRow("another protocol") << "SSH-2.0-OpenSSH_9.2\r\n"_ba << HttpError::BadStartLine;
    QTest::newRow("one wrong octet") << "X"_ba << HttpError::BadStartLine;
    QTest::newRow("HTTP/2") << "HTTP/2 101 OK\r\n\r\n"_ba << HttpError::BadVersion;
    QTest::newRow("bad header") << "HTTP/1.1 101 OK\r\nno colon\r\n\r\n"_ba << HttpError::BadHeaderName;
    QTest::newRow("endless head") << "HTTP/1.1 101 OK\r\nX: "_ba + QByteArray(1000, 'x')
                                  << HttpError::HeadTooLarge;
    QTest::newRow("long head") << "HTTP/1.1 101 OK\r\nX: "_ba + QByteArray(1000, 'x') + "\r\n\r\n"
                               << HttpError::HeadTooLarge;
}

void TestClientHandshake::badResponses()
{
    QFETCH(QByteArray, octets);
    QFETCH(HttpError, error);
    ClientHandshake handshake(offer(), 1000, 1000);
    QCOMPARE(handshake.receive(octets), Status::Failed);
    QCOMPARE(int(handshake.error().kind), int(ClientErrorKind::BadResponse));
    QCOMPARE(int(handshake.error().httpError), int(error));
    QCOMPARE(handshake.responseHead(), octets.left(1000));
    QCOMPARE(handshake.receive("more"), Status::Failed);
}

QTEST_APPLESS_MAIN(TestClientHandshake)
#include "tst_clienthandshake.moc"
