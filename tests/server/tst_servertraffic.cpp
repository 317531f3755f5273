#include "server/servertraffic.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestServerTraffic : public QObject
{
    Q_OBJECT

    std::shared_ptr<TrafficLog> log;
    const TrafficPeer mina{7, u"Mina"_s};

    TrafficRecord only() const
    {
        const QList<TrafficRecord> records = log->since(0, 100);
        return records.size() == 1 ? records.constFirst() : TrafficRecord();
    }

private slots:
    void init() { log = std::make_shared<TrafficLog>(); }

    void writesHeadsDown()
    {
        ServerTraffic(log).request(mina, "GET /");
        QCOMPARE(only().kind, TrafficKind::Request);
        QCOMPARE(only().source, TrafficSource::Server);
        QCOMPARE(only().direction, Direction::Received);
        QCOMPARE(only().connection, ConnectionId(7));
        QCOMPARE(only().peer, u"Mina"_s);
        QCOMPARE(only().payload, "GET /"_ba);
        log->clear();
        ServerTraffic(log).response(mina, 403, "HTTP/1.1 403");
        const TrafficRecord response = log->since(0, 100).constLast();
        QCOMPARE(response.kind, TrafficKind::Response);
        QCOMPARE(response.direction, Direction::Sent);
        QCOMPARE(response.status, 403);
        QCOMPARE(response.size, 12u);
        QCOMPARE(response.wireSize, 12u);
    }

    void writesMessagesDown()
    {
        ServerTraffic(log).message(mina, Direction::Received, {Opcode::Binary, "abc", 3, 2});
        QCOMPARE(only().kind, TrafficKind::Binary);
        QCOMPARE(only().fragments, 3u);
        QCOMPARE(only().size, 3u);
        QCOMPARE(only().wireSize, 2u);
        QCOMPARE(only().recipients, 1u);
    }

    void writesABroadcastDownOnce()
    {
        ServerTraffic(log).broadcast(Opcode::Text, "abc", 5000, 1);
        QCOMPARE(only().kind, TrafficKind::Text);
        QCOMPARE(only().recipients, 5000u);
        QCOMPARE(only().size, 3u);
        QCOMPARE(only().wireSize, 1u);
        QCOMPARE(only().connection, ConnectionId(0));
        QVERIFY(only().peer.isEmpty());
    }

    void writesControlFramesDown_data()
    {
        QTest::addColumn<Opcode>("opcode");
        QTest::addColumn<TrafficKind>("kind");
        QTest::newRow("ping") << Opcode::Ping << TrafficKind::Ping;
        QTest::newRow("pong") << Opcode::Pong << TrafficKind::Pong;
    }
    void writesControlFramesDown()
    {
        QFETCH(const Opcode, opcode);
        QFETCH(const TrafficKind, kind);
        ServerTraffic(log).control(mina, Direction::Sent, opcode, "x");
        QCOMPARE(only().kind, kind);
        QCOMPARE(only().payload, "x"_ba);
        QCOMPARE(only().wireSize, 1u);
    }

    void writesEndsDown()
    {
        ServerTraffic traffic(log);
        traffic.close(mina, Direction::Received, {CloseCode::ServiceRestart, u"곧 돌아옵니다"_s});
        traffic.failure(mina, WireError::TextNotUtf8);
        traffic.ended(mina, {CloseCode::AbnormalClosure, {}});
        const QList<TrafficRecord> records = log->since(0, 100);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0).kind, TrafficKind::Close);
        QCOMPARE(records.at(0).close.code, CloseCode::ServiceRestart);
        QCOMPARE(records.at(0).payload, "\x03\xF4"_ba + u"곧 돌아옵니다"_s.toUtf8());
        QCOMPARE(records.at(1).kind, TrafficKind::Failure);
        QCOMPARE(records.at(1).error, WireError::TextNotUtf8);
        QCOMPARE(records.at(2).kind, TrafficKind::Ended);
        QCOMPARE(records.at(2).close.code, CloseCode::AbnormalClosure);
    }
};

QTEST_GUILESS_MAIN(TestServerTraffic)
#include "tst_servertraffic.moc"
