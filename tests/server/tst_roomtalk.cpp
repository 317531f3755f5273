#include "roomfixture.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// What is said in a room, and who gets it in which form.
class TestRoomTalk : public QObject
{
    Q_OBJECT

private slots:
    void passesPlainMessagesOnVerbatim()
    {
        RoomWorld world;
        MemberFixture &a = world.enter(1);
        MemberFixture &b = world.enter(2);
        a.send(Opcode::Text, "\xEF\xBB\xBF hi\0"_ba);
        b.send(Opcode::Binary, "\x00\xFF"_ba);
        QCoreApplication::processEvents();
        const QList<QByteArray> expected{"\xEF\xBB\xBF hi\0"_ba, "\x00\xFF"_ba};
        QCOMPARE(a.received(), expected);
        QCOMPARE(b.received(), expected);
        QList<TrafficRecord> sent = world.records();
        sent.removeIf([](const TrafficRecord &record) { return record.direction == Direction::Received; });
        QCOMPARE(sent.size(), 2); // no presence, no JSON for nobody
        QCOMPARE(sent.constFirst().recipients, 2u);
    }

    void compressesOnceForEachWindow()
    {
        RoomWorld world;
        const DeflateParameters large{.serverNoContextTakeover = true};
        const DeflateParameters small{.serverNoContextTakeover = true, .serverMaxWindowBits = 9};
        MemberFixture &plain = world.enter(1);
        const QList<MemberFixture *> deflating{&world.enter(2, {}, large), &world.enter(3, {}, large)};
        MemberFixture &smaller = world.enter(4, {}, small);
        QByteArray text;
        for (int i = 0; i < 1'000; ++i)
            text += QByteArray::number(i % 250) + ", ";
        plain.send(Opcode::Text, text);
        QCoreApplication::processEvents();
        SharedMessage expected(Opcode::Text, text);
        QCOMPARE(plain.transport->written, expected.frameFor({}));
        for (const MemberFixture *member : deflating)
            QCOMPARE(member->transport->written, expected.frameFor(15));
        QCOMPARE(smaller.transport->written, expected.frameFor(9));

        const QList<quint64> wireSizes{quint64(text.size()), payloadSizeOf(expected.frameFor(15)),
                                       payloadSizeOf(expected.frameFor(9))};
        const TrafficRecord record = world.records().constLast();
        QCOMPARE(record.size, quint64(text.size()));
        QCOMPARE(record.wireSize, (wireSizes.at(0) + 2 * wireSizes.at(1) + wireSizes.at(2)) / 4);
        QVERIFY(wireSizes.at(1) < wireSizes.at(2));
    }

    /// A broadcast among plain members alone costs nothing more.
    void keepsNothingForPlainMembers()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        plain.send(Opcode::Text, "hi");
        QCoreApplication::processEvents();
        QVERIFY(!world.backlog.last(u"/"_s));
    }

    void bridgesWhatIsSaid()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        MemberFixture &jun = world.introduce(3, u"Jun"_s);
        mina.received();
        jun.received();
        RoomWorld::say(mina, {{u"type"_s, u"say"_s}, {u"text"_s, u"안녕"_s}, {u"id"_s, u"a1"_s}});
        QCOMPARE(plain.received(), QList<QByteArray>{u"Mina: 안녕"_s.toUtf8()});
        const QJsonObject own = json(mina.received().constFirst());
        QCOMPARE(own.value(u"id"_s).toString(), u"a1"_s);
        const QJsonObject others = json(jun.received().constFirst());
        QVERIFY(!others.contains(u"id"_s));
        QCOMPARE(others.value(u"text"_s).toString(), u"안녕"_s);
        QCOMPARE(others.value(u"seq"_s).toInt(), 1);
        QCOMPARE(others.value(u"seq"_s), own.value(u"seq"_s));
        QCOMPARE(others.value(u"from"_s).toObject(), (QJsonObject{{u"id"_s, 2}, {u"name"_s, u"Mina"_s}}));

