#include "doorfixture.h"
#include "resources/webresources.h"
#include "server/tlsgreeter.h"
#include "tlsfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

ServerPolicy onFreePort(ServerPolicy policy)
{
    policy.port = 0;
    policy.tls.mode = TlsMode::SelfSigned;
    return policy;
}

/// A front door that speaks TLS.
struct Door : DoorFixture
{
    explicit Door(const ServerPolicy &given = {})
        : DoorFixture(onFreePort(given))
        , door(onFreePort(given), reception, refuser, traffic, roster)
    {
        door.useTls(selfSignedContext());
        isOpen = door.open();
        reception.origins().setServer({u"localhost"_s}, {});
        QObject::connect(&reception, &Reception::admitted, &door,
                         [this](const std::shared_ptr<Admission> &admission) {
                             admitted = std::move(admission->transport);
                         });
    }

    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(door.serverPort()); }
    bool stillServes() const
    {
        return RawPeer(encryptedTo(door.serverPort()))
                   .request("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                   .head.status == 200;
    }

    FrontDoor door;
    bool isOpen = false;
    std::unique_ptr<Transport> admitted;
    QSignalSpy refused{&refuser, &Refuser::refused};
};

ServerPolicy plainToo()
{
    ServerPolicy policy;
    policy.tls.allowPlain = true;
    return policy;
}

} // namespace

