#include "doorfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    std::shared_ptr<TrafficLog> log = std::make_shared<TrafficLog>();
    TrafficWriter traffic{log};
    Roster roster;
    Conversation conversation;
    Backlog backlog;
    Lobby lobby{LinkPolicy(), traffic, roster, {conversation, backlog}};
    QSignalSpy joined{&lobby, &Lobby::memberJoined};
    QSignalSpy named{&lobby, &Lobby::memberNamed};
    QSignalSpy left{&lobby, &Lobby::memberLeft};
    QSignalSpy emptied{&lobby, &Lobby::emptied};

    bool has(quint64 id)
    {
        bool found = false;
        lobby.withMember(id, [&found](Member &) { found = true; });
        return found;
    }
    void admit(SocketPair &pair, quint64 id, const QString &room, const QString &subprotocol = {})
    {
        Admission admission{std::make_unique<SocketTransport>(std::move(pair.accepted)), {}};
        admission.info.id = id;
        admission.info.room = room;
        admission.info.subprotocol = subprotocol;
        lobby.admit(admission);
    }
};

} // namespace

class TestLobby : public QObject
{
    Q_OBJECT

private slots:
    void bringsMembersTogether()
    {
        World world;
        SocketPair a;
        SocketPair b;
        SocketPair c;
        world.admit(a, 1, u"/room/x"_s);
        world.admit(b, 2, u"/room/x"_s);
        world.admit(c, 3, u"/"_s);
        QCOMPARE(world.joined.size(), 3);
        QCOMPARE(world.joined.constLast().at(1).toInt(), 3);
        QCOMPARE(world.lobby.count(), 3);
        QCOMPARE(world.roster.liveCount(), 3);
        a.peer.sendFrame(Opcode::Text, "hi");
        QCOMPARE(b.peer.readFrame().payload, "hi"_ba);
        world.lobby.say(u"/"_s, u"main"_s);
        QCOMPARE(c.peer.readFrame().payload, "Host: main"_ba);
        world.lobby.say(u"/room/nobody"_s, u"to myself"_s);
        const auto said = world.conversation.since(0, 10);
        QCOMPARE(said.size(), 6); // with those who joined
        QCOMPARE(said.constLast().message.text, u"to myself"_s);
        QCOMPARE(said.constLast().message.room, u"/room/nobody"_s);
        QVERIFY(world.has(2));
        QVERIFY(!world.has(9));
    }

    void keepsEchoesApart()
    {
        World world;
        SocketPair a;
        SocketPair b;
        world.admit(a, 1, u"/"_s, u"echo"_s);
        world.admit(b, 2, u"/"_s);
        a.peer.sendFrame(Opcode::Text, "mine");
        QCOMPARE(a.peer.readFrame().payload, "mine"_ba);
        b.peer.sendFrame(Opcode::Text, "ours");
        QCOMPARE(b.peer.readFrame().payload, "ours"_ba);
        QCOMPARE(world.joined.constLast().at(1).toInt(), 2); // counted all the same
    }

    void dropsAnEmptyRoom()
    {
        World world;
        SocketPair first;
        world.admit(first, 1, u"/room/x"_s);
        first.peer.sendFrame(Opcode::Text, "one");
        QVERIFY(first.peer.readFrame().valid);
        QCOMPARE(world.conversation.since(0, 10).constLast().message.seq, 1u);
        first.peer.sendClose({});
        QTRY_COMPARE(world.left.size(), 1);
        QCOMPARE(world.emptied.size(), 1);
        QCOMPARE(world.left.constFirst().constFirst().value<MemberInfo>().close.code,
                 CloseCode::NoStatusReceived);
        SocketPair second;
        world.admit(second, 2, u"/room/x"_s);
        second.peer.sendFrame(Opcode::Text, "two");
        QVERIFY(second.peer.readFrame().valid);
        QCOMPARE(world.conversation.since(0, 10).constLast().message.seq, 1u); // it counts anew
    }

    void tellsWhoTookAName()
    {
        World world;
        SocketPair mina;
        SocketPair guest;
        world.admit(mina, 1, u"/room/x"_s, u"confab.v1"_s);
        world.admit(guest, 2, u"/room/x"_s, u"confab.v1"_s);
        mina.peer.sendFrame(Opcode::Text, R"({"type":"hello","name":"Mina"})");
        QVERIFY(mina.peer.readFrame().valid);
        QCOMPARE(world.named.size(), 1);
        const auto info = world.named.constFirst().constFirst().value<MemberInfo>();
        QCOMPARE(info.id, 1u);
        QCOMPARE(info.name, u"Mina"_s);
        QCOMPARE(info.room, u"/room/x"_s);
        QCOMPARE(world.named.constFirst().at(1).toString(),
                 world.joined.constFirst().constFirst().value<MemberInfo>().name);
        QCOMPARE(world.named.constFirst().at(2).toInt(), 2);
    }

    void keepsTheRosterTrue()
    {
        World world;
        SocketPair a;
        world.admit(a, 1, u"/"_s);
        const auto info = [&world] { return world.roster.members().constFirst(); };
        QCOMPARE(info().readyState, ReadyState::Open);
        QCOMPARE(info().name, u"Guest 1"_s);
        a.peer.sendFrame(Opcode::Text, "hi");
        QTRY_COMPARE(info().messagesReceived, 1u);
        QTRY_COMPARE(info().octetsSent, 2u);
        // Also of what goes by itself.
        a.peer.socket().setReadBufferSize(1);
        const QByteArray much(15 * 1024 * 1024, 'x'); // more than the system takes
        world.lobby.withMember(1, [&much](Member &member) { member.send(Opcode::Binary, much); });
        QTRY_VERIFY(info().bufferedAmount > 0);
        QCOMPARE(info().octetsSent, 15'728'642u);
        a.peer.socket().setReadBufferSize(0);
        QCOMPARE(a.peer.readFrame(Opcode::Binary).payload, much);
        QTRY_COMPARE(info().bufferedAmount, 0);
        world.lobby.closeAll({CloseCode::GoingAway, {}});
        QCOMPARE(info().readyState, ReadyState::Closing);
        world.lobby.cutAll();
        QCOMPARE(info().readyState, ReadyState::Closed);
        QTRY_COMPARE(world.left.size(), 1);
        QCOMPARE(world.left.constFirst().at(1).toInt(), 0);
        QVERIFY(!world.has(1));
    }
};

QTEST_GUILESS_MAIN(TestLobby)
#include "tst_lobby.moc"
