#include "memberfixture.h"
#include "server/broadcasts.h"
#include "tests/core/link/noring.h"

#include <QTest>

#include <array>
#include <new>

using namespace confab;
using namespace Qt::StringLiterals;
using Audience = Broadcasts::Audience;

namespace {

struct World : MemberWorld
{
    Broadcasts broadcasts{loop, traffic};

    void enter(Audience group, const QList<Member *> &members)
    {
        for (Member *member : members)
            broadcasts.enter(group, *member);
    }
};

} // namespace

class TestBroadcasts : public QObject
{
    Q_OBJECT

private slots:
    void handsOutATurnAsOnePiece()
    {
        World world;
        MemberFixture a(world, 1);
        MemberFixture b(world, 2);
        world.enter(Audience::Plain, {a.member.get(), b.member.get()});
        for (int i = 0; i < 16; ++i)
            world.broadcasts.add(Audience::Plain, Opcode::Text, "hi");
        QVERIFY(a.transport->written.isEmpty());
        QTRY_COMPARE(a.transport->written, "\x81\x02hi"_ba.repeated(16));
        QCOMPARE(b.transport->written, a.transport->written);
        QCOMPARE(a.transport->writeCalls, 1);
        QCOMPARE(a.member->info().messagesSent, 16u);
        QCOMPARE(a.member->info().octetsSent, 32u);
        const QList<TrafficRecord> records = world.records();
        QCOMPARE(records.size(), 16); // one each, whoever got it
        QCOMPARE(records.constFirst().recipients, 2u);
        QCOMPARE(records.constFirst().wireSize, 2u);
    }

    void sharesWhatIsLargeWithMany_data()
    {
        QTest::addColumn<int>("members");
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("shared");
        const int many = int(SharedOctets::minReceivers);
        const int large = int(SharedOctets::minSize);
        QTest::newRow("large, to many") << many << large << 1;
        QTest::newRow("not so large") << many << large - 20 << 0;
        QTest::newRow("not so many") << many - 1 << large << 0;
    }
    void sharesWhatIsLargeWithMany()
    {
        QFETCH(const int, members);
        QFETCH(const int, size);
        QFETCH(const int, shared);
        World world;
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        for (int i = 0; i < members; ++i) {
            // Every other one takes compressed messages: two pieces, by turns.
            const auto deflate = i % 2 ? std::optional<DeflateParameters>(DeflateParameters{}) : std::nullopt;
            fixtures.push_back(std::make_unique<MemberFixture>(world, quint64(i + 1), QString(), u"/"_s,
                                                               LinkPolicy(), deflate));
            world.enter(Audience::Plain, {fixtures.back()->member.get()});
        }
        QByteArray payload; // which does not compress
        for (quint32 i = 0; payload.size() < size; ++i)
            payload += char(qHash(i) >> 7);
        world.broadcasts.add(Audience::Plain, Opcode::Binary, payload);
        world.broadcasts.add(Audience::Plain, Opcode::Text, "behind it");
        QTRY_VERIFY(!fixtures.back()->transport->written.isEmpty());
        const QByteArray frames =
            encodeFrame(Opcode::Binary, payload) + encodeFrame(Opcode::Text, "behind it");
        for (const auto &fixture : fixtures) {
            QCOMPARE(fixture->transport->writeCalls, 1);
            QCOMPARE(fixture->transport->sharedWrites, shared);
        }
        QVERIFY(fixtures[0]->transport->written == frames);
        QVERIFY(!SharedOctets::of(fixtures[0]->transport->written)); // over with the turn
    }

