#include "core/traffic/trafficblock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

/// What is true of a record of this connection, but for its size.
TrafficFacts of(ConnectionId connection)
{
    TrafficFacts facts;
    facts.connection = connection;
    return facts;
}

} // namespace

class TestTrafficBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersWhatItKeeps()
    {
        TrafficBlock block(41);
        QVERIFY(block.isEmpty());
        QCOMPARE(block.lastNumber(), 40u);
        block.append(of(7), u"Mina"_s, {"one"});
        block.append(of(8), u"Jun"_s, {"three"});
        QCOMPARE(block.count(), 2);
        QCOMPARE(block.firstNumber(), 41u);
        QCOMPARE(block.lastNumber(), 42u);
        QCOMPARE(block.number(1), 42u);
        QCOMPARE(block.facts(1).connection, 8u);
        QCOMPARE(block.peer(0), u"Mina"_s);
        QCOMPARE(block.peer(1), u"Jun"_s);
        QCOMPARE(block.payload(0), "one"_ba);
        QCOMPARE(block.payload(1), "three"_ba);
        QCOMPARE(block.payload(1).size(), 5);
        QCOMPARE(block.keptOctets(), 8);
    }

    void givesBackAWholeRecord()
    {
        TrafficRecord record;
        record.number = 99;
        record.time = 1'767'225'600'123'456;
        record.kind = TrafficKind::Ended;
        record.peer = u"미나"_s;
        record.payload = "\x03\xE8 bye"_ba;
        record.close = {CloseCode(4001), QString(300, u'끝')};
        record.error = WireError::TextNotUtf8;
        record.exceeded = Bound::QueueSize;
        record.status = 101;
        TrafficBlock block(5);
        block.append(record);
        const TrafficRecord kept = block.record(0);
        QCOMPARE(kept.number, 5u);
        QCOMPARE(kept.time, record.time);
        QCOMPARE(kept.kind, record.kind);
        QCOMPARE(kept.peer, record.peer);
        QCOMPARE(kept.payload, record.payload);
        QCOMPARE(kept.close, record.close);
        QCOMPARE(kept.error, record.error);
        QCOMPARE(kept.exceeded, record.exceeded);
        QCOMPARE(kept.status, record.status);
    }

    void keepsAPayloadOfAnySize_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<qsizetype>("kept");
        for (const qsizetype size :
             {qsizetype(0), qsizetype(1), TrafficBlock::maxCopiedPayload, TrafficBlock::maxCopiedPayload + 1,
              TrafficRecord::maxKeptPayload, TrafficRecord::maxKeptPayload + 1}) {
            QTest::addRow("%lld", qlonglong(size)) << size << std::min(size, TrafficRecord::maxKeptPayload);
        }
    }

    void keepsAPayloadOfAnySize()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const qsizetype, kept);
        QByteArray payload(size, 'x');
        for (qsizetype i = 0; i < size; ++i)
            payload[i] = char(i * 7);
        TrafficBlock block;
        block.append(of(1), u"before"_s, {"before"});
        block.append(of(2), u"it"_s, {payload});
        block.append({}, u"shares"_s, {payload, &payload});
        QCOMPARE(block.payload(0), "before"_ba);
        for (const int index : {1, 2}) {
            QCOMPARE(block.payload(index), payload.first(kept));
            QCOMPARE(block.payload(index).size(), kept);
            QVERIFY(block.payload(index).capacity() <=
                    std::max<qsizetype>(kept + kept / TrafficBlock::maxSpare, 64));
        }
        QCOMPARE(block.keptOctets(), 6 + 2 * kept);
    }

    /// As one that was put together of fragments, or inflated.
    void sharesNoMemoryWithRoomToSpare()
    {
        QByteArray roomy(6000, 'x');
        roomy.reserve(12'000);
        TrafficBlock block;
        block.append({}, {}, {roomy, &roomy});
        QCOMPARE(block.payload(0), roomy);
        QVERIFY(block.payload(0).capacity() <= roomy.size() + roomy.size() / TrafficBlock::maxSpare);
    }

    void sharesALongPayloadAlone()
    {
        const QByteArray longOne(TrafficBlock::maxCopiedPayload + 1, 'x');
        const QByteArray tooLong(TrafficRecord::maxKeptPayload + 1, 'x');
        const QByteArray shortOne(64, 'x');
        TrafficBlock block;
        for (const QByteArray *payload : {&longOne, &tooLong, &shortOne})
            block.append({}, {}, {*payload, payload});
        QCOMPARE(block.payload(0).constData(), longOne.constData());
        QVERIFY(tooLong.isDetached());
        QVERIFY(shortOne.isDetached());
    }

    /// One name may come to lie in memory where another one was.
    void tellsPeersApart()
    {
        TrafficBlock block;
        for (int i = 0; i < 100; ++i) {
            const QString name = QString::number(i / 3);
            block.append({}, name, {"x"});
            block.append({}, name, {"x"});
        }
        block.append({}, {}, {"x"});
        for (int i = 0; i < 200; ++i)
            QCOMPARE(block.peer(i), QString::number(i / 6));
        QVERIFY(block.peer(200).isEmpty());
    }

    void takesAnotherOnesRecordsBehindItsOwn()
    {
        const QByteArray longOne(TrafficBlock::maxCopiedPayload + 1, 'l');
        const CloseStatus bye{CloseCode::GoingAway, u"bye"_s};
        TrafficBlock batch;
        batch.append(of(1), u"Mina"_s, {"a"});
        batch.append(of(2), u"Jun"_s, {longOne, &longOne});
        batch.append(of(3), u"Jun"_s, {"ccc", nullptr, {}, &bye});
        TrafficBlock block(10);
        for (int round = 0; round < 3; ++round)
            block.append(batch);
        QCOMPARE(block.count(), 9);
        QCOMPARE(block.lastNumber(), 18u);
        QCOMPARE(block.keptOctets(), 3 * (4 + longOne.size()));
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(block.record(3 * round).payload, "a"_ba);
            QCOMPARE(block.record(3 * round).peer, u"Mina"_s);
            QCOMPARE(block.record(3 * round + 1).payload, longOne);
            QCOMPARE(block.record(3 * round + 1).peer, u"Jun"_s);
            QCOMPARE(block.record(3 * round + 2).payload, "ccc"_ba);
            QCOMPARE(block.record(3 * round + 2).close, bye);
            QCOMPARE(block.record(3 * round + 2).connection, 3u);
        }
    }

    /// What is echoed is kept once and counts twice.
    void repeatsTheLastOne_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("copied") << qsizetype(64);
        QTest::newRow("shared") << TrafficBlock::maxCopiedPayload + 1;
    }

    void repeatsTheLastOne()
    {
        QFETCH(const qsizetype, size);
        const QByteArray payload(size, 'x');
        TrafficBlock batch;
        batch.append({}, u"Jun"_s, {"other"});
        batch.append(of(7), u"Mina"_s, {payload, &payload, "\x81\x83mask"});
        batch.appendSentBack(99, 5);
        TrafficBlock block;
        block.append({}, u"Ari"_s, {payload, &payload});
        block.append(batch);
        block.append({}, u"Mina"_s, {"next"});
        QCOMPARE(block.keptOctets(), 15 + 3 * size);
        QCOMPARE(block.frameHeaders(2), "\x81\x83mask"_ba);
        QCOMPARE(block.frameHeaders(3), QByteArray());
        for (const int index : {2, 3}) {
            QCOMPARE(block.peer(index), u"Mina"_s);
            QCOMPARE(block.payload(index), payload);
            QCOMPARE(block.payload(index).size(), size);
            QCOMPARE(block.facts(index).connection, 7u);
        }
        QCOMPARE(block.facts(2).direction, Direction::Received);
        QCOMPARE(block.facts(3).direction, Direction::Sent);
        QCOMPARE(block.facts(3).time, 99);
        QCOMPARE(block.facts(3).wireSize, 5u);
        QCOMPARE(block.payload(4), "next"_ba);
    }

    /// Whatever else is true of what was received, fragments and size on the wire are its own.
    void saysHowItWasSentBack_data()
    {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint32>("fragments");
        QTest::addColumn<quint64>("wireSize");
        QTest::newRow("as it came") << quint64(3) << quint32(1) << quint64(3);
        QTest::newRow("in one fragment") << quint64(3) << quint32(7) << quint64(2);
        QTest::newRow("cut") << quint64(70'000) << quint32(1) << quint64(80'000);
        QTest::newRow("large") << quint64(3) << quint32(2) << quint64(5'000'000'000);
        QTest::newRow("large on the wire") << quint64(3) << quint32(1) << quint64(5'000'000'000);
    }

    void saysHowItWasSentBack()
    {
        QFETCH(const quint64, size);
        QFETCH(const quint32, fragments);
        QFETCH(const quint64, wireSize);
        TrafficFacts received = of(7);
        received.size = size;
        received.wireSize = 4;
        received.fragments = fragments;
        TrafficBlock block;
        block.append(received, u"Mina"_s, {"abc"});
        block.appendSentBack(99, wireSize);
        QCOMPARE(block.facts(0).size, size);
        QCOMPARE(block.facts(0).fragments, fragments);
        QCOMPARE(block.facts(0).wireSize, 4u);
        QCOMPARE(block.facts(1).size, size);
        QCOMPARE(block.facts(1).fragments, 1u);
        QCOMPARE(block.facts(1).wireSize, wireSize);
        QCOMPARE(block.facts(1).connection, 7u);
        QCOMPARE(block.facts(1).direction, Direction::Sent);
    }

    void keepsPlainMessagesOfItsParties()
    {
        TrafficBlock batch;
        const quint32 mina = batch.addParty(7, 1, TrafficSource::Client, u"Mina");
        batch.appendPlain(11, Direction::Received, TrafficKind::Text, mina, "hello", "\xC1\x86mask", 6);
        QCOMPARE(batch.addParty(7, 1, TrafficSource::Client, u"Mina"), mina);
        const quint32 jun = batch.addParty(7, 1, TrafficSource::Client, u"Jun");
        batch.appendPlain(12, Direction::Sent, TrafficKind::Binary, jun, {}, {}, 0);
        TrafficBlock block;
        block.append(of(1), u"Mina"_s, {"before"});
        block.append(batch);
        QCOMPARE(block.count(), 3);
        QCOMPARE(block.keptOctets(), 17);
        const TrafficRecord first = block.record(1);
        QCOMPARE(first.time, 11);
        QCOMPARE(first.connection, 7u);
        QCOMPARE(first.size, 5u);
        QCOMPARE(first.wireSize, 6u);
        QCOMPARE(first.recipients, 1u);
        QCOMPARE(first.fragments, 1u);
        QCOMPARE(first.source, TrafficSource::Client);
        QCOMPARE(first.direction, Direction::Received);
        QCOMPARE(first.kind, TrafficKind::Text);
        QCOMPARE(first.peer, u"Mina"_s);
        QCOMPARE(first.payload, "hello"_ba);
        QCOMPARE(first.frameHeaders, "\xC1\x86mask"_ba);
        QCOMPARE(first.close, CloseStatus());
        QCOMPARE(block.peer(2), u"Jun"_s);
        QCOMPARE(block.facts(2).kind, TrafficKind::Binary);
        QCOMPARE(block.payload(2).size(), 0);
    }

    void keepsFrameHeaders_data()
    {
        QTest::addColumn<qsizetype>("payloadSize");
        QTest::addColumn<qsizetype>("headersSize");
        for (const qsizetype payload :
             {qsizetype(0), qsizetype(1), TrafficBlock::maxCopiedPayload, TrafficBlock::maxCopiedPayload + 1,
              TrafficRecord::maxKeptPayload + 1}) {
            for (const int headers : {0, 2, 14, 255, 256, 1024})
                QTest::addRow("%lld, %d", qlonglong(payload), headers) << payload << qsizetype(headers);
        }
    }

    void keepsFrameHeaders()
    {
        QFETCH(const qsizetype, payloadSize);
        QFETCH(const qsizetype, headersSize);
        const QByteArray payload(payloadSize, 'p');
        const QByteArray headers(headersSize, 'h');
        const CloseStatus status{CloseCode::GoingAway, u"bye"_s};
        TrafficBlock batch;
        batch.append({}, {}, {"other", nullptr, "head"});
        TrafficFacts facts = of(7);
        facts.size = quint64(payloadSize);
        batch.append(facts, u"Mina"_s, {payload, &payload, headers});
        batch.append(facts, u"Mina"_s, {payload, &payload, headers, &status});
        TrafficBlock block;
        block.append({}, {}, {"before", nullptr, "b"});
        block.append(batch);
        QCOMPARE(block.frameHeaders(0), "b"_ba);
        QCOMPARE(block.frameHeaders(1), "head"_ba);
        for (const int index : {2, 3}) {
            const TrafficRecord record = block.record(index);
            QCOMPARE(record.frameHeaders, headers);
            QCOMPARE(record.payload, payload.first(std::min(payloadSize, TrafficRecord::maxKeptPayload)));
            QCOMPARE(record.size, quint64(payloadSize));
        }
        QCOMPARE(block.record(3).close, status);
        QCOMPARE(block.payload(0), "before"_ba);
        QCOMPARE(block.keptOctets(),
                 16 + 2 * (headersSize + std::min(payloadSize, TrafficRecord::maxKeptPayload)));
        TrafficBlock copied;
        copied.append(block.record(2));
        QCOMPARE(copied.frameHeaders(0), headers);
    }

    /// Any of these makes another party: nobody's record may become another one's.
    void tellsPartiesApart_data()
    {
        QTest::addColumn<quint64>("connection");
        QTest::addColumn<quint32>("recipients");
        QTest::addColumn<TrafficSource>("source");
        QTest::addColumn<QString>("name");
        QTest::newRow("connection") << quint64(8) << quint32(1) << TrafficSource::Server << u"Mina"_s;
        QTest::newRow("recipients") << quint64(7) << quint32(2) << TrafficSource::Server << u"Mina"_s;
        QTest::newRow("source") << quint64(7) << quint32(1) << TrafficSource::Client << u"Mina"_s;
        QTest::newRow("name") << quint64(7) << quint32(1) << TrafficSource::Server << u"Mona"_s;
        QTest::newRow("longer name") << quint64(7) << quint32(1) << TrafficSource::Server << u"Minas"_s;
        QTest::newRow("no name") << quint64(7) << quint32(1) << TrafficSource::Server << QString();
    }

    void tellsPartiesApart()
    {
        QFETCH(const quint64, connection);
        QFETCH(const quint32, recipients);
        QFETCH(const TrafficSource, source);
        QFETCH(const QString, name);
        TrafficBlock block;
        block.append(of(7), u"Mina"_s, {"x"});
        TrafficBlock batch;
        TrafficFacts other = of(connection);
        other.recipients = recipients;
        other.source = source;
        batch.append(other, name, {"x"});
        block.append(batch);
        QCOMPARE(block.peer(0), u"Mina"_s);
        QCOMPARE(block.facts(0).connection, 7u);
        QCOMPARE(block.facts(0).recipients, 1u);
        QCOMPARE(block.facts(0).source, TrafficSource::Server);
        QCOMPARE(block.peer(1), name);
        QCOMPARE(block.facts(1).connection, connection);
        QCOMPARE(block.facts(1).recipients, recipients);
        QCOMPARE(block.facts(1).source, source);
    }

    void knowsWhetherAFilterAcceptsAll()
    {
        using Accepted = TrafficBlock::Accepted;
        const TrafficFilter all;
        const TrafficFilter seven{.source = {}, .connection = 7};
        const TrafficFilter clients{.source = TrafficSource::Client, .connection = {}};
        TrafficBlock block;
        QCOMPARE(block.accepted(all), Accepted::None);
        block.append(of(7), {}, {"x"});
        block.append(of(7), {}, {"x"});
        QCOMPARE(block.accepted(all), Accepted::All);
        QCOMPARE(block.accepted(seven), Accepted::All);
        QCOMPARE(block.accepted(clients), Accepted::None);
        block.append(of(8), {}, {"x"});
        QCOMPARE(block.accepted(all), Accepted::All);
        QCOMPARE(block.accepted(seven), Accepted::Some);
        QVERIFY(block.isAccepted(1, seven));
        QVERIFY(!block.isAccepted(2, seven));
    }

    void keepsThePeersOfBatches()
    {
        const QString mina = u"Mina"_s.repeated(1);
        const QString jun = u"Jun"_s.repeated(1);
        const CloseStatus bye{CloseCode::GoingAway, u"bye"_s};
        TrafficBlock block;
        QStringList expected;
        for (const QString &peer : {mina, mina, jun, mina, jun, jun}) {
            for (const bool closes : {false, true}) {
                TrafficBlock batch;
                batch.append({}, peer, {"x"});
                batch.append({}, peer, {"y", nullptr, {}, closes ? &bye : nullptr});
                block.append(batch);
                expected << peer << peer;
                const TrafficRecord last = block.record(block.count() - 1);
                QCOMPARE(last.close.reason, closes ? bye.reason : QString());
            }
        }
        for (qsizetype i = 0; i < block.count(); ++i)
            QCOMPARE(block.peer(i), expected.at(i));
    }

    void isFullByRecordsOrByOctets()
    {
        TrafficBlock records;
        while (!records.isFull())
            records.append({}, {}, {});
        QCOMPARE(records.count(), TrafficBlock::fullAtRecords);
        TrafficBlock octets;
        const QByteArray payload(TrafficBlock::maxCopiedPayload, 'x');
        while (!octets.isFull())
            octets.append({}, {}, {payload});
        QCOMPARE(octets.keptOctets(), TrafficBlock::fullAtOctets);
    }

    void beginsAgainWhenCleared()
    {
        TrafficBlock block;
        block.append(of(1), u"Mina"_s, {"a"});
        block.clear();
        QVERIFY(block.isEmpty());
        QCOMPARE(block.keptOctets(), 0);
        block.append(of(2), u"Jun"_s, {"b"});
        QCOMPARE(block.peer(0), u"Jun"_s);
        QCOMPARE(block.payload(0), "b"_ba);
    }
};

QTEST_APPLESS_MAIN(TestTrafficBlock)
#include "tst_trafficblock.moc"
