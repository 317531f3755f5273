#include "doorfixture.h"

#include "resources/webresources.h"

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
        QTest::newRow("page") << "GET / HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 200 << 0;
        QTest::newRow("health") << "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 200 << 0;
        QTest::newRow("echo without upgrade") << "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 426 << 0;
        QTest::newRow("no page") << "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 404 << 0;
        QTest::newRow("WebSocket") << RawPeer::upgradeRequest("/") << 101 << 0;
        QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 405 << 1;
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

    void takesABodyBeforeItGoes()
    {
        Door fixture;
        RawPeer peer(fixture.door.serverPort());
        const RawPeer::Reply reply =
            peer.request("POST / HTTP/1.1\r\nHost: a\r\n\r\n" + QByteArray(1024 * 1024, 'x'));
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

    void cannotOpenWhereAnotherListens()
    {
        Door fixture;
        ServerPolicy policy;
        policy.port = fixture.door.serverPort();
        FrontDoor second(policy, fixture.reception, fixture.refuser, fixture.traffic, fixture.roster);
        QVERIFY(!second.open());
        QCOMPARE(second.serverError(), QAbstractSocket::AddressInUseError);
    }
};

QTEST_GUILESS_MAIN(TestFrontDoor)
#include "tst_frontdoor.moc"