    /// All but who has a copy of its own.
    void offersAheadWhatMostGet()
    {
        World world;
        if (!world.loop.sendRing())
            QSKIP(noRing);
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        for (quint64 id = 1; id <= 6; ++id) {
            // Every other one takes compressed messages.
            const auto deflate =
                id % 2 ? std::optional<DeflateParameters>(DeflateParameters{}) : std::nullopt;
            fixtures.push_back(
                std::make_unique<MemberFixture>(world, id, u"confab.v1"_s, u"/"_s, LinkPolicy(), deflate));
            world.enter(Audience::Structured, {fixtures.back()->member.get()});
        }
        const QByteArray text = "what most of them get "_ba.repeated(10);
        world.broadcasts.add(Audience::Structured, Opcode::Text, text, {fixtures[2]->member.get(), "own"});
        QTRY_VERIFY(!fixtures.back()->transport->written.isEmpty());
        for (std::size_t i = 0; i < fixtures.size(); ++i) {
            const FakeTransport &transport = *fixtures[i]->transport;
            QCOMPARE(transport.offeredAhead, i == 2 ? QByteArrayList() : QByteArrayList{transport.written});
        }
        QCOMPARE(fixtures[1]->transport->written, encodeFrame(Opcode::Text, text));
        QVERIFY(fixtures[0]->transport->written.size() < 60);
    }

    void audiences()
    {
        World world;
        MemberFixture plain(world, 1);
        MemberFixture structured(world, 2, u"confab.v1"_s);
        world.enter(Audience::Plain, {plain.member.get()});
        world.enter(Audience::Structured, {structured.member.get()});
        world.broadcasts.add(Audience::Plain, Opcode::Text, "p");
        world.broadcasts.add(Audience::Structured, Opcode::Text, "s");
        world.broadcasts.add(Audience::Everyone, Opcode::Binary, "e");
        world.broadcasts.add(Audience::Plain, Opcode::Text, "q");
        QCOMPARE(plain.received(), (QList<QByteArray>{"p", "e", "q"}));
        QCOMPARE(structured.received(), (QList<QByteArray>{"s", "e"}));
        const QList<TrafficRecord> records = world.records();
        QCOMPARE(records.size(), 4);
        QCOMPARE(records.at(2).recipients, 2u);
        QCOMPARE(records.at(2).kind, TrafficKind::Binary);
    }

    void oneMayGetItsOwnCopy()
    {
        World world;
        MemberFixture author(world, 1, u"confab.v1"_s);
        MemberFixture other(world, 2, u"confab.v1"_s);
        world.enter(Audience::Structured, {author.member.get(), other.member.get()});
        world.broadcasts.add(Audience::Structured, Opcode::Text, "before");
        world.broadcasts.add(Audience::Structured, Opcode::Text, "all", {author.member.get(), "own, longer"});
        world.broadcasts.add(Audience::Structured, Opcode::Text, "after");
        QCOMPARE(author.received(), (QList<QByteArray>{"before", "own, longer", "after"}));
        QCOMPARE(other.received(), (QList<QByteArray>{"before", "all", "after"}));
        QCOMPARE(author.member->info().messagesSent, 3u);
        QCOMPARE(world.records().size(), 3);
        QCOMPARE(world.records().at(1).recipients, 2u);
        QCOMPARE(world.records().at(1).wireSize, 3u); // of what the others got
    }

    void staysBehindAndBeforeWhatEachIsToldAlone()
    {
        World world;
        MemberFixture a(world, 1);
        world.enter(Audience::Plain, {a.member.get()});
        a.member->send(Opcode::Text, "1");
        world.broadcasts.add(Audience::Plain, Opcode::Text, "2");
        a.member->send(Opcode::Text, "3");
        world.broadcasts.add(Audience::Plain, Opcode::Text, "4");
        a.member->close({CloseCode::NormalClosure, {}});
        world.broadcasts.add(Audience::Plain, Opcode::Text, "5");
        QCOMPARE(a.received(), (QList<QByteArray>{"1", "2", "3", "4", "\x03\xE8"}));
    }

    void reachesAMemberThatClosesInTheSameTurn()
    {
        World world;
        MemberFixture a(world, 1);
        world.enter(Audience::Plain, {a.member.get()});
        a.onSaid = [&](const Message &message) {
            world.broadcasts.add(Audience::Plain, message.type, message.payload);
        };
        a.transport->deliver(encodeFrame(Opcode::Text, "last words", MaskingKey{1, 2, 3, 4}) +
                             encodeFrame(Opcode::Close, "\x03\xE8", MaskingKey{1, 2, 3, 4}));
        QCOMPARE(a.received(), (QList<QByteArray>{"last words", "\x03\xE8"}));
    }

