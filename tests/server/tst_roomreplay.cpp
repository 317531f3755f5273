#include "roomfixture.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// What is said again to members who come back.
class TestRoomReplay : public QObject
{
    Q_OBJECT

private slots:
    void replaysWhatAMemberMissed()
    {
        RoomWorld world;
        world.introduce(1, u"Jun"_s);
        MemberFixture &plain = world.enter(2);
        plain.send(Opcode::Text, "one");
        QCoreApplication::processEvents();
        MemberFixture &mina = world.introduce(3, u"Mina"_s);
        const QJsonObject first = json(mina.received().constFirst());
        QCOMPARE(first.value(u"lastSeq"_s).toInt(), 1);
        QCOMPARE(first.value(u"replayed"_s).toInt(-1), 0); // she has missed nothing
        QVERIFY(!first.contains(u"since"_s));
        QVERIFY(!first.contains(u"history"_s));
        world.room.leave(*mina.member, CloseCode::AbnormalClosure);
        plain.send(Opcode::Text, "\xEF\xBB\xBFtwo\0"_ba);
        plain.send(Opcode::Binary, "\x00\xFF"_ba);
        QCoreApplication::processEvents();

        MemberFixture &again =
            world.introduce(4, u"Mina"_s, {{u"since"_s, 1}, {u"ticket"_s, first.value(u"ticket"_s)}});
        plain.send(Opcode::Text, "four");
        QCoreApplication::processEvents();
        const QList<QByteArray> received = again.received();
        QCOMPARE(received.size(), 5);
        QCOMPARE(json(received.at(0)).value(u"lastSeq"_s).toInt(), 3);
        QCOMPARE(json(received.at(0)).value(u"replayed"_s).toInt(), 2);
        QCOMPARE(json(received.at(0)).value(u"since"_s).toInt(), 1);
        QCOMPARE(json(received.at(0)).value(u"epoch"_s), first.value(u"epoch"_s));
        QVERIFY(received.at(1).contains("\"seq\":2,"));
        QVERIFY(received.at(1).contains("\"text\":\"\\ufefftwo\\u0000\""));
        QCOMPARE(json(received.at(1)).value(u"from"_s).toObject().value(u"id"_s).toInt(), 2);
        QCOMPARE(json(received.at(2)).value(u"binary"_s).toObject().value(u"size"_s).toInt(), 2);
        QCOMPARE(received.at(3), "\x00\xFF"_ba);
        QCOMPARE(json(received.at(4)).value(u"text"_s).toString(), u"four"_s);
    }

    void replaysOnlyToWhoWasThere_data()
    {
        QTest::addColumn<QJsonObject>("asked");
        QTest::addColumn<int>("since");
        QTest::newRow("a first visit") << QJsonObject() << -1;
        QTest::newRow("no ticket") << QJsonObject{{u"since"_s, 0}} << -1;
        QTest::newRow("the ticket alone") << QJsonObject{{u"ticket"_s, u"@"_s}} << -1;
        QTest::newRow("another ticket") << QJsonObject{{u"since"_s, 0}, {u"ticket"_s, u"x"_s}} << -1;
        // Jun came after the second of five.
        QTest::newRow("from the beginning") << QJsonObject{{u"since"_s, 0}, {u"ticket"_s, u"@"_s}} << 2;
        QTest::newRow("all but one") << QJsonObject{{u"since"_s, 4}, {u"ticket"_s, u"@"_s}} << 4;
        QTest::newRow("nothing missed") << QJsonObject{{u"since"_s, 5}, {u"ticket"_s, u"@"_s}} << 5;
        QTest::newRow("from the future") << QJsonObject{{u"since"_s, 9}, {u"ticket"_s, u"@"_s}} << -1;
    }

