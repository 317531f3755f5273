#include "core/traffic/trafficwriter.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestTrafficWriter : public QObject
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
        TrafficWriter(log).request(mina, "GET /");
        QCOMPARE(only().kind, TrafficKind::Request);
        QCOMPARE(only().source, TrafficSource::Server);
        QCOMPARE(only().direction, Direction::Received);
        QCOMPARE(only().connection, ConnectionId(7));
        QCOMPARE(only().peer, u"Mina"_s);
        QCOMPARE(only().payload, "GET /"_ba);
        log->clear();
        TrafficWriter(log).response(mina, 403, "HTTP/1.1 403");
        const TrafficRecord response = log->since(0, 100).constLast();
        QCOMPARE(response.kind, TrafficKind::Response);
        QCOMPARE(response.direction, Direction::Sent);
        QCOMPARE(response.status, 403);
        QCOMPARE(response.size, 12u);
        QCOMPARE(response.wireSize, 12u);
    }

    void knowsWhoseConnectionsTheyAre()
    {
        TrafficWriter writer(log, TrafficSource::Client);
        writer.request(mina, "GET /");
        writer.response(mina, 101, "HTTP/1.1 101");
        writer.message(mina, Direction::Received, {Opcode::Text, "a", 1, 1, nullptr});
        writer.sentBack(mina, {Opcode::Text, "a", 1, 1, nullptr}, 1);
        writer.ended(mina, CloseOutcome());
        const QList<TrafficRecord> records = log->since(0, 100);
        QCOMPARE(records.size(), 5);
        QCOMPARE(records[0].direction, Direction::Sent);
        QCOMPARE(records[1].direction, Direction::Received);
        for (const TrafficRecord &record : records)
            QCOMPARE(record.source, TrafficSource::Client);
    }

    void writesMessagesDown()
    {
        TrafficWriter(log).message(mina, Direction::Received, {Opcode::Binary, "abc", 3, 2, nullptr});
        QCOMPARE(only().kind, TrafficKind::Binary);
        QCOMPARE(only().fragments, 3u);
        QCOMPARE(only().size, 3u);
        QCOMPARE(only().wireSize, 2u);
        QCOMPARE(only().recipients, 1u);
    }

    void writesABroadcastDownOnce()
    {
        TrafficBlock records;
        appendBroadcast(records, 1'767'225'600'123'456, Opcode::Text, "abc", 5000, 1);
        log->append(records);
        QCOMPARE(only().time, 1'767'225'600'123'456);
        QCOMPARE(only().direction, Direction::Sent);
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
        TrafficWriter(log).control(mina, Direction::Sent, opcode, "x");
        QCOMPARE(only().kind, kind);
        QCOMPARE(only().payload, "x"_ba);
        QCOMPARE(only().wireSize, 1u);
    }

    void knowsWhoseRecordIsBehindAnother_data()
    {
        QTest::addColumn<bool>("control");
        QTest::newRow("a control frame") << true;
        QTest::newRow("a message that is shared") << false;
    }
    void knowsWhoseRecordIsBehindAnother()
    {
        QFETCH(const bool, control);
        const TrafficPeer jun{8, QString::fromLatin1("Jun")}; // as of the heap, where names come from
        TrafficWriter writer(log);
        writer.readStarts();
        writer.message(mina, Direction::Received, {Opcode::Text, "a", 1, 1, nullptr});
        writer.message(jun, Direction::Received,
                       {Opcode::Text, "b", 1, 1, nullptr}); // the batch's second party
        writer.readEnds();

        writer.readStarts();
        const QByteArray large(TrafficBlock::maxCopiedPayload + 1, 'x');
        if (control)
            writer.control(jun, Direction::Received, Opcode::Ping, {});
        else
            writer.message(jun, Direction::Received,
                           {Opcode::Binary, large, 1, quint64(large.size()), nullptr});
        writer.message(jun, Direction::Received, {Opcode::Text, "c", 1, 1, nullptr});
        writer.readEnds();
        writer.message(mina, Direction::Received, {Opcode::Text, "d", 1, 1, nullptr});
        QStringList peers;
        const QList<TrafficRecord> records = log->since(0, 100);
        for (const TrafficRecord &record : records)
            peers.append(record.peer);
        QCOMPARE(peers, QStringList({u"Mina"_s, u"Jun"_s, u"Jun"_s, u"Jun"_s, u"Mina"_s}));
    }

    void writesEndsDown()
    {
        TrafficWriter traffic(log);
        traffic.close(mina, Direction::Received, {CloseCode::ServiceRestart, u"곧 돌아옵니다"_s});
        traffic.failure(mina, WireError::TextNotUtf8, "a\xFF"_ba);
        CloseOutcome outcome;
        outcome.error = WireError::TextNotUtf8;
        outcome.bound = Bound::MessageSize;
        traffic.ended(mina, outcome);
        traffic.neverOpened(mina, 7, 403, "why");
        const QList<TrafficRecord> records = log->since(0, 100);
        QCOMPARE(records.size(), 4);
        QCOMPARE(records.at(0).kind, TrafficKind::Close);
        QCOMPARE(records.at(0).close.code, CloseCode::ServiceRestart);
        QCOMPARE(records.at(0).payload, "\x03\xF4"_ba + u"곧 돌아옵니다"_s.toUtf8());
        QCOMPARE(records.at(1).kind, TrafficKind::Failure);
        QCOMPARE(records.at(1).error, WireError::TextNotUtf8);
        QCOMPARE(records.at(1).payload, "a\xFF"_ba);
        QCOMPARE(records.at(2).kind, TrafficKind::Ended);
        QCOMPARE(records.at(2).close.code, CloseCode::AbnormalClosure);
        QCOMPARE(records.at(2).error, WireError::TextNotUtf8);
        QCOMPARE(records.at(2).exceeded, Bound::MessageSize);
        QCOMPARE(records.at(2).cause, 0);
        QCOMPARE(records.at(3).kind, TrafficKind::Ended);
        QCOMPARE(records.at(3).close.code, CloseCode::AbnormalClosure);
        QCOMPARE(records.at(3).cause, 7);
        QCOMPARE(records.at(3).status, 403);
        QCOMPARE(records.at(3).payload, "why"_ba);
    }

    void writesWhatWasUnfinishedBeforeTheEnd()
    {
        CloseOutcome outcome;
        outcome.unfinished = std::make_shared<const PartialMessage>(
            PartialMessage{{Opcode::Binary, "abc", 2, 3000}, 5000, QByteArray::fromHex("0202")});
        TrafficWriter(log).ended(mina, outcome);
        const QList<TrafficRecord> records = log->since(0, 100);
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].kind, TrafficKind::Binary);
        QVERIFY(records[0].isUnfinished);
        QCOMPARE(records[0].direction, Direction::Received);
        QCOMPARE(records[0].payload, "abc"_ba);
        QCOMPARE(records[0].size, 5000u);
        QCOMPARE(records[0].wireSize, 3000u);
        QCOMPARE(records[0].fragments, 2u);
        QCOMPARE(records[0].frameHeaders, QByteArray::fromHex("0202"));
        QCOMPARE(records[0].peer, u"Mina"_s);
        QCOMPARE(records[1].kind, TrafficKind::Ended);
        QVERIFY(!records[1].isUnfinished);
        QVERIFY(records[0].time <= records[1].time);
    }

    /// Nobody else's record comes in between: there is one hand-over.
    void handsTheUnfinishedOverWithTheEnd()
    {
        CloseOutcome outcome;
        outcome.unfinished =
            std::make_shared<const PartialMessage>(PartialMessage{{Opcode::Text, "a", 1, 1}, 1, {}});
        TrafficWriter writer(log);
        writer.ended(mina, outcome);
        QCOMPARE(log->lastNumber(), 2u); // both are there at once
        writer.readStarts();
        writer.ended(mina, outcome);
        QCOMPARE(log->lastNumber(), 2u);
        writer.readEnds();
        QCOMPARE(log->lastNumber(), 4u);
    }

    /// One that says nothing else that is unusual is told apart as well.
    void writesAShortOneDown()
    {
        CloseOutcome outcome;
        outcome.unfinished = std::make_shared<const PartialMessage>(
            PartialMessage{{Opcode::Text, "He", 1, 2}, 2, QByteArray::fromHex("8105")});
        TrafficWriter(log).ended(mina, outcome);
        QVERIFY(log->since(0, 100).constFirst().isUnfinished);
    }

    /// Each with its own time, and in order: that is how they have to come out.
    void handsOverWhatIsSeenInOneReadWhenThatEnds()
    {
        TrafficWriter traffic(log);
        const qint64 before = microsecondsNow();
        traffic.readStarts();
        for (int i = 0; i < 5; ++i) {
            traffic.message(mina, Direction::Received, {Opcode::Text, QByteArray::number(i), 1, 1, nullptr});
            traffic.message(mina, Direction::Sent, {Opcode::Text, QByteArray::number(i), 1, 1, nullptr});
        }
        traffic.control(mina, Direction::Received, Opcode::Ping, "ping");
        traffic.close(mina, Direction::Received, {CloseCode::NormalClosure, u"bye"_s});
        QCOMPARE(log->lastNumber(), 0u);
        traffic.readEnds();
        const QList<TrafficRecord> records = log->since(0, 100);
        QCOMPARE(records.size(), 12);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(records.at(i).payload, QByteArray::number(i / 2));
            QCOMPARE(records.at(i).direction, i % 2 == 0 ? Direction::Received : Direction::Sent);
            QCOMPARE(records.at(i).peer, mina.name);
        }
        QCOMPARE(records.at(10).kind, TrafficKind::Ping);
        QCOMPARE(records.at(11).close.reason, u"bye"_s);
        qint64 last = before;
        for (const TrafficRecord &record : records) {
            QVERIFY(record.time >= last);
            last = record.time;
        }
        QVERIFY(last <= microsecondsNow());
        traffic.message(mina, Direction::Sent, {Opcode::Text, "alone", 1, 5, nullptr});
        QCOMPARE(log->lastNumber(), 13u);
    }

    void handsOverInTheMiddleOfALongRead()
    {
        TrafficWriter traffic(log);
        traffic.readStarts();
        for (qsizetype i = 0; i < TrafficBlock::fullAtRecords + 1; ++i)
            traffic.message(mina, Direction::Received, {Opcode::Text, QByteArray::number(i), 1, 1, nullptr});
        QCOMPARE(log->lastNumber(), quint64(TrafficBlock::fullAtRecords));
        traffic.handOver();
        QCOMPARE(log->lastNumber(), quint64(TrafficBlock::fullAtRecords + 1));
        traffic.readEnds();
        const QList<TrafficRecord> records = log->since(0, 1'000);
        QCOMPARE(records.size(), TrafficBlock::fullAtRecords + 1);
        for (qsizetype i = 0; i < records.size(); ++i)
            QCOMPARE(records.at(i).payload, QByteArray::number(i));
    }

    void writesDownWhatGoesBack_data()
    {
        QTest::addColumn<bool>("reading");
        QTest::addColumn<bool>("interrupted");
        QTest::newRow("in a read") << true << false;
        QTest::newRow("handed over between") << true << true;
        QTest::newRow("outside") << false << false;
    }

    void writesDownWhatGoesBack()
    {
        QFETCH(const bool, reading);
        QFETCH(const bool, interrupted);
        const MessageView received{Opcode::Binary, "payload", 3, 5, nullptr};
        TrafficWriter traffic(log);
        if (reading)
            traffic.readStarts();
        traffic.message(mina, Direction::Received, received);
        if (interrupted)
            traffic.handOver();
        traffic.sentBack(mina, received, 6);
        traffic.sentBack(mina, received, 7); // it is not the last any more
        if (reading)
            traffic.readEnds();
        const QList<TrafficRecord> records = log->since(0, 10);
        QCOMPARE(records.size(), 3);
        QCOMPARE(records.at(0).direction, Direction::Received);
        QCOMPARE(records.at(0).wireSize, 5u);
        QCOMPARE(records.at(0).fragments, 3u);
        for (const int index : {1, 2}) {
            QCOMPARE(records.at(index).direction, Direction::Sent);
            QCOMPARE(records.at(index).wireSize, quint64(5 + index));
            QCOMPARE(records.at(index).fragments, 1u);
            QCOMPARE(records.at(index).kind, TrafficKind::Binary);
            QCOMPARE(records.at(index).size, 7u);
            QCOMPARE(records.at(index).payload, "payload"_ba);
            QCOMPARE(records.at(index).connection, mina.connection);
            QCOMPARE(records.at(index).peer, mina.name);
            QVERIFY(records.at(index).time >= records.at(0).time);
        }
    }

    /// Who says something and then gets another name.
    void writesEachNameDown()
    {
        TrafficWriter traffic(log);
        TrafficPeer peer{7, QString(4, u'a')};
        traffic.readStarts();
        for (const char16_t letter : {u'a', u'a', u'b', u'c'}) {
            peer.name.clear(); // its memory may become the next name's
            peer.name = QString(4, letter);
            traffic.message(peer, Direction::Received, {Opcode::Text, "x", 1, 1, nullptr});
        }
        peer.connection = 8;
        traffic.message(peer, Direction::Received, {Opcode::Text, "x", 1, 1, nullptr});
        traffic.handOver();
        traffic.message(peer, Direction::Received, {Opcode::Text, "x", 1, 1, nullptr});
        traffic.readEnds();
        const QStringList names{u"aaaa"_s, u"aaaa"_s, u"bbbb"_s, u"cccc"_s, u"cccc"_s, u"cccc"_s};
        const QList<ConnectionId> connections{7, 7, 7, 7, 8, 8};
        const QList<TrafficRecord> records = log->since(0, 10);
        QCOMPARE(records.size(), 6);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(records.at(i).peer, names.at(i));
            QCOMPARE(records.at(i).connection, connections.at(i));
        }
    }

    /// Small and large ones, in one fragment or several, take different ways.
    void keepsAnyMessage_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<quint32>("fragments");
        QTest::addColumn<quint64>("wireSize");
        const qsizetype copied = TrafficBlock::maxCopiedPayload;
        QTest::newRow("empty") << qsizetype(0) << quint32(1) << quint64(1);
        QTest::newRow("small") << qsizetype(64) << quint32(1) << quint64(40);
        QTest::newRow("in fragments") << qsizetype(64) << quint32(3) << quint64(64);
        QTest::newRow("just copied") << copied << quint32(1) << quint64(copied);
        QTest::newRow("grown by compression") << copied << quint32(1) << quint64(copied + 1);
        QTest::newRow("large") << copied + 1 << quint32(1) << quint64(copied + 1);
        QTest::newRow("large in fragments") << copied + 1 << quint32(2) << quint64(9);
    }

    void keepsAnyMessage()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const quint32, fragments);
        QFETCH(const quint64, wireSize);
        const QByteArray payload(size, 'x');
        TrafficWriter traffic(log);
        traffic.readStarts();
        const MessageView received{Opcode::Text, payload, fragments, wireSize, &payload};
        traffic.message(mina, Direction::Received, received);
        traffic.sentBack(mina, received, wireSize + 1);
        traffic.readEnds();
        const QList<TrafficRecord> records = log->since(0, 10);
        QCOMPARE(records.size(), 2);
        for (const TrafficRecord &record : records) {
            QCOMPARE(record.kind, TrafficKind::Text);
            QCOMPARE(record.connection, mina.connection);
            QCOMPARE(record.peer, mina.name);
            QCOMPARE(record.payload, payload);
            QCOMPARE(record.size, quint64(size));
        }
        QCOMPARE(records.at(0).fragments, fragments);
        QCOMPARE(records.at(0).wireSize, wireSize);
        QCOMPARE(records.at(1).fragments, 1u);
        QCOMPARE(records.at(1).wireSize, wireSize + 1);
    }

    void losesNothingAtItsEnd()
    {
        {
            TrafficWriter traffic(log);
            traffic.readStarts();
            traffic.message(mina, Direction::Received, {Opcode::Text, "last", 1, 4, nullptr});
        }
        QCOMPARE(only().payload, "last"_ba);
    }

    void collectsNothingForALogThatKeepsNothing()
    {
        log->setLimits({0, 0});
        TrafficWriter traffic(log);
        traffic.readStarts();
        traffic.message(mina, Direction::Received, {Opcode::Text, "x", 1, 1, nullptr});
        traffic.control(mina, Direction::Sent, Opcode::Pong, "x");
        log->setLimits({});
        traffic.readEnds();
        QCOMPARE(log->lastNumber(), 0u);
    }
};

QTEST_GUILESS_MAIN(TestTrafficWriter)
#include "tst_trafficwriter.moc"
