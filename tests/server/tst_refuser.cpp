#include "doorfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestRefuser : public QObject
{
    Q_OBJECT

private slots:
    void tellsThePeerTheLogAndTheListener()
    {
        DoorFixture fixture;
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        SocketPair pair;
        Visitor visitor = DoorFixture::visitor(pair, RawPeer::upgradeRequest("/x"));
        const Refusal refusal = makeRefusal(RefusalReason::NotFound, visitor.request);
        fixture.refuser.refuse(std::move(visitor), refusal);
        QCOMPARE(refused.size(), 1);
        const auto told = refused.constFirst().constFirst().value<Refusal>();
        QCOMPARE(told.target, u"/x"_s);
        QCOMPARE(told.address, u"127.0.0.1:%1"_s.arg(pair.peer.socket().localPort()));
        QCOMPARE(fixture.log->since(0, 10).constLast().status, 404);
        const RawPeer::Reply reply = pair.peer.readReply();
        QCOMPARE(reply.head.status, 404);
        QVERIFY(!reply.body.isEmpty());
    }

    void reportsWhoFailedInTls_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<int>("reason");
        QTest::newRow("failed") << u"unsupported protocol"_s << int(RefusalReason::TlsFailed);
        QTest::newRow("timed out") << QString() << int(RefusalReason::TlsTimeout);
    }
    void reportsWhoFailedInTls()
    {
        QFETCH(const QString, detail);
        QFETCH(const int, reason);
        DoorFixture fixture;
        QSignalSpy refused(&fixture.refuser, &Refuser::refused);
        Visitor visitor;
        visitor.id = nextConnectionId();
        visitor.address = QHostAddress(u"192.0.2.7"_s);
        visitor.port = 81;
        fixture.refuser.reportTlsFailure(visitor, detail);
        QCOMPARE(refused.size(), 1);
        const auto told = refused.constFirst().constFirst().value<Refusal>();
        QCOMPARE(int(told.reason), reason);
        QCOMPARE(told.status, 0);
        QCOMPARE(told.address, u"192.0.2.7:81"_s);
        QCOMPARE(told.detail, detail);
        const TrafficRecord record = fixture.log->since(0, 10).constLast();
        QCOMPARE(record.kind, TrafficKind::TlsFailure);
        QCOMPARE(record.connection, visitor.id);
        QCOMPARE(QString::fromUtf8(record.payload), detail);
    }

    void sendsNoBodyToHead()
    {
        DoorFixture fixture;
        SocketPair pair;
        Visitor visitor = DoorFixture::visitor(pair, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
        const Refusal refusal = makeRefusal(RefusalReason::NotFound, visitor.request);
        fixture.refuser.refuse(std::move(visitor), refusal);
        const RawPeer::Reply reply = pair.peer.readReply();
        QVERIFY(reply.body.isEmpty());
        QVERIFY(reply.head.headers.value("Content-Length").toInt() > 0);
    }
};

QTEST_GUILESS_MAIN(TestRefuser)
#include "tst_refuser.moc"
