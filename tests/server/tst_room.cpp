#include "roomfixture.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestRoom : public QObject
{
    Q_OBJECT

private slots:
    void welcomes()
    {
        RoomWorld world;
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

    void completesNames()
    {
        RoomWorld world;
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
        RoomWorld world;
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
        RoomWorld world;
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
        RoomWorld world;
        MemberFixture &mina = world.enter(1, u"confab.v1"_s);
        mina.send(Opcode::Binary, "x");
        QCoreApplication::processEvents();
        QCOMPARE(json(mina.received().constFirst()).value(u"code"_s).toString(), u"not-introduced"_s);
    }
};

QTEST_GUILESS_MAIN(TestRoom)
#include "tst_room.moc"
