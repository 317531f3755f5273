#include "memberfixture.h"

#include <QTest>

#include <functional>
#include <limits>
#include <vector>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 everything = std::numeric_limits<qint64>::max();

MemberInfo told(const MemberWorld &world, quint64 id)
{
    for (const MemberInfo &info : world.roster.members()) {
        if (info.id == id)
            return info;
    }
    return {};
}

} // namespace

class TestRosterWriter : public QObject
{
    Q_OBJECT

private slots:
    void tellsStatesAndNamesAtOnce()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        QCOMPARE(told(world, 1).readyState, ReadyState::Open);
        QCOMPARE(told(world, 1).name, u"Guest 1"_s);
        fixture.member->setName(u"Mina"_s);
        QCOMPARE(told(world, 1).name, u"Mina"_s);
        QCOMPARE(world.rosterWriter.count(), 0);
        QVERIFY(!world.rosterWriter.isAwake());
        fixture.member->close({CloseCode::GoingAway, {}});
        QCOMPARE(told(world, 1).readyState, ReadyState::Closing);
        QCOMPARE(told(world, 1).bufferedAmount, 4); // the Close, on its way
        QTRY_COMPARE(told(world, 1).bufferedAmount, 0);
    }

    /// Many changes together, and then it sleeps until the next.
    void tellsCountersLater()
    {
        MemberWorld world;
        MemberFixture a(world, 1);
        MemberFixture b(world, 2);
        const quint64 before = world.roster.revision();
        for (int i = 0; i < 3; ++i)
            a.send(Opcode::Text, "hello");
        QCOMPARE(world.rosterWriter.count(), 1);
        QVERIFY(world.rosterWriter.isAwake());
        QCOMPARE(world.roster.revision(), before);
        QTRY_COMPARE(told(world, 1).messagesReceived, 3u);
        QCOMPARE(told(world, 1).octetsReceived, 15u);
        QCOMPARE(world.roster.revision(), before + 1);
        QCOMPARE(world.rosterWriter.count(), 0);
        QVERIFY(!world.rosterWriter.isAwake());
        b.send(Opcode::Text, "again");
        QVERIFY(world.rosterWriter.isAwake());
        QTRY_COMPARE(told(world, 2).messagesReceived, 1u);
        QCOMPARE(world.roster.revision(), before + 2);
        QVERIFY(!world.rosterWriter.isAwake());
    }

    void tellsOfWhateverCounts_data()
    {
        using Happens = std::function<void(MemberFixture &)>;
        QTest::addColumn<Happens>("happens");
        QTest::addColumn<MemberCounters>("expected");
        QTest::newRow("received") << Happens([](MemberFixture &fixture) { fixture.send(Opcode::Text, "x"); })
                                  << MemberCounters{.messagesReceived = 1, .octetsReceived = 1};
        QTest::newRow("sent") << Happens([](MemberFixture &fixture) {
            fixture.member->send(Opcode::Text, "x");
        }) << MemberCounters{.messagesSent = 1, .octetsSent = 1};
        QTest::newRow("broadcast") << Happens([](MemberFixture &fixture) {
            fixture.member->deliver("\x81\x01x\x81\x01x"_ba, 2, 2);
        }) << MemberCounters{.messagesSent = 2, .octetsSent = 2};
        QTest::newRow("Ping that waits") << Happens([](MemberFixture &fixture) {
            fixture.transport->room = 0;
            fixture.member->ping();
        }) << MemberCounters{.bufferedAmount = 2};
        QTest::newRow("Pong that waits") << Happens([](MemberFixture &fixture) {
            fixture.transport->room = 0;
            fixture.send(Opcode::Ping, {});
        }) << MemberCounters{.bufferedAmount = 2};
    }

    void tellsOfWhateverCounts()
    {
        QFETCH(const std::function<void(MemberFixture &)>, happens);
        QFETCH(const MemberCounters, expected);
        MemberWorld world;
        MemberFixture fixture(world, 1);
        happens(fixture);
        QCOMPARE(world.rosterWriter.count(), 1);
        const auto counters = [&world]() -> MemberCounters { return told(world, 1); };
        QVERIFY(counters() == MemberCounters());
        QTRY_VERIFY(counters() == expected);
    }

    void tellsTheRoundTripTime()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.member->ping();
        QCOMPARE(fixture.received().size(), 1);
        QTRY_VERIFY(!world.rosterWriter.isAwake()); // and tells nothing new
        QCOMPARE(told(world, 1).roundTripMicroseconds, -1);
        fixture.send(Opcode::Pong, {});
        QCOMPARE(world.rosterWriter.count(), 1);
        QTRY_VERIFY(told(world, 1).roundTripMicroseconds >= 0);
    }

    /// What waits for a member gets less without its doing; told while it does, not while it does not.
    void followsTheQueueUntilItIsEmpty()
    {
        MemberWorld world;
        MemberFixture slow(world, 1);
        MemberFixture other(world, 2);
        quint64 rounds = 0;
        const auto anotherRound = [&] {
            other.send(Opcode::Text, "x");
            ++rounds;
        };
        slow.transport->room = 0;
        slow.member->send(Opcode::Text, "hello");
        QTRY_COMPARE(told(world, 1).bufferedAmount, 7);
        QCOMPARE(world.rosterWriter.count(), 1);
        const quint64 before = world.roster.revision();
        for (int i = 0; i < 2; ++i) {
            anotherRound();
            QTRY_COMPARE(told(world, 2).messagesReceived, rounds);
        }
        QCOMPARE(world.roster.revision(), before + 2); // the other's
        QCOMPARE(world.rosterWriter.count(), 1);
        slow.transport->makeRoom(3);
        QTRY_COMPARE(told(world, 1).bufferedAmount, 4);
        QVERIFY(world.rosterWriter.isAwake());
        slow.transport->makeRoom(everything);
        QTRY_COMPARE(told(world, 1).bufferedAmount, 0);
        QCOMPARE(told(world, 1).messagesSent, 1u);
        QCOMPARE(world.rosterWriter.count(), 0);
        QVERIFY(!world.rosterWriter.isAwake());
    }

    /// Wherever in the list they are.
    void forgetsThoseThatGo_data()
    {
        QTest::addColumn<std::vector<std::size_t>>("going");
        QTest::newRow("first") << std::vector<std::size_t>{0};
        QTest::newRow("middle") << std::vector<std::size_t>{2};
        QTest::newRow("last") << std::vector<std::size_t>{4};
        QTest::newRow("from the front") << std::vector<std::size_t>{0, 1, 2, 3};
        QTest::newRow("from the back") << std::vector<std::size_t>{4, 3, 2, 1};
        QTest::newRow("all") << std::vector<std::size_t>{2, 4, 0, 1, 3};
    }

    void forgetsThoseThatGo()
    {
        QFETCH(const std::vector<std::size_t>, going);
        MemberWorld world;
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        for (quint64 id = 1; id <= 5; ++id) {
            fixtures.push_back(std::make_unique<MemberFixture>(world, id));
            fixtures.back()->send(Opcode::Text, "hello");
        }
        QCOMPARE(world.rosterWriter.count(), 5);
        for (const std::size_t i : going)
            fixtures[i].reset();
        QCOMPARE(world.rosterWriter.count(), 5 - qsizetype(going.size()));
        QTRY_VERIFY(!world.rosterWriter.isAwake());
        QCOMPARE(world.rosterWriter.count(), 0);
        for (std::size_t i = 0; i < fixtures.size(); ++i)
            QCOMPARE(told(world, i + 1).messagesReceived, fixtures[i] ? 1u : 0u);
    }

    void leavesTheLastWordToTheListener()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        fixture.send(Opcode::Text, "hello");
        QCOMPARE(world.rosterWriter.count(), 1);
        fixture.member->abort();
        QCOMPARE(fixture.closed, 1);
        QCOMPARE(world.rosterWriter.count(), 0);
        fixture.member->setName(u"Mina"_s);
        QCOMPARE(told(world, 1).name, u"Guest 1"_s);
        QCOMPARE(told(world, 1).readyState, ReadyState::Open);
        QTRY_VERIFY(!world.rosterWriter.isAwake());
        QCOMPARE(told(world, 1).messagesReceived, 0u);
    }

    void sleepsIfNobodyLooks()
    {
        MemberWorld world(Roster::Detail::Presence);
        MemberFixture fixture(world, 1);
        fixture.send(Opcode::Text, "hello");
        fixture.send(Opcode::Text, "hello");
        QVERIFY(!world.rosterWriter.isAwake());
        QCOMPARE(world.rosterWriter.count(), 1); // so that it is asked no more
        QCOMPARE(told(world, 1).messagesReceived, 0u);
        fixture.member->close({CloseCode::GoingAway, {}});
        QCOMPARE(told(world, 1).readyState, ReadyState::Closing);
        QCOMPARE(told(world, 1).messagesReceived, 2u);
        QVERIFY(!world.rosterWriter.isAwake());
    }
};

QTEST_GUILESS_MAIN(TestRosterWriter)
#include "tst_rosterwriter.moc"
