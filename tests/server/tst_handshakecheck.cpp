#include "server/handshakecheck.h"
#include "socketpair.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestHandshakeCheck : public QObject
{
    Q_OBJECT

    const OriginPolicy origins{{}, false};
    const QList<QByteArray> supported{"chatting", "echo"};

    std::optional<Refusal> check(const QByteArray &octets, bool acceptUnknown = false, bool isFull = false,
                                 bool early = false) const
    {
        return checkHandshake(requestOf(octets), {origins, supported, acceptUnknown, isFull}, {}, early);
    }

private slots:
    void letsInWhatIsRight_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("plain") << RawPeer::upgradeRequest("/");
        QTest::newRow("room") << RawPeer::upgradeRequest("/room/%EA%B3%B5");
        QTest::newRow("echo") << RawPeer::upgradeRequest("/echo?agent=x");
        QTest::newRow("subprotocol") << RawPeer::upgradeRequest("/",
                                                                "Sec-WebSocket-Protocol: nope, echo\r\n");
        QTest::newRow("localhost") << RawPeer::upgradeRequest("/", "Origin: http://localhost:3000\r\n");
    }
    void letsInWhatIsRight()
    {
        QFETCH(const QByteArray, octets);
        QVERIFY(!check(octets).has_value());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("requestError");
        QTest::addColumn<int>("status");
        const QByteArray good = RawPeer::upgradeRequest("/");
        const auto handshake = [](const char *name, const QByteArray &octets, RequestError error,
                                  int status) {
            QTest::newRow(name) << octets << int(RefusalReason::BadHandshake) << int(error) << status;
        };
        handshake("HEAD", QByteArray(good).replace("GET", "HEAD"), RequestError::MethodNotGet, 400);
        handshake("HTTP/1.0", QByteArray(good).replace("HTTP/1.1", "HTTP/1.0"),
                  RequestError::HttpVersionTooOld, 400);
        handshake("no Host", QByteArray(good).replace("Host: 127.0.0.1\r\n", ""), RequestError::HostMissing,
                  400);
        handshake("no Upgrade token", QByteArray(good).replace("Connection: Upgrade", "Connection: close"),
                  RequestError::ConnectionMissing, 400);
        handshake("no key", QByteArray(good).replace("Sec-WebSocket-Key", "X"), RequestError::KeyMissing,
                  400);
        handshake("short key", QByteArray(good).replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZQ=="),
                  RequestError::KeyNot16Octets, 400);
        handshake("no version", QByteArray(good).replace("Sec-WebSocket-Version", "X"),
                  RequestError::VersionMissing, 400);
        handshake("version 8", QByteArray(good).replace("Version: 13", "Version: 8"),
                  RequestError::VersionUnsupported, 426);
        handshake("offered twice", RawPeer::upgradeRequest("/", "Sec-WebSocket-Protocol: echo, echo\r\n"),
                  RequestError::SubprotocolInvalid, 400);
        const auto other = [](const char *name, const QByteArray &octets, RefusalReason reason, int status) {
            QTest::newRow(name) << octets << int(reason) << int(RequestError::None) << status;
        };
        other("no such path", RawPeer::upgradeRequest("/nothing"), RefusalReason::NotFound, 404);
        other("bad room", RawPeer::upgradeRequest("/room/a%2Fb"), RefusalReason::NotFound, 404);
        other("foreign origin", RawPeer::upgradeRequest("/", "Origin: https://evil.example\r\n"),
              RefusalReason::OriginForbidden, 403);
        other("null origin", RawPeer::upgradeRequest("/", "Origin: null\r\n"), RefusalReason::OriginForbidden,
              403);
        other("two origins",
              RawPeer::upgradeRequest("/", "Origin: http://localhost\r\nOrigin: http://localhost\r\n"),
              RefusalReason::OriginForbidden, 403);
        other("unknown subprotocol", RawPeer::upgradeRequest("/", "Sec-WebSocket-Protocol: nope\r\n"),
              RefusalReason::SubprotocolUnsupported, 400);
    }
    void refuses()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, reason);
        QFETCH(const int, requestError);
        QFETCH(const int, status);
        const std::optional<Refusal> refusal = check(octets);
        QVERIFY(refusal.has_value());
        QCOMPARE(int(refusal->reason), reason);
        QCOMPARE(int(refusal->requestError), requestError);
        QCOMPARE(refusal->status, status);
    }

    void acceptsUnknownSubprotocolsIfTold()
    {
        QVERIFY(!check(RawPeer::upgradeRequest("/", "Sec-WebSocket-Protocol: nope\r\n"), true).has_value());
    }

    void refusesWhenFull() { QCOMPARE(check(RawPeer::upgradeRequest("/"), false, true)->status, 503); }

    void refusesEarlyFrames()
    {
        QCOMPARE(check(RawPeer::upgradeRequest("/"), false, false, true)->reason, RefusalReason::EarlyFrames);
    }

    void tellsWhoItWas()
    {
        const std::optional<Refusal> refusal = check(RawPeer::upgradeRequest(
            "/room/a", "Origin: https://evil.example\r\nSec-WebSocket-Protocol: a, b\r\n"));
        QCOMPARE(refusal->origin, u"https://evil.example"_s);
        QCOMPARE(refusal->target, u"/room/a"_s);
        QCOMPARE(refusal->offeredSubprotocols, (QList<QByteArray>{"a", "b"}));
    }
    void checksTheHost_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<RefusalReason>("reason");
        const QByteArray page = "GET / HTTP/1.1\r\nHost: ";
        QTest::newRow("reached") << page + "192.0.2.7:3000\r\n\r\n" << 0 << RefusalReason::BadHead;
        QTest::newRow("named") << page + "Kitchen\r\n\r\n" << 0 << RefusalReason::BadHead;
        QTest::newRow("foreign") << page + "evil.example\r\n\r\n" << 421 << RefusalReason::HostForeign;
        QTest::newRow("foreign upgrade")
            << RawPeer::upgradeRequest("/", {}, "evil.example") << 421 << RefusalReason::HostForeign;
        QTest::newRow("empty") << page + "\r\n\r\n" << 400 << RefusalReason::BadHead;
        QTest::newRow("none") << "GET / HTTP/1.1\r\n\r\n"_ba << 400 << RefusalReason::BadHead;
        QTest::newRow("two") << page + "kitchen\r\nHost: kitchen\r\n\r\n" << 400 << RefusalReason::BadHead;
        QTest::newRow("upgrade without") << RawPeer::upgradeRequest("/").replace("Host: 127.0.0.1\r\n", "")
                                         << 400 << RefusalReason::BadHandshake;
    }
    void checksTheHost()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const int, status);
        QFETCH(const RefusalReason, reason);
        OriginPolicy policy({}, false);
        policy.setServer({u"kitchen"_s}, {});
        const std::optional<Refusal> refusal =
            checkHost(requestOf(head), policy, QHostAddress(u"192.0.2.7"_s));
        QCOMPARE(refusal.has_value(), status != 0);
        if (!refusal)
            return;
        QCOMPARE(refusal->status, status);
        QCOMPARE(refusal->reason, reason);
        QCOMPARE(refusal->host == u"evil.example"_s, status == 421);
    }
};

QTEST_GUILESS_MAIN(TestHandshakeCheck)
#include "tst_handshakecheck.moc"