        plain.send(Opcode::Text, "plain words");
        QCoreApplication::processEvents();
        QCOMPARE(plain.received(), QList<QByteArray>{"plain words"});
        const QJsonObject wrapped = json(jun.received().constFirst());
        QCOMPARE(wrapped.value(u"text"_s).toString(), u"plain words"_s);
        QCOMPARE(wrapped.value(u"seq"_s).toInt(), 2);
        QCOMPARE(wrapped.value(u"from"_s).toObject().value(u"plain"_s).toBool(), true);
    }

    void keepsAByteOrderMark()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        mina.received();
        plain.send(Opcode::Text, "\xEF\xBB\xBFhello");
        QCoreApplication::processEvents();
        const QByteArray said = mina.received().constFirst();
        QVERIFY2(said.contains("\"text\":\"\\ufeffhello\""), said.constData());
        QCOMPARE(world.conversation.since(0, 10).constLast().message.text, u"\uFEFFhello"_s);
    }

    void writesASayDownOncePerForm()
    {
        RoomWorld world;
        world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        world.introduce(3, u"Jun"_s);
        world.log->clear();
        const quint64 before = world.log->lastNumber();
        RoomWorld::say(mina, {{u"type"_s, u"say"_s}, {u"text"_s, u"hi"_s}, {u"id"_s, u"a1"_s}});
        QList<TrafficRecord> sent = world.log->since(before, 100);
        sent.removeIf([](const TrafficRecord &record) { return record.direction == Direction::Received; });
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.at(0).payload, "Mina: hi"_ba);
        QCOMPARE(sent.at(0).recipients, 1u);
        QCOMPARE(typeOf(sent.at(1).payload), u"said"_s);
        QCOMPARE(sent.at(1).recipients, 2u);
    }

    void announcesBinaries()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        mina.received();
        mina.send(Opcode::Binary, "\x01\x02\x03"_ba);
        QCoreApplication::processEvents();
        const QList<QByteArray> received = mina.received();
        QCOMPARE(received.size(), 2);
        QCOMPARE(json(received.at(0)).value(u"binary"_s).toObject().value(u"size"_s).toInt(), 3);
        QVERIFY(!json(received.at(0)).contains(u"text"_s));
        QCOMPARE(received.at(1), "\x01\x02\x03"_ba);
        QCOMPARE(plain.received(), QList<QByteArray>{"\x01\x02\x03"_ba});
    }

    void letsTheHostSpeak()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        mina.received();
        world.room.say(u"welcome all"_s);
        QCOMPARE(plain.received(), QList<QByteArray>{"Host: welcome all"});
        QCOMPARE(json(mina.received().constFirst()).value(u"from"_s).toObject().value(u"id"_s).toInt(-1), 0);
    }

    void keepsTheConversation()
    {
        RoomWorld world;
        MemberFixture &plain = world.enter(1);
        plain.send(Opcode::Text, "text");
        plain.send(Opcode::Binary, "binary");
        QCoreApplication::processEvents();
        world.room.leave(*plain.member, CloseCode::NormalClosure);
        QVERIFY(world.room.isEmpty());
        const QList<Conversation::Entry> entries = world.conversation.since(0, 100);
        QList<RoomMessage::Kind> kinds;
        for (const Conversation::Entry &entry : entries)
            kinds.append(entry.message.kind);
        QCOMPARE(kinds, (QList<RoomMessage::Kind>{RoomMessage::Kind::Joined, RoomMessage::Kind::Text,
                                                  RoomMessage::Kind::Binary, RoomMessage::Kind::Left}));
        QCOMPARE(entries.at(2).message.seq, 2u);
        QCOMPARE(entries.at(3).message.closeCode, CloseCode::NormalClosure);
        QCOMPARE(entries.at(3).message.count, 0);
    }

    void hasOneOrderForEveryone()
    {
        RoomWorld world;
        QList<MemberFixture *> people;
        for (quint64 id = 1; id <= 4; ++id)
            people.append(&world.enter(id));
        for (int round = 0; round < 20; ++round) {
            for (MemberFixture *person : people)
                person->send(Opcode::Text,
                             QByteArray::number(round) + ' ' + QByteArray::number(person->member->id()));
        }
        QCoreApplication::processEvents();
        const QList<QByteArray> first = people.constFirst()->received();
        QCOMPARE(first.size(), 80);
        for (qsizetype i = 1; i < people.size(); ++i)
            QCOMPARE(people.at(i)->received(), first);
    }
};

QTEST_GUILESS_MAIN(TestRoomTalk)
#include "tst_roomtalk.moc"