/// The front door with TLS, against encrypted and plain peers.
class TestFrontDoorTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initWebResources(); }

    void showsTheWayInTls_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("status");
        QTest::newRow("page") << "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 200;
        QTest::newRow("no page") << "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 404;
        QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 405;
        QTest::newRow("garbage") << "?\r\n\r\n"_ba << 400;
        QTest::newRow("too large") << "GET / HTTP/1.1\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n" << 431;
        QTest::newRow("WebSocket") << RawPeer::upgradeRequest("/") << 101;
        QTest::newRow("no room") << RawPeer::upgradeRequest("/x") << 404;
    }
    void showsTheWayInTls()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, status);
        Door fixture;
        QVERIFY(fixture.isOpen);
        RawPeer peer(encryptedTo(fixture.door.serverPort()));
        const RawPeer::Reply reply = peer.request(octets);
        QCOMPARE(reply.head.status, status);
        if (status != 101)
            QCOMPARE(reply.body.size(), reply.head.headers.value("Content-Length").toLongLong());
        QCOMPARE(fixture.admitted != nullptr, status == 101);
    }

    void knowsItsOwnOrigin_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<int>("status");
        QTest::newRow("https over TLS") << "https"_ba << true << 101;
        QTest::newRow("http over TLS") << "http"_ba << true << 403;
        QTest::newRow("http") << "http"_ba << false << 101;
        QTest::newRow("https without TLS") << "https"_ba << false << 403;
    }
    void knowsItsOwnOrigin()
    {
        QFETCH(const QByteArray, scheme);
        QFETCH(const bool, encrypted);
        QFETCH(const int, status);
        Door fixture(plainToo());
        const quint16 port = fixture.door.serverPort();
        fixture.reception.origins().setServer({u"kitchen"_s}, {}); // pages of localhost are always welcome
        std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>();
        if (encrypted)
            socket = encryptedTo(port);
        RawPeer peer(std::move(socket));
        QVERIFY(encrypted || peer.connectTo(port));
        const QByteArray host = "kitchen:" + QByteArray::number(port);
        QCOMPARE(peer.request(RawPeer::upgradeRequest("/", "Origin: " + scheme + "://" + host + "\r\n", host))
                     .head.status,
                 status);
    }

    void redirectsPages()
    {
        Door fixture;
        for (const QByteArray method : {"GET", "HEAD"}) {
            RawPeer peer(fixture.door.serverPort());
            const RawPeer::Reply reply =
                peer.request(method + " /room/a?b HTTP/1.1\r\nHost: " + fixture.host() + "\r\n\r\n");
            QCOMPARE(reply.head.status, 308);
            QCOMPARE(reply.head.headers.value("Location"), "https://" + fixture.host() + "/room/a?b");
            QCOMPARE(reply.body.isEmpty(), method == "HEAD");
        }
        QCOMPARE(fixture.refused.size(), 0);
        QCOMPARE(fixture.log->lastNumber(), 0u);

        RawPeer homeless(fixture.door.serverPort());
        const RawPeer::Reply reply = homeless.request("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n");
        QCOMPARE(reply.head.status, 421); // to nowhere
    }

    void refusesPlainWebSocket()
    {
        Door fixture;
        RawPeer peer(fixture.door.serverPort());
        const RawPeer::Reply reply = peer.request(RawPeer::upgradeRequest("/", {}, fixture.host()));
        QCOMPARE(reply.head.status, 400);
        QVERIFY(reply.body.contains("wss://"));
        QCOMPARE(fixture.refused.size(), 1);
        QCOMPARE(fixture.refused[0][0].value<Refusal>().reason, RefusalReason::TlsRequired);
        QVERIFY(!fixture.admitted);
    }

    void letsPlainInWhereAllowed()
    {
        Door fixture(plainToo());
        QCOMPARE(RawPeer(fixture.door.serverPort())
                     .request("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                     .head.status,
                 200);
        RawPeer peer(fixture.door.serverPort());
        QVERIFY(peer.upgrade("/"));
        QVERIFY(fixture.stillServes());
    }

    void standsGarbage_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("answered");
        QTest::newRow("NUL") << QByteArray(100, '\0') << true;
        QTest::newRow("high octets") << QByteArray(5000, '\xFF') << true;
        QTest::newRow("TLS and garbage") << "\x16" + QByteArray(5000, '\xAA') << false;
        QTest::newRow("TLS 1.1") << clientHello(false) << false;
        QTest::newRow("SSL 2") << QByteArray::fromHex("802e0100020015000000100100800700c0") << true;
    }
    void standsGarbage()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const bool, answered);
        Door fixture;
        RawPeer peer(fixture.door.serverPort());
        peer.send(octets);
        const QByteArray reply = peer.readToEnd();
        QCOMPARE(reply.startsWith("HTTP/1.1 400 "), answered);
        QVERIFY(answered || reply.isEmpty() || reply.startsWith('\x15')); // an alert (RFC 8446 §6)
        QCOMPARE(peer.socket().state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(fixture.refused.size(), 1);
        const auto refusal = fixture.refused[0][0].value<Refusal>();
        QCOMPARE(refusal.reason == RefusalReason::TlsFailed, !answered);
        QVERIFY(refusal.address.startsWith("127.0.0.1:"_L1));
        if (!answered) {
            QVERIFY(!refusal.detail.isEmpty());
            const QList<TrafficRecord> records = fixture.log->since(0, 10);
            QCOMPARE(records.size(), 1);
            QCOMPARE(records[0].kind, TrafficKind::TlsFailure);
            QCOMPARE(QString::fromUtf8(records[0].payload), refusal.detail);
            QCOMPARE(records[0].peer, refusal.address);
            QVERIFY(records[0].connection != 0);
        }
        QVERIFY(fixture.stillServes());
    }

    void cutsWhoIsSlow_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a ClientHello") << clientHello(true).first(50);
        QTest::newRow("a ClientHello alone") << clientHello(true);
    }
    void cutsWhoIsSlow()
    {
        QFETCH(const QByteArray, octets);
        ServerPolicy policy;
        policy.headTimeout = std::chrono::milliseconds(30);
        Door fixture(policy);
        RawPeer peer(fixture.door.serverPort());
        peer.send(octets);
        QVERIFY(peer.waitForEnd());
        QCOMPARE(fixture.refused.size(), octets.isEmpty() ? 0 : 1); // browsers connect in advance
        if (!octets.isEmpty())
            QCOMPARE(fixture.refused[0][0].value<Refusal>().reason, RefusalReason::TlsTimeout);
        QTRY_VERIFY(fixture.door.findChildren<TlsGreeter *>().isEmpty());
    }

    /// No reset may overtake the reply.
    void takesABodyBeforeItGoes()
    {
        Door fixture;
        RawPeer peer(encryptedTo(fixture.door.serverPort()));
        const RawPeer::Reply reply =
            peer.request("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n" + QByteArray(4 * 1024 * 1024, 'x'));
        QCOMPARE(reply.head.status, 405);
        QCOMPARE(reply.body.size(), reply.head.headers.value("Content-Length").toLongLong());
    }

    void tellsTheSilentInTls()
    {
        ServerPolicy policy;
        policy.headTimeout = std::chrono::milliseconds(300);
        Door fixture(policy);
        RawPeer peer(encryptedTo(fixture.door.serverPort()));
        QCOMPARE(peer.readReply().head.status, 408);
    }
};

QTEST_GUILESS_MAIN(TestFrontDoorTls)
#include "tst_frontdoortls.moc"
