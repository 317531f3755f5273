#include "doorfixture.h"

#include "resources/webresources.h"
#include "server/replysender.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct Door : DoorFixture
{
    explicit Door(const ServerPolicy &given = {})
        : DoorFixture(onFreePort(given))
        , door(onFreePort(given), reception, refuser, traffic, roster)
        , isOpen(door.open())
    {}
    static ServerPolicy onFreePort(ServerPolicy policy)
    {
        policy.port = 0;
        return policy;
    }

    FrontDoor door;
    bool isOpen;
    QSignalSpy refused{&refuser, &Refuser::refused};
};

} // namespace

class TestFrontDoor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { initWebResources(); }

    void showsTheWay_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("refusals");
        QTest::newRow("page") << "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 200 << 0;
        QTest::newRow("page that is known")
            << "GET / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n"_ba << 304 << 0;
        QTest::newRow("no page, whatever is known")
            << "GET /x HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n"_ba << 404 << 0;
        QTest::newRow("POST, whatever is known")
            << "POST / HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: *\r\n\r\n"_ba << 405 << 1;
        QTest::newRow("DNS rebinding, whatever is known")
            << "GET / HTTP/1.1\r\nHost: evil.example\r\nIf-None-Match: *\r\n\r\n"_ba << 421 << 1;
        QTest::newRow("health") << "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 200 << 0;
        QTest::newRow("echo without upgrade")
            << "GET /echo HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 426 << 0;
        QTest::newRow("no page") << "GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 404 << 0;
        QTest::newRow("WebSocket") << RawPeer::upgradeRequest("/") << 101 << 0;
        QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 405 << 1;
        for (const char *target : {"/", "/healthz", "/x", "/echo"}) {
            const QByteArray line = "GET " + QByteArray(target) + " HTTP/1.1\r\n";
            QTest::addRow("DNS rebinding, %s", target) << line + "Host: evil.example:3000\r\n\r\n"
                                                       << 421 << 1;
            QTest::addRow("no Host, %s", target) << line + "\r\n" << 400 << 1;
            QTest::addRow("two Hosts, %s", target) << line + "Host: localhost\r\nHost: localhost\r\n\r\n"
                                                   << 400 << 1;
        }
        QTest::newRow("DNS rebinding, POST")
            << "POST / HTTP/1.1\r\nHost: evil.example\r\n\r\n"_ba << 421 << 1;
        QTest::newRow("DNS rebinding, WebSocket")
            << RawPeer::upgradeRequest("/", {}, "evil.example") << 421 << 1;
        QTest::newRow("DNS rebinding, own Origin")
            << RawPeer::upgradeRequest("/", "Origin: http://localhost:3000\r\n", "evil.example") << 421 << 1;
        QTest::newRow("no Host, WebSocket")
            << RawPeer::upgradeRequest("/").replace("Host: 127.0.0.1\r\n", "") << 400 << 1;
        QTest::newRow("address that was reached")
            << "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n"_ba << 200 << 0;
        QTest::newRow("garbage") << "?\r\n\r\n"_ba << 400 << 1;
        QTest::newRow("no room") << RawPeer::upgradeRequest("/x") << 404 << 1;
    }
    void showsTheWay()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, status);
        QFETCH(const int, refusals);
        Door fixture;
        QVERIFY(fixture.isOpen);
        std::unique_ptr<Transport> admitted;
        connect(&fixture.reception, &Reception::admitted, this,
                [&admitted](const std::shared_ptr<Admission> &admission) {
                    admitted = std::move(admission->transport);
                });
        RawPeer peer(fixture.door.serverPort());
        QCOMPARE(peer.request(octets).head.status, status);
        QCOMPARE(fixture.refused.size(), refusals);
        QCOMPARE(admitted != nullptr, status == 101);
        // Readers of pages leave no trace.
        QCOMPARE(fixture.log->lastNumber(), status == 101 || refusals > 0 ? 2u : 0u);
    }

    void letsInNobodyWhoIsBanned_data()
    {
        QTest::addColumn<QByteArray>("octets");
        for (const char *target : {"/", "/assets/app.js", "/healthz", "/admission", "/x"})
            QTest::newRow(target) << "GET " + QByteArray(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        QTest::newRow("WebSocket") << RawPeer::upgradeRequest("/");
        QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba;
    }
    void letsInNobodyWhoIsBanned()
    {
        QFETCH(const QByteArray, octets);
        ServerPolicy policy;
        policy.bannedAddresses = {QHostAddress(QHostAddress::LocalHost)};
        Door fixture(policy);
        const RawPeer::Reply reply = RawPeer(fixture.door.serverPort()).request(octets);
        QCOMPARE(reply.head.status, 403);
        QVERIFY(reply.body.contains("The host"));
        QCOMPARE(fixture.refused.size(), octets.contains("Upgrade") ? 1 : 0);
        if (!fixture.refused.isEmpty())
            QCOMPARE(fixture.refused[0][0].value<Refusal>().reason, RefusalReason::AddressBanned);
    }

    void tellsThePageAhead()
    {
        ServerPolicy policy;
        policy.pin = "0815";
        Door fixture(policy);
        const auto ask = [&fixture](const QByteArray &method, const QByteArray &fields) {
            RawPeer peer(fixture.door.serverPort());
            return peer.request(method + " /admission HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
        };
        const RawPeer::Reply missing = ask("GET", {});
        QCOMPARE(missing.head.status, 401);
        QVERIFY(missing.body.contains("PIN"));
        QCOMPARE(missing.head.headers.value("Cache-Control"), "no-store"_ba);
        QCOMPARE(ask("HEAD", {}).head.status, 401);
        const RawPeer::Reply right = ask("GET", "Confab-Pin: 0815\r\n");
        QCOMPARE(right.head.status, 204);
        QCOMPARE(right.head.headers.value("Cache-Control"), "no-store"_ba);
        QVERIFY(!right.head.headers.contains("Access-Control-Allow-Origin"));
        // Who guesses is told of, once for each PIN; the page that asks again after its handshake is not.
        QCOMPARE(ask("GET", "Confab-Pin: 0816\r\n").head.status, 401);
        QCOMPARE(ask("GET", "Confab-Pin: 0816\r\n").head.status, 401);
        QCOMPARE(fixture.refused.size(), 1);
        QCOMPARE(fixture.refused[0][0].value<Refusal>().reason, RefusalReason::PinWrong);
        // A page of another origin would have to ask before it may send the field.
        QCOMPARE(ask("OPTIONS", "Access-Control-Request-Headers: confab-pin\r\n").head.status, 405);
        QCOMPARE(fixture.refused.size(), 2);
        QCOMPARE(fixture.log->lastNumber(), 4u);
    }

    void takesABodyBeforeItGoes()
    {
        Door fixture;
        RawPeer peer(fixture.door.serverPort());
        const RawPeer::Reply reply =
            peer.request("POST / HTTP/1.1\r\nHost: localhost\r\n\r\n" + QByteArray(1024 * 1024, 'x'));
        QCOMPARE(reply.head.status, 405);
        QCOMPARE(reply.body.size(), reply.head.headers.value("Content-Length").toLongLong());
    }

    void tellsTheSilentWithoutTellingOthers()
    {
        ServerPolicy policy;
        policy.headTimeout = std::chrono::milliseconds(30);
        Door fixture(policy);
        RawPeer peer(fixture.door.serverPort());
        QCOMPARE(peer.readReply().head.status, 408);
        QCOMPARE(fixture.refused.size(), 0);
    }

    void boundsTheConnectionsOfAnAddress()
    {
        ServerPolicy policy;
        policy.perAddress = {.maxConnections = 2, .holdForLoopback = true};
        Door fixture(policy);
        RawPeer silent(fixture.door.serverPort());
        auto second = std::make_unique<RawPeer>(fixture.door.serverPort());
        RawPeer third(fixture.door.serverPort());
        QCOMPARE(third.request(m_healthRequest).head.status, 429);
        QCOMPARE(fixture.refused.size(), 1);
        QCOMPARE(fixture.refused.constFirst().constFirst().value<Refusal>().reason,
                 RefusalReason::TooManyConnections);
        QCOMPARE(second->request(m_healthRequest).head.status, 200);
        second.reset();
        third.socket().abort();
        QTRY_VERIFY(fixture.refuser.findChildren<ReplySender *>().isEmpty() &&
                    fixture.door.findChildren<ReplySender *>().isEmpty());
        QCOMPARE(RawPeer(fixture.door.serverPort()).request(m_healthRequest).head.status, 200);
        QVERIFY(silent.socket().isOpen());
    }

    void cutsTheFloodOfAnAddress()
    {
        ServerPolicy policy;
        policy.perAddress = {.maxConnections = 1, .holdForLoopback = true};
        Door fixture(policy);
        RawPeer first(fixture.door.serverPort());
        RawPeer second(fixture.door.serverPort());
        RawPeer third(fixture.door.serverPort());
        QVERIFY(!third.request(m_healthRequest).valid);
        QVERIFY(third.waitForEnd());
        QCOMPARE(fixture.refused.size(), 0);
        QCOMPARE(first.request(m_healthRequest).head.status, 200);
    }

    void boundsTheHandshakesOfAnAddress()
    {
        // Twenty handshakes take less than nineteen seconds.
        ServerPolicy policy;
        policy.perAddress = {.handshakesPerSecond = 1, .holdForLoopback = true};
        Door fixture(policy);
        QList<int> statuses;
        RawPeer peers[20];
        for (RawPeer &peer : peers) {
            QVERIFY(peer.connectTo(fixture.door.serverPort()));
            peer.send(RawPeer::upgradeRequest("/x"));
        }
        for (RawPeer &peer : peers)
            statuses.append(peer.readReply().head.status);
        QVERIFY(statuses.contains(404)); // within the bound, and no room
        QVERIFY(statuses.contains(429));
        QCOMPARE(RawPeer(fixture.door.serverPort()).request(m_healthRequest).head.status, 200);
    }

    void loopbackHasNoBoundOfItsOwn()
    {
        ServerPolicy policy;
        policy.perAddress = {.maxConnections = 1, .handshakesPerSecond = 1};
        Door fixture(policy);
        RawPeer peers[5];
        for (RawPeer &peer : peers) {
            QVERIFY(peer.connectTo(fixture.door.serverPort()));
            QCOMPARE(peer.request(RawPeer::upgradeRequest("/x")).head.status, 404);
        }
    }

    void cannotOpenWhereAnotherListens()
    {
        Door fixture;
        ServerPolicy policy;
        policy.port = fixture.door.serverPort();
        FrontDoor second(policy, fixture.reception, fixture.refuser, fixture.traffic, fixture.roster);
        QVERIFY(!second.open());
        QCOMPARE(second.serverError(), QAbstractSocket::AddressInUseError);
    }

private:
    inline static const QByteArray m_healthRequest = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
};

QTEST_GUILESS_MAIN(TestFrontDoor)
#include "tst_frontdoor.moc"
