#include "client/clienttraffic.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestClientTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsEveryKind();
};

void TestClientTraffic::recordsEveryKind()
{
    auto log = std::make_shared<TrafficLog>();
    ClientTraffic traffic(log, 7, u"example.org:80"_s);
    traffic.request("GET"_ba);
    traffic.response("HTTP"_ba, 101);
    traffic.message(Direction::Sent, {Opcode::Text, "hi"_ba, 1, 2});
    traffic.message(Direction::Received, {Opcode::Binary, "abc"_ba, 3, 1});
    traffic.control(Direction::Sent, Opcode::Ping, "p"_ba);
    traffic.control(Direction::Received, Opcode::Pong, "p"_ba);
    traffic.failure(WireError::TextNotUtf8);
    traffic.close(Direction::Sent, {CloseCode::NormalClosure, u"bye"_s});
    traffic.ended({CloseCode::AbnormalClosure, {}});

    const QList<TrafficRecord> records = log->since(0, 100);
    const QList<TrafficKind> kinds{TrafficKind::Request, TrafficKind::Response, TrafficKind::Text,
                                   TrafficKind::Binary,  TrafficKind::Ping,     TrafficKind::Pong,
                                   TrafficKind::Failure, TrafficKind::Close,    TrafficKind::Ended};
    QCOMPARE(records.size(), kinds.size());
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        QVERIFY(records[i].kind == kinds[i]);
        QVERIFY(records[i].source == TrafficSource::Client);
        QCOMPARE(records[i].connection, 7u);
        QCOMPARE(records[i].peer, u"example.org:80"_s);
        QCOMPARE(records[i].size, quint64(records[i].payload.size()));
        QCOMPARE(records[i].wireSize, i == 3 ? 1u : records[i].size);
    }
    QVERIFY(records[0].direction == Direction::Sent);
    QCOMPARE(records[1].status, 101);
    QVERIFY(records[1].direction == Direction::Received);
    QCOMPARE(records[2].payload, "hi"_ba);
    QCOMPARE(records[3].fragments, 3u);
    QVERIFY(records[5].direction == Direction::Received);
    QVERIFY(records[6].error == WireError::TextNotUtf8);
    QCOMPARE(records[7].payload, "\x03\xE8"
                                 "bye"_ba);
    QCOMPARE(records[7].close.reason, u"bye"_s);
    QVERIFY(records[8].close.code == CloseCode::AbnormalClosure);
}

QTEST_APPLESS_MAIN(TestClientTraffic)
#include "tst_clienttraffic.moc"
