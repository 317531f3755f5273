#include "memberfixture.h"
#include "server/broadcasttally.h"
#include "server/roompart.h"
#include "tests/core/link/noring.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

Piece piece(Audience group, const QByteArray &text, std::optional<int> bits = {})
{
    Piece made;
    made.group = group;
    made.deflateBits = bits;
    made.frames = encodeFrame(Opcode::Text, text);
    made.messages = 1;
    made.octets = quint64(text.size());
    made.wireSizes = {{0, made.octets}};
    return made;
}

Parcel parcel(std::vector<Piece> common)
{
    Parcel made;
    made.common = std::move(common);
    return made;
}

} // namespace

class TestRoomPart : public QObject
{
    Q_OBJECT

private slots:
    void sharesTheOctets()
    {
        MemberWorld world;
        RoomPart part(world.loop);
        MemberFixture a(world, 1);
        part.enter(Audience::Plain, *a.member);
        a.transport->room = 0; // so that they wait
        const Piece said = piece(Audience::Plain, "hi"_ba);
        part.add(parcel({said}));
        part.settle();
        QVERIFY(!said.frames.isDetached()); // its queue holds them
        QCOMPARE(a.member->info().messagesSent, 1u);
    }

    void makesOnePieceOfATurn()
    {
        MemberWorld world;
        RoomPart part(world.loop);
        MemberFixture plain(world, 1);
        MemberFixture structured(world, 2, u"confab.v1"_s);
        part.enter(Audience::Plain, *plain.member);
        part.enter(Audience::Structured, *structured.member);
        part.add(parcel({piece(Audience::Plain, "1"), piece(Audience::Structured, "{1}")}));
        part.add(parcel({piece(Audience::Plain, "2")}));
        part.add(parcel({piece(Audience::Structured, "{3}"), piece(Audience::Plain, "3")}));
        QVERIFY(plain.transport->written.isEmpty());
        QCOMPARE(plain.received(), (QList<QByteArray>{"1", "2", "3"}));
        QCOMPARE(structured.received(), (QList<QByteArray>{"{1}", "{3}"}));
        QCOMPARE(plain.transport->writeCalls, 1);
        QCOMPARE(structured.transport->writeCalls, 1);
    }

    void tellsWindowsApart()
    {
        MemberWorld world;
        RoomPart part(world.loop);
        MemberFixture plain(world, 1);
        MemberFixture deflating(world, 2, {}, u"/"_s, {}, DeflateParameters{.serverNoContextTakeover = true});
        part.enter(Audience::Plain, *deflating.member);
        part.enter(Audience::Plain, *plain.member);
        part.add(
            parcel({piece(Audience::Plain, "as it is"), piece(Audience::Plain, "other", maxWindowBits)}));
        QCOMPARE(plain.received(), QList<QByteArray>{"as it is"});
        QCOMPARE(deflating.received(), QList<QByteArray>{"other"});
    }

    void givesOneItsOwnCopy()
    {
        MemberWorld world;
        const auto tally = std::make_shared<BroadcastTally>(world.log);
        tally->add(Opcode::Text, "all"_ba);
        RoomPart part(world.loop);
        MemberFixture author(world, 1, u"confab.v1"_s);
        MemberFixture other(world, 2, u"confab.v1"_s);
        part.enter(Audience::Structured, *author.member);
        part.enter(Audience::Structured, *other.member);
        Parcel said = parcel({piece(Audience::Structured, "all")});
        said.own.emplace_back(1, piece(Audience::Structured, "own"));
        said.tally = tally;
        part.add(parcel({piece(Audience::Structured, "before")}));
        part.add(std::move(said));
        part.add(parcel({piece(Audience::Structured, "after")}));
        QCOMPARE(author.received(), (QList<QByteArray>{"before", "own", "after"}));
        QCOMPARE(other.received(), (QList<QByteArray>{"before", "all", "after"}));
        QCOMPARE(tally.use_count(), 1);
    }

    void offersEachAheadWhatItGets()
    {
        MemberWorld world;
        if (!world.loop.sendRing())
            QSKIP(noRing);
        RoomPart part(world.loop);
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        for (quint64 id = 1; id <= 3; ++id) {
            fixtures.push_back(std::make_unique<MemberFixture>(world, id, u"confab.v1"_s));
            part.enter(Audience::Structured, *fixtures.back()->member);
        }
        Parcel said = parcel({piece(Audience::Structured, "all")});
        said.own.emplace_back(2, piece(Audience::Structured, "own"));
        part.add(std::move(said));
        part.add(parcel({piece(Audience::Plain, "not for them")}));
        QTRY_COMPARE(fixtures[2]->transport->written, encodeFrame(Opcode::Text, "all"));
        QCOMPARE(fixtures[1]->transport->written, encodeFrame(Opcode::Text, "own"));
        for (const auto &fixture : fixtures)
            QCOMPARE(fixture->transport->offeredAhead, QByteArrayList{fixture->transport->written});
    }

    void countsThoseWhoGotIt()
    {
        MemberWorld world;
        auto tally = std::make_shared<BroadcastTally>(world.log);
        tally->add(Opcode::Text, "hi"_ba);
        RoomPart part(world.loop);
        MemberFixture open(world, 1);
        MemberFixture closed(world, 2);
        part.enter(Audience::Plain, *open.member);
        part.enter(Audience::Plain, *closed.member);
        closed.member->abort();
        world.log->clear();
        Parcel said = parcel({piece(Audience::Plain, "hi")});
        said.tally = std::move(tally);
        part.add(std::move(said));
        part.settle();
        QCOMPARE(world.records().size(), 1);
        QCOMPARE(world.records().constFirst().recipients, 1u);
    }

    void whoComesOrGoesGetsNeitherBeforeNorAfter()
    {
        MemberWorld world;
        RoomPart part(world.loop);
        MemberFixture first(world, 1);
        MemberFixture second(world, 2);
        QVERIFY(part.isEmpty());
        part.enter(Audience::Plain, *first.member);
        part.add(parcel({piece(Audience::Plain, "1")}));
        part.enter(Audience::Plain, *second.member);
        part.add(parcel({piece(Audience::Plain, "2")}));
        part.leave(*first.member);
        part.add(parcel({piece(Audience::Plain, "3")}));
        QCOMPARE(first.received(), (QList<QByteArray>{"1", "2"}));
        QCOMPARE(second.received(), (QList<QByteArray>{"2", "3"}));
        part.leave(*second.member);
        QVERIFY(part.isEmpty());
    }

    void staysBehindAndBeforeWhatEachIsToldAlone()
    {
        MemberWorld world;
        RoomPart part(world.loop);
        MemberFixture a(world, 1);
        part.enter(Audience::Plain, *a.member);
        part.add(parcel({piece(Audience::Plain, "1")}));
        a.member->send(Opcode::Text, "2");
        part.add(parcel({piece(Audience::Plain, "3")}));
        a.member->close({CloseCode::NormalClosure, {}});
        part.add(parcel({piece(Audience::Plain, "4")})); // too late
        QCOMPARE(a.received(), (QList<QByteArray>{"1", "2", "3", "\x03\xE8"}));
    }

    void mayGoWithSomethingCollected()
    {
        MemberWorld world;
        {
            RoomPart part(world.loop);
            part.add(parcel({piece(Audience::Plain, "1")}));
        }
        QCoreApplication::processEvents(); // the loop forgot it
    }
};

QTEST_GUILESS_MAIN(TestRoomPart)
#include "tst_roompart.moc"
