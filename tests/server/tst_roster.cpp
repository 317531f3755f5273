#include "server/roster.h"

#include <QTest>

using namespace confab;

namespace {

MemberInfo member(quint64 id, ReadyState state)
{
    MemberInfo info;
    info.id = id;
    info.readyState = state;
    return info;
}

QList<quint64> ids(const Roster &roster)
{
    QList<quint64> result;
    for (const MemberInfo &info : roster.members())
        result.append(info.id);
    return result;
}

} // namespace

class TestRoster : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderOfArrival()
    {
        Roster roster;
        for (const quint64 id : {5, 3, 9})
            roster.update(member(id, ReadyState::Connecting));
        roster.update(member(5, ReadyState::Open));
        QCOMPARE(ids(roster), (QList<quint64>{5, 3, 9}));
        QCOMPARE(roster.members().constFirst().readyState, ReadyState::Open);
        QCOMPARE(roster.liveCount(), 3);
    }

    void findsOne()
    {
        Roster roster;
        QVERIFY(!roster.member(5));
        roster.update(member(5, ReadyState::Open));
        QCOMPARE(roster.member(5), member(5, ReadyState::Open));
        QVERIFY(!roster.member(6));
    }

    void countsTheLiving()
    {
        Roster roster;
        roster.update(member(1, ReadyState::Open));
        roster.update(member(2, ReadyState::Closing));
        QCOMPARE(roster.liveCount(), 2);
        roster.update(member(1, ReadyState::Closed));
        roster.update(member(1, ReadyState::Closed));
        QCOMPARE(roster.liveCount(), 1);
        QCOMPARE(ids(roster), (QList<quint64>{1, 2}));
        roster.clear();
        QCOMPARE(roster.liveCount(), 0);
        QVERIFY(roster.members().isEmpty());
    }

    void takesCountersAlone()
    {
        Roster roster;
        MemberInfo mina = member(1, ReadyState::Open);
        mina.name = QStringLiteral("Mina");
        roster.update(mina);
        const quint64 revision = roster.revision();
        roster.count(1, {.messagesReceived = 1,
                         .octetsReceived = 2,
                         .messagesSent = 3,
                         .octetsSent = 4,
                         .bufferedAmount = 5,
                         .roundTripMicroseconds = 6});
        const quint64 counting = roster.revision();
        QVERIFY(counting != revision);
        const MemberInfo counted = roster.members().constFirst();
        QCOMPARE(counted.name, mina.name);
        QCOMPARE(counted.readyState, ReadyState::Open);
        QCOMPARE(counted.messagesReceived, 1u);
        QCOMPARE(counted.octetsReceived, 2u);
        QCOMPARE(counted.messagesSent, 3u);
        QCOMPARE(counted.octetsSent, 4u);
        QCOMPARE(counted.bufferedAmount, 5);
        QCOMPARE(counted.roundTripMicroseconds, 6);
        roster.count(1, counted); // the same
        roster.count(2, {});      // nobody
        QCOMPARE(roster.revision(), counting);
        QCOMPARE(ids(roster), QList<quint64>{1});
    }

    void knowsWhatItIsFor()
    {
        QVERIFY(Roster().keepsCounters());
        QVERIFY(!Roster(Roster::Detail::Presence).keepsCounters());
    }

    void keepsTheNewestClosedOnes()
    {
        Roster roster;
        constexpr quint64 count = Roster::maxClosedMembers + 3;
        for (quint64 id = 1; id <= count; ++id)
            roster.update(member(id, ReadyState::Open));
        for (quint64 id = count; id >= 1; --id) // the last to arrive goes first
            roster.update(member(id, ReadyState::Closed));
        QCOMPARE(roster.members().size(), Roster::maxClosedMembers);
        QCOMPARE(roster.members().constLast().id, count - 3);
        roster.update(member(1000, ReadyState::Open));
        QCOMPARE(roster.liveCount(), 1);
    }

    void changesItsRevision()
    {
        Roster roster;
        quint64 last = roster.revision();
        roster.update(member(1, ReadyState::Open));
        QVERIFY(roster.revision() != last);
        last = roster.revision();
        QCOMPARE(roster.members().size(), 1);
        QCOMPARE(roster.revision(), last);
        roster.clear();
        QVERIFY(roster.revision() != last);
    }
};

QTEST_GUILESS_MAIN(TestRoster)
#include "tst_roster.moc"