    void replaysOnlyToWhoWasThere()
    {
        QFETCH(QJsonObject, asked);
        QFETCH(const int, since);
        RoomWorld world;
        world.introduce(1, u"Mina"_s);
        world.room.say(u"one"_s);
        world.room.say(u"two"_s);
        MemberFixture &jun = world.introduce(2, u"Jun"_s);
        const QJsonObject first = json(jun.received().constFirst());
        for (int i = 0; i < 3; ++i)
            world.room.say(u"hi"_s);
        world.room.leave(*jun.member, CloseCode::AbnormalClosure);
        if (asked.value(u"ticket"_s) == u"@"_s) // his own
            asked.insert(u"ticket"_s, first.value(u"ticket"_s));
        MemberFixture &second = world.introduce(3, u"Jun again"_s, asked);
        const QList<QByteArray> received = second.received();
        world.room.leave(*second.member, CloseCode::AbnormalClosure);
        const QJsonObject welcome = json(received.constFirst());
        QCOMPARE(welcome.value(u"since"_s).toInt(-1), since);
        QCOMPARE(welcome.value(u"replayed"_s).toInt(-1), since < 0 ? 0 : 5 - since);
        QCOMPARE(received.size(), 1 + welcome.value(u"replayed"_s).toInt());
        // The new ticket is as good as the first one.
        const QList<QByteArray> again =
            world.introduce(4, u"Jun"_s, {{u"since"_s, 0}, {u"ticket"_s, welcome.value(u"ticket"_s)}})
                .received();
        QCOMPARE(json(again.constFirst()).value(u"since"_s).toInt(-1), since < 0 ? 5 : 2);
    }

