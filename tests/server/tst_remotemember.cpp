#include "server/remotemember.h"

#include "server/broadcasts.h"
#include "shardfixture.h"

#include <vector>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World : ShardWorld
{
    LinkLoop loop;
    RemoteShard shard{2, {policy, {}, log, roster, *this, [] {}}};
    Broadcasts broadcasts{loop, traffic};

    std::unique_ptr<RemoteMember> admit(SocketPair &pair, quint64 id, const QString &subprotocol = {},
                                        std::shared_ptr<const void> place = {})
    {
        const MemberInfo info = memberInfo(id, subprotocol);
        const auto passing = takeConnection(pair);
        shard.post([passing, info](Shard &there) { there.admit(*passing, info, {}); });
        return std::make_unique<RemoteMember>(info, std::nullopt, shard, loop, std::move(place));
    }
};

struct TurnSpy final : TurnBatch
{
    int settled = 0;
    void settle() override { ++settled; }
};

} // namespace

class TestRemoteMember : public QObject
{
    Q_OBJECT

private slots:
    void standsForTheMember()
    {
        World world;
        SocketPair a;
        const auto member = world.admit(a, 1, u"confab.v1"_s);
        QCOMPARE(member->id(), 1u);
        QCOMPARE(member->behaviour(), Participant::Behaviour::Structured);
        QCOMPARE(member->here(), nullptr);
        QCOMPARE(member->elsewhere(), member.get());
        QCOMPARE(world.shard.memberCount(), 1);
        QCOMPARE(member->author().name, u"Guest 1"_s);
        QVERIFY(!member->author().plain);
        member->setName(u"Mina"_s);
        QCOMPARE(member->author().name, u"Mina"_s);
        const auto shown = [&world] { return world.roster.members().value(0).name; };
        QTRY_COMPARE(shown(), u"Mina"_s);
    }

    void asksWhetherItIsThere()
    {
        World world;
        SocketPair a;
        const auto member = world.admit(a, 1);
        member->probe();
        const RawPeer::Frame ping = a.peer.readFrame();
        QCOMPARE(ping.opcode, Opcode::Ping);
        QVERIFY(world.answered.isEmpty());
        a.peer.sendFrame(Opcode::Pong, ping.payload);
        QTRY_COMPARE(world.answered, QList<quint64>{1});
    }

    void keepsTheOrderOfAllThatItIsTold()
    {
        World world;
        SocketPair a;
        SocketPair b;
        const auto member = world.admit(a, 1, u"confab.v1"_s);
        const auto other = world.admit(b, 2, u"confab.v1"_s);
        world.broadcasts.enter(Audience::Structured, *member);
        world.broadcasts.enter(Audience::Structured, *other);
        QVERIFY(member->send(Opcode::Text, "1"));
        world.broadcasts.add(Audience::Structured, Opcode::Text, "2");
        world.broadcasts.add(Audience::Structured, Opcode::Text, "3", {member.get(), "3, own"});
        member->send(Opcode::Text, "4");
        world.broadcasts.add(Audience::Plain, Opcode::Text, "not for it");
        world.broadcasts.add(Audience::Everyone, Opcode::Text, "5");
        world.broadcasts.leave(Audience::Structured, *member);
        world.broadcasts.add(Audience::Everyone, Opcode::Text, "gone");
        member->tell([](Member &there) { there.close({CloseCode::GoingAway, {}}); });
        for (const char *expected : {"1", "2", "3, own", "4", "5", "\x03\xE9"})
            QCOMPARE(a.peer.readFrame().payload, QByteArray(expected));
        for (const char *expected : {"2", "3", "5", "gone"})
            QCOMPARE(b.peer.readFrame().payload, QByteArray(expected));
        // All had one record, those who got it on the other thread included.
        QTRY_COMPARE(world.log->since(0, 100).size(), 2 + 4 + 1);
        for (const TrafficRecord &record : world.log->since(0, 100)) {
            if (record.payload == "2" || record.payload == "3" || record.payload == "5")
                QCOMPARE(record.recipients, 2u);
        }
    }

    void ownCopiesOfMuchAreHandedOutEarly()
    {
        constexpr int count = 20;
        World world;
        std::vector<SocketPair> pairs(count);
        std::vector<std::unique_ptr<RemoteMember>> members;
        for (SocketPair &pair : pairs) {
            members.push_back(world.admit(pair, members.size() + 1, u"confab.v1"_s));
            world.broadcasts.enter(Audience::Structured, *members.back());
        }
        const QByteArray text(Broadcasts::maxOwnCopies / (count * count) + 1, 'x');
        QVERIFY(count * text.size() < Broadcasts::maxCollected);
        TurnSpy turn;
        world.loop.collect(turn);
        for (const auto &member : members) {
            QCOMPARE(turn.settled, 0);
            world.broadcasts.add(Audience::Structured, Opcode::Text, text, {member.get(), "own " + text});
        }
        QCOMPARE(turn.settled, 1); // as everything that was collected
        for (int reader = 0; reader < count; ++reader) {
            for (int author = 0; author < count; ++author)
                QVERIFY(pairs[reader].peer.readFrame().payload == (author == reader ? "own " + text : text));
        }
    }

    void givesUpItsPlaceHere()
    {
        World world;
        SocketPair a;
        const auto place = std::make_shared<int>(1);
        auto member = world.admit(a, 1, {}, place);
        QCOMPARE(place.use_count(), 2);
        member.reset();
        QCOMPARE(place.use_count(), 1);
        QCOMPARE(world.shard.memberCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRemoteMember)
#include "tst_remotemember.moc"
