#include "keptmessages.h"
#include "memberfixture.h"
#include "server/history.h"
#include "server/room.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// What it was, in a word or two.
QString described(const QByteArray &message)
{
    const QJsonObject object = json(message);
    const QString type = object.value(u"type"_s).toString();
    if (type == "said"_L1)
        return object.value(u"text"_s).toString(u"binary"_s) + object.value(u"id"_s).toString();
    if (type == "joined"_L1 || type == "left"_L1)
        return type + u' ' + object.value(u"member"_s).toObject().value(u"name"_s).toString() + u' ' +
               QString::number(object.value(u"count"_s).toInt());
    return type.isEmpty() ? QString::fromUtf8(message) : type;
}

/// A room with a history. Nothing is passed on before history.finish(): the event loop does not turn.
struct World : MemberWorld
{
    QTemporaryDir folder;
    Conversation conversation;
    Backlog backlog;
    Tickets tickets;
    History history{folder.filePath(u"room.sqlite"_s), {}};
    std::optional<Room> room;
    std::vector<std::unique_ptr<MemberFixture>> people;

    explicit World(int newcomersMessages = 2)
    {
        history.open();
        room.emplace(
            u"/"_s, loop, traffic,
            RoomMemory{
                conversation, backlog, tickets, {ReplayBounds::defaultSize, newcomersMessages}, &history});
    }
    ~World() { history.finish(); }

    MemberFixture &enter(quint64 id, const QString &subprotocol = {})
    {
        people.push_back(std::make_unique<MemberFixture>(*this, id, subprotocol));
        MemberFixture &fixture = *people.back();
        fixture.onSaid = [this, &fixture](const Message &message) {
            room->receive(*fixture.member, message);
        };
        room->enter(*fixture.member);
        return fixture;
    }
    MemberFixture &introduce(quint64 id, const QString &name, const QJsonObject &further = {})
    {
        MemberFixture &fixture = enter(id, u"confab.v1"_s);
        QJsonObject hello = further;
        hello.insert(u"type"_s, u"hello"_s);
        hello.insert(u"name"_s, name);
        fixture.send(Opcode::Text, QJsonDocument(hello).toJson());
        return fixture;
    }
    static void say(MemberFixture &fixture, const QString &text, const QString &id = {})
    {
        fixture.send(
            Opcode::Text,
            QJsonDocument(QJsonObject{{u"type"_s, u"say"_s}, {u"text"_s, text}, {u"id"_s, id}}).toJson());
    }
    /// What a member got since the last call; of the event loop, only what the links want has its turn.
    QList<QByteArray> received(MemberFixture &fixture)
    {
        QCoreApplication::sendPostedEvents(&loop);
        return fixture.takeReceived();
    }
    QStringList heard(MemberFixture &fixture)
    {
        QStringList heard;
        const QList<QByteArray> messages = received(fixture);
        for (const QByteArray &message : messages)
            heard.append(described(message));
        return heard;
    }
};

} // namespace

