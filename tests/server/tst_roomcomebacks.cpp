#include "roomfixture.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// Members who come back before their former connection is known to be lost.
class TestRoomComebacks : public QObject
{
    Q_OBJECT

private slots:
    /// Who comes back before the server knows that its connection is lost is no second one of its name.
    void givesTheNameToWhoComesBack()
    {
        RoomWorld world;
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
        RoomWorld world;
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
        RoomWorld world;
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
        RoomWorld world;
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
        RoomWorld world;
        MemberFixture &lost = world.introduce(2, u"Mina"_s);
        MemberFixture &again = world.comeBack(3, u"Mina"_s, ticketOf(lost));
        world.room.leave(*again.member, CloseCode::GoingAway);
        world.room.leave(*lost.member, CloseCode::AbnormalClosure);
        QCOMPARE(again.received(), QList<QByteArray>());
        QVERIFY(world.room.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRoomComebacks)
#include "tst_roomcomebacks.moc"
