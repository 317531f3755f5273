#include "memberfixture.h"
#include "server/sharedmessage.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestMember : public QObject
{
    Q_OBJECT

private slots:
    void behavesAsItsSubprotocolSays_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QString>("subprotocol");
        QTest::addColumn<Member::Behaviour>("behaviour");
        QTest::newRow("none") << u"/"_s << QString() << Member::Behaviour::Plain;
        QTest::newRow("chatting") << u"/"_s << u"chatting"_s << Member::Behaviour::Plain;
        QTest::newRow("another one") << u"/room/a"_s << u"mqtt"_s << Member::Behaviour::Plain;
        QTest::newRow("confab.v1") << u"/room/a"_s << u"confab.v1"_s << Member::Behaviour::Structured;
        QTest::newRow("echo") << u"/"_s << u"echo"_s << Member::Behaviour::Echo;
        QTest::newRow("/echo") << u"/echo"_s << u"confab.v1"_s << Member::Behaviour::Echo;
    }
    void behavesAsItsSubprotocolSays()
    {
        QFETCH(const QString, room);
        QFETCH(const QString, subprotocol);
        QFETCH(const Member::Behaviour, behaviour);
        MemberWorld world;
        const MemberFixture fixture(world, 1, subprotocol, room);
        QCOMPARE(fixture.member->behaviour(), behaviour);
        QCOMPARE(fixture.member->info().structured, behaviour == Member::Behaviour::Structured);
        QCOMPARE(fixture.member->author().plain, behaviour == Member::Behaviour::Plain);
    }

    void echoesWithTheType()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1, u"echo"_s);
        fixture.send(Opcode::Binary, "\x00\x01"_ba);
        QTRY_COMPARE(fixture.member->info().messagesSent, 1u);
        QCoreApplication::processEvents();
        QCOMPARE(fixture.transport->written, "\x82\x02\x00\x01"_ba);
        QCOMPARE(fixture.said.size(), 0);
    }

    void writesDownWhatItEchoesInOrder()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1, u"echo"_s);
        QCoreApplication::processEvents();
        const QByteArray longOne(TrafficBlock::maxCopiedPayload + 1, 'x');
        QByteArray frames;
        const QList<QByteArray> said{"a", "", "ccc", longOne, "e"};
        for (const QByteArray &payload : said)
            frames += encodeFrame(Opcode::Text, payload, MaskingKey{1, 2, 3, 4});
        fixture.transport->deliver(frames);
        QCOMPARE(fixture.received(), said);
        const QList<TrafficRecord> records = world.records();
        QCOMPARE(records.size(), 2 * said.size());
        for (qsizetype i = 0; i < records.size(); ++i) {
            QCOMPARE(records.at(i).payload, said.at(i / 2));
            QCOMPARE(records.at(i).direction, i % 2 == 0 ? Direction::Received : Direction::Sent);
            QCOMPARE(records.at(i).connection, 1u);
            QCOMPARE(records.at(i).peer, u"Guest 1"_s);
            QCOMPARE(records.at(i).wireSize, quint64(said.at(i / 2).size()));
            const QByteArray frame = encodeFrame(Opcode::Text, said.at(i / 2), MaskingKey{1, 2, 3, 4});
            QCOMPARE(records.at(i).frameHeaders,
                     i % 2 == 0 ? frame.chopped(said.at(i / 2).size()) : QByteArray());
        }
    }

    void writesDownTheHeadersOfItsFrames()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        const QByteArrayList headers{"\x01\x81mask\x80\x80mask"_ba, "\x82\x81mask"_ba, "\x89\x80mask"_ba,
                                     "\x8A\x80mask"_ba, "\x88\x80mask"_ba};
        fixture.transport->deliver("\x01\x81maska\x80\x80mask"
                                   "\x82\x81maska"
                                   "\x89\x80mask"
                                   "\x8A\x80mask"
                                   "\x88\x80mask");
        QByteArrayList received;
        for (const TrafficRecord &record : world.records()) {
            if (record.direction == Direction::Received)
                received.append(record.frameHeaders);
        }
        QCOMPARE(received, headers);
    }

    /// Also of one whose name changes while it speaks.
    void writesDownItsNameOfThatTime()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        int count = 0;
        fixture.onSaid = [&](const Message &) { fixture.member->setName(QString::number(++count)); };
        const QByteArray frame = encodeFrame(Opcode::Text, "x", MaskingKey{1, 2, 3, 4});
        fixture.transport->deliver(frame + frame + frame);
        QTRY_COMPARE(world.records().size(), 3);
        QCOMPARE(world.records().at(0).peer, u"Guest 1"_s);
        QCOMPARE(world.records().at(1).peer, u"1"_s);
        QCOMPARE(world.records().at(2).peer, u"2"_s);
    }

    void handsOnAndCounts()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.send(Opcode::Text, "hello");
        QTRY_COMPARE(fixture.said.size(), 1);
        QCOMPARE(fixture.said.constFirst().payload, "hello"_ba);
        fixture.member->setName(u"Mina"_s);
        SharedMessage all(Opcode::Text, "all");
        QVERIFY(fixture.member->deliver(all.frameFor({}), 1, 3));
        QVERIFY(fixture.member->send(Opcode::Text, "you"));
        QCOMPARE(fixture.received(), (QList<QByteArray>{"all", "you"}));
        const MemberInfo &info = fixture.member->info();
        QCOMPARE(info.messagesReceived, 1u);
        QCOMPARE(info.octetsReceived, 5u);
        QCOMPARE(info.messagesSent, 2u);
        QCOMPARE(info.octetsSent, 6u);
        QVERIFY(info == fixture.member->info() && fixture.member->counters() == info);
        QCOMPARE(info.readyState, ReadyState::Open);
        QCOMPARE(info.roundTripMicroseconds, -1);
        // A broadcast is the room's to write down.
        QCOMPARE(world.records().size(), 2);
    }

    void compressesWhatItSendsIfThatWasAgreedOn()
    {
        const QByteArray text(1'000, 'x');
        SharedMessage all(Opcode::Text, text);
        MemberWorld world;
        MemberFixture plain(world, 1);
        MemberFixture deflating(world, 2, {}, u"/"_s, {}, DeflateParameters{.serverNoContextTakeover = true});
        QVERIFY(!plain.member->deflateBits());
        QVERIFY(plain.member->deliver(all.frameFor({}), 1, 1'000));
        QCOMPARE(deflating.member->deflateBits(), std::optional<int>(maxWindowBits));
        const QByteArray compressed = all.frameFor(maxWindowBits);
        QVERIFY(deflating.member->deliver(compressed, 1, 1'000));
        QVERIFY(deflating.member->send(Opcode::Text, text));
        QCOMPARE(world.records().constLast().size, 1'000u);
        QCOMPARE(world.records().constLast().wireSize, payloadSizeOf(compressed));
        QCOMPARE(deflating.member->info().octetsSent, 2'000u);
        QCoreApplication::processEvents();
        QCOMPARE(plain.transport->written, all.frameFor({}));
        QCOMPARE(deflating.transport->written, all.frameFor(maxWindowBits).repeated(2));
    }

    void echoesWhatIsCompressed()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1, u"echo"_s, u"/"_s, {},
                              DeflateParameters{.serverNoContextTakeover = true});
        // RFC 7692 §7.2.3.1
        const QByteArray hello = QByteArray::fromHex("f248cdc9c90700");
        fixture.transport->deliver(
            encodeRawFrame({.rsv1 = true, .maskingKey = MaskingKey{1, 2, 3, 4}, .payloadLength = 7}, hello));
        QCOMPARE(fixture.received(), QList<QByteArray>{"Hello"});
        const QList<TrafficRecord> records = world.records();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.first().size, 5u);
        QCOMPARE(records.first().wireSize, 7u);
        QCOMPARE(records.last().wireSize, 5u);
    }

    void writesControlFramesDown()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.member->ping();
        fixture.send(Opcode::Ping, "p");
        fixture.send(Opcode::Pong, "q");
        QTRY_COMPARE(world.records().size(), 4);
        QList<TrafficKind> kinds;
        for (const TrafficRecord &record : world.records())
            kinds.append(record.kind);
        QCOMPARE(kinds.count(TrafficKind::Ping), 2);
        QCOMPARE(kinds.count(TrafficKind::Pong), 2);
        QCOMPARE(world.records().constFirst().direction, Direction::Sent);
        QCOMPARE(world.records().constFirst().peer, u"Guest 1"_s);
    }

    void endsWithTheTrueCode()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.send(Opcode::Close, "\x03\xF4"_ba + u"끝"_s.toUtf8());
        QTRY_COMPARE(fixture.member->info().readyState, ReadyState::Closing);
        const auto asTold = [&world] { return world.roster.members().constFirst().readyState; };
        QCOMPARE(asTold(), ReadyState::Closing);
        QCOMPARE(fixture.closed, 0);
        QVERIFY(!fixture.member->send(Opcode::Text, "late"));
        fixture.transport->end(TransportEnd::PeerEnded);
        QTRY_COMPARE(fixture.closed, 1);
        QCOMPARE(asTold(), ReadyState::Closing); // the listener's to tell
        QCOMPARE(fixture.member->info().close, (CloseStatus{CloseCode::ServiceRestart, u"끝"_s}));
        QVERIFY(fixture.member->info().closedAt > 0);
        QCOMPARE(world.records().constLast().kind, TrafficKind::Ended);
    }

    void isCut()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.member->abort();
        QVERIFY(fixture.transport->aborted);
        QCOMPARE(fixture.member->info().close.code, CloseCode::AbnormalClosure);
    }

    void isClosedIfItSpeaksTooFast_data()
    {
        QTest::addColumn<int>("messagesPerSecond");
        QTest::addColumn<int>("octetsPerSecond");
        QTest::addColumn<Opcode>("opcode");
        QTest::addColumn<Bound>("bound");
        QTest::newRow("messages") << 2 << 0 << Opcode::Text << Bound::MessageRate;
        QTest::newRow("pings") << 2 << 0 << Opcode::Ping << Bound::MessageRate;
        QTest::newRow("pongs") << 2 << 0 << Opcode::Pong << Bound::MessageRate;
        QTest::newRow("octets") << 0 << 20 << Opcode::Binary << Bound::OctetRate;
    }
    void isClosedIfItSpeaksTooFast()
    {
        QFETCH(const int, messagesPerSecond);
        QFETCH(const int, octetsPerSecond);
        QFETCH(const Opcode, opcode);
        QFETCH(const Bound, bound);
        MemberWorld world;
        MemberFixture fixture(world, 1, {}, u"/"_s, {}, {}, {messagesPerSecond, octetsPerSecond});
        constexpr int count = 50; // they arrive at once, in much less than twenty seconds
        const QByteArray frame = encodeFrame(opcode, "ten octets", MaskingKey{1, 2, 3, 4});
        fixture.transport->deliver(frame.repeated(count));
        QTRY_COMPARE(fixture.member->info().readyState, ReadyState::Closing);
        QVERIFY(fixture.received().constLast().startsWith("\x03\xF0too fast: "));
        QVERIFY(fixture.said.size() < count);
        QVERIFY(world.records().size() < count);
        fixture.transport->end(TransportEnd::PeerEnded);
        QTRY_COMPARE(fixture.closed, 1);
        QCOMPARE(fixture.member->info().exceeded, bound);
        QCOMPARE(fixture.member->info().closeSent, CloseCode::PolicyViolation);
        QCOMPARE(world.records().constLast().exceeded, bound);
    }

    void speaksAsFastAsItLikesByDefault()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        constexpr int count = 10'000;
        fixture.transport->deliver(encodeFrame(Opcode::Text, "x", MaskingKey{1, 2, 3, 4}).repeated(count));
        QTRY_COMPARE(fixture.said.size(), count);
    }

    void saysWhichBoundAFailureExceeded()
    {
        LinkPolicy policy;
        policy.limits.message.maxMessageSize = 3;
        MemberWorld world;
        MemberFixture fixture(world, 1, {}, u"/"_s, policy);
        fixture.send(Opcode::Text, "four");
        QTRY_COMPARE(fixture.member->info().readyState, ReadyState::Closing);
        fixture.member->abort();
        QCOMPARE(fixture.member->info().exceeded, Bound::MessageSize);
        QCOMPARE(fixture.member->info().closeSent, CloseCode::MessageTooBig);
    }

    void writesFailuresDown()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.transport->deliver("\x81\x01x");
        QTRY_COMPARE(world.records().size(), 2);
        QList<TrafficKind> kinds{world.records().at(0).kind, world.records().at(1).kind};
        QVERIFY(kinds.contains(TrafficKind::Failure));
        QVERIFY(kinds.contains(TrafficKind::Close));
    }
};

QTEST_GUILESS_MAIN(TestMember)
#include "tst_member.moc"
