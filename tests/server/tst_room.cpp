#include "memberfixture.h"
#include "server/room.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QString typeOf(const QByteArray &text)
{
    return json(text).value(u"type"_s).toString();
}

QString nameIn(const QByteArray &welcome)
{
    return json(welcome).value(u"you"_s).toObject().value(u"name"_s).toString();
}

/// Of the welcome that it got.
QJsonValue ticketOf(MemberFixture &member)
{
    return json(member.received().constFirst()).value(u"ticket"_s);
}

/// A room and its people.
struct World : MemberWorld
{
    Conversation conversation;
    Backlog backlog;
    QStringList named;
    Room room{u"/"_s,
              loop,
              traffic,
              {conversation, backlog, Tickets(), {10'000, 0}},
              [this](const Participant &member, const QString &former) {
                  named.append(former + " is now "_L1 + member.author().name);
              }};
    std::vector<std::unique_ptr<MemberFixture>> people;

    MemberFixture &enter(quint64 id, const QString &subprotocol = {},
                         const std::optional<DeflateParameters> &deflate = {})
    {
        people.push_back(
            std::make_unique<MemberFixture>(*this, id, subprotocol, u"/"_s, LinkPolicy(), deflate));
        MemberFixture &fixture = *people.back();
        Member &member = *fixture.member;
        fixture.onSaid = [this, &member](const Message &message) { room.receive(member, message); };
        fixture.onAnswered = [this, id] { room.introduceWhoIsBack(id); };
        room.enter(member);
        return fixture;
    }
    MemberFixture &introduce(quint64 id, const QString &name, const QJsonObject &further = {})
    {
        MemberFixture &fixture = enter(id, u"confab.v1"_s);
        QJsonObject hello = further;
        hello.insert(u"type"_s, u"hello"_s);
        hello.insert(u"name"_s, name);
        say(fixture, hello);
        return fixture;
    }
    /// Somebody with the ticket of a member that is still there.
    MemberFixture &comeBack(quint64 id, const QString &name, const QJsonValue &ticket)
    {
        return introduce(id, name, {{u"since"_s, 0}, {u"ticket"_s, ticket}});
    }
    static void say(MemberFixture &fixture, const QJsonObject &object)
    {
        fixture.send(Opcode::Text, QJsonDocument(object).toJson(QJsonDocument::Compact));
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestRoom : public QObject
{
    Q_OBJECT

private slots:
    void passesPlainMessagesOnVerbatim()
    {
        World world;
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
        World world;
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

    void welcomes()
    {
        World world;
        world.enter(3);
        MemberFixture &mina = world.introduce(7, u" Mina "_s);
        const QList<QByteArray> received = mina.received();
        QCOMPARE(received.size(), 1);
        const QJsonObject welcome = json(received.constFirst());
        QCOMPARE(welcome.value(u"type"_s).toString(), u"welcome"_s);
        QCOMPARE(welcome.value(u"you"_s).toObject(), (QJsonObject{{u"id"_s, 7}, {u"name"_s, u"Mina"_s}}));
        QCOMPARE(welcome.value(u"room"_s).toString(), u"/"_s);
        QCOMPARE(welcome.value(u"lastSeq"_s).toInt(-1), 0);
        QCOMPARE(welcome.value(u"members"_s).toArray(),
                 (QJsonArray{QJsonObject{{u"id"_s, 3}, {u"name"_s, u"Guest 3"_s}, {u"plain"_s, true}},
                             QJsonObject{{u"id"_s, 7}, {u"name"_s, u"Mina"_s}}}));
        QCOMPARE(mina.member->info().name, u"Mina"_s);
        QCOMPARE(world.room.count(), 2);
    }

    void replaysWhatAMemberMissed()
    {
        World world;
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
        World world;
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
        World world; // of 10,000 octets
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
        World world;
        MemberFixture jun(world, 2, u"confab.v1"_s);
        const auto greet = [&](Room &room, const QJsonObject &further) {
            jun.onSaid = [&](const Message &message) { room.receive(*jun.member, message); };
            room.enter(*jun.member);
            QJsonObject hello = further;
            hello.insert(u"type"_s, u"hello"_s);
            hello.insert(u"name"_s, u"Jun"_s);
            World::say(jun, hello);
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
        World world;
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
        World::say(jun, {{u"type"_s, u"hello"_s},
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
        World world;
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
            World::say(jun,
                       {{u"type"_s, u"hello"_s},
                        {u"name"_s, u"Jun"_s},
                        {u"since"_s, 10},
                        {u"ticket"_s, tickets.issue(u"/room/a"_s, {other.epoch - (goesOn ? 0 : 1), 0})}});
            QCOMPARE(json(jun.received().constFirst()).contains(u"since"_s), goesOn);
            room.leave(*jun.member, CloseCode::GoingAway);
        }
    }

    /// Who comes back before the server knows that its connection is lost is no second one of its name.
    void givesTheNameToWhoComesBack()
    {
        World world;
        MemberFixture &jun = world.introduce(1, u"Jun"_s);
        MemberFixture &lost = world.introduce(2, u"Mina"_s);
        const QJsonValue ticket = ticketOf(lost);
        jun.received();
        MemberFixture &again = world.comeBack(3, u"Mina"_s, ticket);
        QCOMPARE(lost.received(), QList<QByteArray>{QByteArray(8, '\0')}); // a Ping
        QCOMPARE(again.received(), QList<QByteArray>());
        QCOMPARE(world.room.count(), 2);
        world.say(jun, {{u"type"_s, u"say"_s}, {u"text"_s, u"meanwhile"_s}});

        world.room.leave(*lost.member, CloseCode::AbnormalClosure);
        const QList<QByteArray> received = again.received();
        QCOMPARE(received.size(), 2);
        QCOMPARE(nameIn(received.at(0)), u"Mina"_s);
        QVERIFY(received.at(1).contains("meanwhile"));
        const QList<QByteArray> heard = jun.received();
        QCOMPARE(heard.size(), 3);
        QVERIFY(heard.at(0).contains("meanwhile"));
        QCOMPARE(typeOf(heard.at(1)), u"left"_s);
        QCOMPARE(json(heard.at(1)).value(u"count"_s).toInt(), 1);
        QCOMPARE(typeOf(heard.at(2)), u"joined"_s);
        QCOMPARE(json(heard.at(2)).value(u"count"_s).toInt(), 2);
        QCOMPARE(world.named.last(), u"Guest 3 is now Mina"_s);

        // Its ticket names who it is now.
        MemberFixture &third = world.comeBack(4, u"Mina"_s, json(received.at(0)).value(u"ticket"_s));
        QCOMPARE(again.received().size(), 1);
        QCOMPARE(third.received(), QList<QByteArray>());
        world.room.leave(*again.member, CloseCode::AbnormalClosure);
        QCOMPARE(nameIn(third.received().at(0)), u"Mina"_s);
    }

    /// As with a tab that was duplicated.
    void leavesTheNameToWhoIsThere()
    {
        World world;
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        const QJsonValue ticket = ticketOf(mina);
        MemberFixture &other = world.comeBack(3, u"Mina"_s, ticket);
        MemberFixture &another = world.comeBack(4, u"Mina"_s, ticket);
        QCOMPARE(mina.received().size(), 1);  // asked once
        QCOMPARE(other.received().size(), 1); // as it is
        mina.send(Opcode::Pong, QByteArray(8, '\0'));
        QCOMPARE(nameIn(other.received().at(0)), u"Mina 2"_s);
        QCOMPARE(another.received(), QList<QByteArray>());
        other.send(Opcode::Pong, QByteArray(8, '\0'));
        QCOMPARE(nameIn(another.received().at(0)), u"Mina 3"_s);
        QCOMPARE(world.room.count(), 3);
        QCOMPARE(other.received().size(), 1); // that another has come
        mina.send(Opcode::Pong, QByteArray(8, '\0'));
        QCOMPARE(other.received(), QList<QByteArray>());
    }

    /// Who is lost again before its welcome comes back with the ticket that it had.
    void givesTheNameToWhoComesBackOnceMore()
    {
        World world;
        MemberFixture &lost = world.introduce(2, u"Mina"_s);
        const QJsonValue ticket = ticketOf(lost);
        MemberFixture &waits = world.comeBack(3, u"Mina"_s, ticket);
        MemberFixture &again = world.comeBack(4, u"Mina"_s, ticket);
        QCOMPARE(waits.received().size(), 1); // is asked, too
        world.room.leave(*lost.member, CloseCode::AbnormalClosure);
        QCOMPARE(nameIn(waits.received().at(0)), u"Mina"_s);
        QCOMPARE(again.received(), QList<QByteArray>());
        world.room.leave(*waits.member, CloseCode::AbnormalClosure);
        QCOMPARE(nameIn(again.received().at(0)), u"Mina"_s);

        // Welcomed, and lost before it knew.
        MemberFixture &third = world.comeBack(5, u"Mina"_s, ticket);
        QCOMPARE(third.received(), QList<QByteArray>());
        world.room.leave(*again.member, CloseCode::AbnormalClosure);
        QCOMPARE(nameIn(third.received().at(0)), u"Mina"_s);
        QCOMPARE(world.room.count(), 1);
    }

    void whoSaysMoreDoesNotWait_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("answers");
        QTest::newRow("a text") << u"say"_s << QStringList{u"welcome"_s, u"said"_s};
        QTest::newRow("a second hello") << u"hello"_s << QStringList{u"welcome"_s, u"error"_s};
        QTest::newRow("nothing that is known") << u"what"_s << QStringList{u"welcome"_s};
    }
    void whoSaysMoreDoesNotWait()
    {
        QFETCH(const QString, type);
        QFETCH(const QStringList, answers);
        World world;
        MemberFixture &lost = world.introduce(2, u"Mina"_s);
        MemberFixture &again = world.comeBack(3, u"Mina"_s, ticketOf(lost));
        world.say(again, {{u"type"_s, type}, {u"text"_s, u"at once"_s}});
        const QList<QByteArray> received = again.received();
        QStringList types;
        for (const QByteArray &text : received)
            types.append(typeOf(text));
        QCOMPARE(types, answers);
        QCOMPARE(nameIn(received.at(0)), u"Mina 2"_s);
        world.room.leave(*lost.member, CloseCode::AbnormalClosure);
        QCOMPARE(again.received().size(), 1); // that she left: no second welcome
    }

    void whoWaitsMayGo()
    {
        World world;
        MemberFixture &lost = world.introduce(2, u"Mina"_s);
        MemberFixture &again = world.comeBack(3, u"Mina"_s, ticketOf(lost));
        world.room.leave(*again.member, CloseCode::GoingAway);
        world.room.leave(*lost.member, CloseCode::AbnormalClosure);
        QCOMPARE(again.received(), QList<QByteArray>());
        QVERIFY(world.room.isEmpty());
    }

    /// A broadcast among plain members alone costs nothing more.
    void keepsNothingForPlainMembers()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        plain.send(Opcode::Text, "hi");
        QCoreApplication::processEvents();
        QVERIFY(!world.backlog.last(u"/"_s));
    }

    void completesNames()
    {
        World world;
        world.introduce(1, u"Mina"_s);
        MemberFixture &second = world.introduce(2, u"Mina"_s);
        MemberFixture &nameless = world.introduce(3, u"  "_s);
        QCOMPARE(json(second.received().constFirst()).value(u"you"_s).toObject().value(u"name"_s).toString(),
                 u"Mina 2"_s);
        QCOMPARE(
            json(nameless.received().constFirst()).value(u"you"_s).toObject().value(u"name"_s).toString(),
            u"Guest 3"_s);
        world.enter(4);
        // Whom nothing was given, or who has a name from the start, took none.
        QCOMPARE(world.named, (QStringList{u"Guest 1 is now Mina"_s, u"Guest 2 is now Mina 2"_s}));
    }

    void announcesComingAndGoing()
    {
        World world;
        MemberFixture &mina = world.introduce(1, u"Mina"_s);
        mina.received();
        MemberFixture &plain = world.enter(2);
        MemberFixture &silent = world.enter(3, u"confab.v1"_s); // says no hello: nobody hears of it
        MemberFixture &jun = world.introduce(4, u"Jun"_s);
        world.room.leave(*silent.member, CloseCode::GoingAway);
        world.room.leave(*plain.member, CloseCode::AbnormalClosure);
        const QList<QByteArray> received = mina.received();
        QCOMPARE(received.size(), 3);
        QCOMPARE(typeOf(received.at(0)), u"joined"_s);
        QCOMPARE(json(received.at(0)).value(u"member"_s).toObject(),
                 (QJsonObject{{u"id"_s, 2}, {u"name"_s, u"Guest 2"_s}, {u"plain"_s, true}}));
        QCOMPARE(json(received.at(0)).value(u"count"_s).toInt(), 2);
        QCOMPARE(json(received.at(1)).value(u"count"_s).toInt(), 3);
        QCOMPARE(typeOf(received.at(2)), u"left"_s);
        QCOMPARE(json(received.at(2)).value(u"count"_s).toInt(), 2);
        QCOMPARE(json(received.at(2)).value(u"code"_s).toInt(), 1006);
        QCOMPARE(typeOf(jun.received().constFirst()), u"welcome"_s); // not its own joined
        QVERIFY(plain.received().isEmpty());
        QVERIFY(silent.received().isEmpty());
    }

    void bridgesWhatIsSaid()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        MemberFixture &jun = world.introduce(3, u"Jun"_s);
        mina.received();
        jun.received();
        World::say(mina, {{u"type"_s, u"say"_s}, {u"text"_s, u"안녕"_s}, {u"id"_s, u"a1"_s}});
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
        World world;
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
        World world;
        world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        world.introduce(3, u"Jun"_s);
        world.log->clear();
        const quint64 before = world.log->lastNumber();
        World::say(mina, {{u"type"_s, u"say"_s}, {u"text"_s, u"hi"_s}, {u"id"_s, u"a1"_s}});
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
        World world;
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

    void answersWithErrors_data()
    {
        QTest::addColumn<bool>("introduced");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("no JSON") << true << "hello"_ba << u"bad-message"_s;
        QTest::newRow("no type") << true << "{}"_ba << u"bad-message"_s;
        QTest::newRow("no hello") << false << "{\"type\":\"say\",\"text\":\"a\"}"_ba << u"not-introduced"_s;
        QTest::newRow("second hello")
            << true << "{\"type\":\"hello\",\"name\":\"a\"}"_ba << u"already-introduced"_s;
        QTest::newRow("empty text") << true << "{\"type\":\"say\",\"text\":\"\"}"_ba << u"text-empty"_s;
        QTest::newRow("long text") << true
                                   << "{\"type\":\"say\",\"text\":\""_ba + QByteArray(65'537, 'x') + "\"}"
                                   << u"text-too-long"_s;
        QTest::newRow("unknown type") << true << "{\"type\":\"dance\"}"_ba << QString();
    }
    void answersWithErrors()
    {
        QFETCH(const bool, introduced);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, code);
        World world;
        MemberFixture &mina = introduced ? world.introduce(1, u"Mina"_s) : world.enter(1, u"confab.v1"_s);
        mina.received();
        mina.send(Opcode::Text, text);
        QCoreApplication::processEvents();
        const QList<QByteArray> received = mina.received();
        QCOMPARE(received.size(), code.isEmpty() ? 0 : 1);
        if (!received.isEmpty()) {
            QCOMPARE(typeOf(received.constFirst()), u"error"_s);
            QCOMPARE(json(received.constFirst()).value(u"code"_s).toString(), code);
        }
        QCOMPARE(mina.member->info().readyState, ReadyState::Open);
        QCOMPARE(world.conversation.lastNumber(), introduced ? 1u : 0u); // nothing was said
    }

    void refusesABinaryBeforeHello()
    {
        World world;
        MemberFixture &mina = world.enter(1, u"confab.v1"_s);
        mina.send(Opcode::Binary, "x");
        QCoreApplication::processEvents();
        QCOMPARE(json(mina.received().constFirst()).value(u"code"_s).toString(), u"not-introduced"_s);
    }

    void letsTheHostSpeak()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        mina.received();
        world.room.say(u"welcome all"_s);
        QCOMPARE(plain.received(), QList<QByteArray>{"Host: welcome all"});
        QCOMPARE(json(mina.received().constFirst()).value(u"from"_s).toObject().value(u"id"_s).toInt(-1), 0);
    }

    void keepsTheConversation()
    {
        World world;
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
        World world;
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

QTEST_GUILESS_MAIN(TestRoom)
#include "tst_room.moc"