    /// The newest, without a gap among them: what does not fit is told by the numbers.
    void replaysNoMoreThanItsBound()
    {
        RoomWorld world; // of 10,000 octets
        MemberFixture &mina = world.introduce(1, u"Mina"_s);
        const QJsonValue ticket = json(mina.received().constFirst()).value(u"ticket"_s);
        mina.send(Opcode::Binary, "small");
        mina.send(Opcode::Binary, QByteArray(8'000, 'x'));
        mina.send(Opcode::Binary, QByteArray(3'000, 'y'));
        mina.send(Opcode::Binary, QByteArray(500, 'z'));
        QCoreApplication::processEvents();
        world.room.leave(*mina.member, CloseCode::AbnormalClosure);
        const QList<QByteArray> received =
            world.introduce(2, u"Jun"_s, {{u"since"_s, 0}, {u"ticket"_s, ticket}}).received();
        const QJsonObject welcome = json(received.constFirst());
        QCOMPARE(welcome.value(u"lastSeq"_s).toInt(), 4);
        QCOMPARE(welcome.value(u"replayed"_s).toInt(), 2);
        QCOMPARE(received.size(), 5);
        QCOMPARE(received.at(2).size(), 3'000);
        QCOMPARE(received.at(4).size(), 500);
    }

    /// Of a room that everyone has left the numbers go on, as long as anything is kept of it.
    void goesOnWhereItEnded()
    {
        const Tickets tickets;
        RoomWorld world;
        MemberFixture jun(world, 2, u"confab.v1"_s);
        const auto greet = [&](Room &room, const QJsonObject &further) {
            jun.onSaid = [&](const Message &message) { room.receive(*jun.member, message); };
            room.enter(*jun.member);
            QJsonObject hello = further;
            hello.insert(u"type"_s, u"hello"_s);
            hello.insert(u"name"_s, u"Jun"_s);
            RoomWorld::say(jun, hello);
            const QJsonObject welcome = json(jun.received().constFirst());
            room.leave(*jun.member, CloseCode::NormalClosure);
            return welcome;
        };
        const RoomMemory memory{world.conversation, world.backlog, tickets};
        Room first(u"/room/a"_s, world.loop, world.traffic, memory);
        const QJsonObject before = greet(first, {});
        first.say(u"hi"_s);
        const QJsonObject asked{{u"since"_s, 1}, {u"ticket"_s, before.value(u"ticket"_s)}};

        Room again(u"/room/a"_s, world.loop, world.traffic, memory);
        const QJsonObject after = greet(again, asked);
        QVERIFY(after.value(u"epoch"_s).toInteger() > before.value(u"epoch"_s).toInteger());
        QCOMPARE(after.value(u"lastSeq"_s).toInt(), 1);
        QCOMPARE(after.value(u"since"_s).toInt(), 1);
        Room other(u"/room/b"_s, world.loop, world.traffic, memory);
        const QJsonObject elsewhere = greet(other, asked);
        QVERIFY(!elsewhere.contains(u"since"_s));
        QCOMPARE(elsewhere.value(u"lastSeq"_s).toInt(-1), 0);
    }

    /// What was seen and then lost, as by a power cut, has given its numbers to something else.
    void doesNotGoOnFromWhatWasLost_data()
    {
        QTest::addColumn<int>("since");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("from before") << 1 << true;
        QTest::newRow("from the last that is left") << 2 << true;
        QTest::newRow("from a number that something else has") << 3 << false;
        QTest::newRow("from one that nothing has yet") << 5 << false;
    }

    void doesNotGoOnFromWhatWasLost()
    {
        QFETCH(const int, since);
        QFETCH(const bool, goesOn);
        const Tickets tickets;
        const qint64 epoch = 1'767'225'600'000;
        RoomWorld world;
        RoomMessage kept;
        kept.room = u"/room/a"_s;
        kept.epoch = epoch;
        for (kept.seq = 1; kept.seq <= 2; ++kept.seq)
            world.backlog.append(kept);
        Room room(u"/room/a"_s, world.loop, world.traffic, {world.conversation, world.backlog, tickets});
        room.say(u"three"_s);
        room.say(u"four"_s);
        MemberFixture jun(world, 2, u"confab.v1"_s);
        jun.onSaid = [&](const Message &message) { room.receive(*jun.member, message); };
        room.enter(*jun.member);
        RoomWorld::say(jun, {{u"type"_s, u"hello"_s},
                             {u"name"_s, u"Jun"_s},
                             {u"since"_s, since},
                             {u"ticket"_s, tickets.issue(u"/room/a"_s, {epoch, 0})}});
        const QList<QByteArray> received = jun.received();
        const QJsonObject welcome = json(received.constFirst());
        QCOMPARE(welcome.contains(u"since"_s), goesOn);
        QCOMPARE(welcome.value(u"replayed"_s).toInt(), goesOn ? 4 - since : 0);
        if (since != 1)
            return;
        QCOMPARE(json(received.at(1)).value(u"epoch"_s).toInteger(), epoch); // whose members' numbers it has
        QVERIFY(!json(received.at(2)).contains(u"epoch"_s));
    }

    /// Nor from what is not kept any more, if what is left is of a later run.
    void doesNotGoOnFromWhatIsNotKept()
    {
        const Tickets tickets;
        RoomWorld world;
        RoomMessage other;
        other.room = u"/room/a"_s;
        other.epoch = 1'767'225'600'000;
        other.seq = 11;
        world.backlog.append(other);
        Room room(u"/room/a"_s, world.loop, world.traffic, {world.conversation, world.backlog, tickets});
        MemberFixture jun(world, 2, u"confab.v1"_s);
        jun.onSaid = [&](const Message &message) { room.receive(*jun.member, message); };
        for (const bool goesOn : {true, false}) {
            room.enter(*jun.member);
            RoomWorld::say(jun,
                           {{u"type"_s, u"hello"_s},
                            {u"name"_s, u"Jun"_s},
                            {u"since"_s, 10},
                            {u"ticket"_s, tickets.issue(u"/room/a"_s, {other.epoch - (goesOn ? 0 : 1), 0})}});
            QCOMPARE(json(jun.received().constFirst()).contains(u"since"_s), goesOn);
            room.leave(*jun.member, CloseCode::GoingAway);
        }
    }
};

QTEST_GUILESS_MAIN(TestRoomReplay)
#include "tst_roomreplay.moc"