    void compressesForThoseWhoCan()
    {
        World world;
        MemberFixture plain(world, 1);
        MemberFixture deflating(world, 2, {}, u"/"_s, {}, DeflateParameters{.serverNoContextTakeover = true});
        world.enter(Audience::Plain, {plain.member.get(), deflating.member.get()});
        const QByteArray text(1'000, 'x');
        world.broadcasts.add(Audience::Plain, Opcode::Text, text);
        world.broadcasts.add(Audience::Plain, Opcode::Text, text);
        QCoreApplication::processEvents();
        SharedMessage expected(Opcode::Text, text);
        QCOMPARE(plain.transport->written, expected.frameFor({}).repeated(2));
        QCOMPARE(deflating.transport->written, expected.frameFor(maxWindowBits).repeated(2));
        const TrafficRecord record = world.records().constLast();
        QCOMPARE(record.wireSize, (1'000 + payloadSizeOf(expected.frameFor(maxWindowBits))) / 2);
    }

    void handsOutEarlyWhatIsMuch()
    {
        World world;
        MemberFixture a(world, 1);
        world.enter(Audience::Plain, {a.member.get()});
        const QByteArray large(Broadcasts::maxCollected / 2, 'x');
        world.broadcasts.add(Audience::Plain, Opcode::Binary, large);
        QCOMPARE(a.member->info().messagesSent, 0u);
        world.broadcasts.add(Audience::Plain, Opcode::Binary, large + 'y');
        QCOMPARE(a.member->info().messagesSent, 2u);
        QCOMPARE(a.received(), (QList<QByteArray>{large, large + 'y'}));
    }

    /// A turn may bring very many: each takes memory until it is handed out.
    void handsOutEarlyWhatIsManyAndEmpty()
    {
        World world;
        MemberFixture a(world, 1);
        world.enter(Audience::Plain, {a.member.get()});
        constexpr quint64 most = Broadcasts::maxCollected / Broadcasts::saidOverhead;
        for (quint64 i = 1; i <= 3 * most; ++i) {
            world.broadcasts.add(Audience::Plain, Opcode::Text, {});
            QVERIFY(i - a.member->info().messagesSent <= most);
        }
    }

    void countsThoseWhoGotIt()
    {
        World world;
        MemberFixture open(world, 1);
        MemberFixture closed(world, 2);
        world.enter(Audience::Plain, {open.member.get(), closed.member.get()});
        closed.member->abort();
        world.log->clear();
        const quint64 before = world.log->lastNumber();
        world.broadcasts.add(Audience::Plain, Opcode::Text, "hi");
        world.broadcasts.settle();
        const QList<TrafficRecord> records = world.log->since(before, 10);
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.constFirst().recipients, 1u);
    }

    void nobodyListens()
    {
        World world;
        world.broadcasts.add(Audience::Everyone, Opcode::Text, "hi");
        world.broadcasts.settle();
        world.broadcasts.add(Audience::Everyone, Opcode::Text, "hi");
        // It goes with something collected: the loop forgets it.
    }

    void goesInTheTurnInWhichItWasSettled()
    {
        MemberWorld world;
        MemberFixture leaving(world, 1);
        alignas(Broadcasts) std::array<char, sizeof(Broadcasts)> memory;
        auto *room = new (memory.data()) Broadcasts(world.loop, world.traffic);
        room->enter(Audience::Plain, *leaving.member);
        room->add(Audience::Plain, Opcode::Text, "hi");
        room->leave(Audience::Plain, *leaving.member); // settles
        room->~Broadcasts();
        memory.fill('\0'); // whoever calls it now falls
        QTRY_COMPARE(leaving.transport->written, "\x81\x02hi"_ba);
    }
};

QTEST_GUILESS_MAIN(TestBroadcasts)
#include "tst_broadcasts.moc"