class TestRoomHistory : public QObject
{
    Q_OBJECT

private slots:
    void nobodySeesWhatIsNotInTheFile()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        world.heard(mina);
        plain.send(Opcode::Text, "one");
        plain.send(Opcode::Binary, "\x01");
        World::say(mina, u"three"_s, u"!"_s);
        QCOMPARE(world.heard(plain), QStringList());
        QCOMPARE(world.heard(mina), QStringList());
        QCOMPARE(world.conversation.since(0, 100).constLast().message.kind, RoomMessage::Kind::Joined);
        world.history.finish();
        QCOMPARE(world.heard(plain), (QStringList{u"one"_s, u"\x01"_s, u"Mina: three"_s}));
        QCOMPARE(world.heard(mina), (QStringList{u"one"_s, u"binary"_s, u"\x01"_s, u"three!"_s}));
        QCOMPARE(world.conversation.since(0, 100).constLast().message.text, u"three"_s);
    }

    /// Whoever comes meanwhile is told of what was passed on by then, and hears the rest as it happens.
    void whoComesMeanwhileMissesNothing()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        plain.send(Opcode::Text, "one");
        world.history.finish();
        plain.send(Opcode::Text, "two");
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        const QList<QByteArray> greeted = world.received(mina);
        QCOMPARE(json(greeted.constFirst()).value(u"lastSeq"_s).toInt(), 1);
        QCOMPARE(json(greeted.constFirst()).value(u"history"_s).toBool(), true);
        QCOMPARE(described(greeted.at(1)), u"one"_s);
        QCOMPARE(greeted.size(), 2);
        world.history.finish();
        QCOMPARE(world.heard(mina), QStringList{u"two"_s});
    }

    void whoGoesMeanwhileHasSaidItBefore()
    {
        World world;
        MemberFixture &jun = world.introduce(1, u"Jun"_s);
        MemberFixture &mina = world.introduce(2, u"Mina"_s);
        World::say(mina, u"one"_s, u"!"_s); // whose own copy nobody is there to get
        world.room->leave(*mina.member, CloseCode::AbnormalClosure);
        MemberFixture &sora = world.introduce(3, u"Sora"_s);
        QCOMPARE(world.heard(jun), (QStringList{u"welcome"_s, u"joined Mina 2"_s, u"joined Sora 3"_s}));
        QCOMPARE(json(world.received(sora).constFirst()).value(u"members"_s).toArray().size(), 3);
        world.history.finish();
        QCOMPARE(world.heard(jun), (QStringList{u"one"_s, u"left Mina 2"_s}));
        QCOMPARE(world.heard(sora), (QStringList{u"one"_s, u"left Mina 2"_s}));
        // And where nothing waits, at once.
        world.room->leave(*sora.member, CloseCode::NormalClosure);
        QCOMPARE(world.heard(jun), QStringList{u"left Sora 1"_s});
    }

    /// While the others are told that somebody is here, nobody else is of that name.
    void aNameIsFreeWhenItsLastMessageIsSaid()
    {
        World world;
        MemberFixture &mina = world.introduce(1, u"Mina"_s);
        World::say(mina, u"one"_s);
        world.room->leave(*mina.member, CloseCode::AbnormalClosure);
        QCOMPARE(world.introduce(2, u"Mina"_s).member->author().name, u"Mina 2"_s);
        world.history.finish();
        QCOMPARE(world.introduce(3, u"Mina"_s).member->author().name, u"Mina"_s);
    }

    void isNotEmptyWhileSomethingWaits()
    {
        World world;
        MemberFixture &plain = world.enter(1);
        plain.send(Opcode::Text, "one");
        world.room->leave(*plain.member, CloseCode::NormalClosure);
        QVERIFY(!world.room->isEmpty());
        world.history.finish();
        QVERIFY(world.room->isEmpty());
    }

    void newcomersGetTheLastOfIt_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("heard");
        QTest::newRow("none") << 0 << QStringList();
        QTest::newRow("some") << 2 << QStringList{u"two"_s, u"three"_s};
        QTest::newRow("all") << 5 << QStringList{u"one"_s, u"two"_s, u"three"_s};
    }
    void newcomersGetTheLastOfIt()
    {
        QFETCH(const int, most);
        QFETCH(const QStringList, heard);
        World world(most);
        for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
            world.room->say(text);
        world.history.finish();
        MemberFixture &mina = world.introduce(1, u"Mina"_s);
        QCOMPARE(world.heard(mina), QStringList{u"welcome"_s} + heard);
        // Who comes back gets all of what is missing, whatever newcomers get.
        MemberFixture &jun = world.introduce(
            2, u"Jun"_s,
            {{u"since"_s, 1},
             {u"ticket"_s, world.tickets.issue(u"/"_s, {world.backlog.last(u"/"_s)->epoch, 0})}});
        QCOMPARE(world.heard(jun), (QStringList{u"welcome"_s, u"two"_s, u"three"_s}));
        QVERIFY(world.heard(mina).size() == 1);
    }

    /// However much that is, it is not more than takes a moment.
    void whoComesBackGetsTheNewest()
    {
        World world;
        for (int i = 0; i <= ReplayBounds::maxMessages; ++i)
            world.room->say(QString::number(i));
        world.history.finish();
        MemberFixture &mina = world.introduce(
            1, u"Mina"_s,
            {{u"since"_s, 0},
             {u"ticket"_s, world.tickets.issue(u"/"_s, {world.backlog.last(u"/"_s)->epoch, 0})}});
        QList<QByteArray> received = world.received(mina);
        const QJsonObject welcome = json(received.takeFirst());
        QCOMPARE(welcome.value(u"replayed"_s).toInt(), ReplayBounds::maxMessages);
        QCOMPARE(welcome.value(u"lastSeq"_s).toInt(), ReplayBounds::maxMessages + 1);
        QCOMPARE(received.size(), ReplayBounds::maxMessages);
        QCOMPARE(described(received.constFirst()), u"1"_s);
    }

    void aRoomGoesOnAfterARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"room.sqlite"_s);
        const RoomMessage before = keptText(41, u"before"_s);
        {
            History history(file, {});
            history.open();
            history.keep(before, [] {});
            history.finish();
        }
        History history(file, {});
        auto opened = history.open();
        MemberWorld members;
        Conversation conversation;
        Backlog backlog({}, std::get<KeptHistory>(std::move(opened)).messages);
        Room room(u"/"_s, members.loop, members.traffic, {conversation, backlog, Tickets(), {}, &history});
        room.say(u"after"_s);
        history.finish();
        QCOMPARE(backlog.last(u"/"_s)->seq, 42u);
        QVERIFY(backlog.last(u"/"_s)->epoch > before.epoch);
    }
};

QTEST_GUILESS_MAIN(TestRoomHistory)
#include "tst_roomhistory.moc"
