#include "ui/models/rostermodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

MemberInfo memberOf(quint64 id)
{
    MemberInfo member;
    member.id = id;
    member.name = u"Guest %1"_s.arg(id);
    member.readyState = ReadyState::Open;
    return member;
}

QList<quint64> ids(const QAbstractItemModel &model)
{
    QList<quint64> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row, 0).data(MemberIdRole).toULongLong());
    return result;
}

QList<quint64> ids(const Roster &roster)
{
    QList<quint64> result;
    for (const MemberInfo &member : roster.members())
        result.append(member.id);
    return result;
}

/// A roster with its model, watched by QAbstractItemModelTester.
struct Watched
{
    std::shared_ptr<Roster> roster = std::make_shared<Roster>();
    RosterModel model{roster};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};
};

} // namespace

class TestRosterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyUntilItIsRefreshed()
    {
        Watched watched;
        QCOMPARE(watched.model.columnCount(), RosterModel::columnTotal);
        watched.roster->update(memberOf(1));
        QCOMPARE(watched.model.rowCount(), 0);
        watched.model.refresh();
        QCOMPARE(ids(watched.model), QList<quint64>{1});
    }

    void showsEachValueInItsColumn()
    {
        Watched watched;
        MemberInfo member = memberOf(7);
        member.name = u"미나"_s;
        member.structured = true;
        member.address = u"192.168.0.12"_s;
        member.port = 54'321;
        member.subprotocol = u"confab.v1"_s;
        member.room = u"/room/blue"_s;
        member.origin = u"http://192.168.0.7:3000"_s;
        member.userAgent = u"Browser/1.0"_s;
        member.readyState = ReadyState::Closed;
        member.since = 1'767'225'600'123;
        member.closedAt = 1'767'225'601'000;
        member.messagesReceived = 1;
        member.messagesSent = 2;
        member.octetsReceived = 3;
        member.octetsSent = 5'000'000'000;
        member.bufferedAmount = 6;
        member.roundTripMicroseconds = 3'100;
        member.close = {CloseCode(4001), u"그만"_s};
        watched.roster->update(member);
        watched.model.refresh();

        const auto shown = [&watched](int column, int role = Qt::DisplayRole) {
            return watched.model.index(0, column).data(role);
        };
        QCOMPARE(shown(RosterModel::State).toInt(), int(ReadyState::Closed));
        QCOMPARE(shown(RosterModel::Name).toString(), member.name);
        QCOMPARE(shown(RosterModel::Address).toString(), member.address);
        QCOMPARE(shown(RosterModel::Subprotocol).toString(), member.subprotocol);
        QCOMPARE(shown(RosterModel::Room).toString(), member.room);
        QCOMPARE(shown(RosterModel::MessagesReceived).toULongLong(), 1u);
        QCOMPARE(shown(RosterModel::MessagesSent).toULongLong(), 2u);
        QCOMPARE(shown(RosterModel::OctetsReceived).toULongLong(), 3u);
        QCOMPARE(shown(RosterModel::OctetsSent).toULongLong(), 5'000'000'000u);
        QCOMPARE(shown(RosterModel::Buffered).toLongLong(), 6);
        QCOMPARE(shown(RosterModel::RoundTrip).toLongLong(), 3'100);
        QCOMPARE(shown(RosterModel::Since).toDateTime(), QDateTime::fromMSecsSinceEpoch(member.since));

        QCOMPARE(shown(0, MemberIdRole).toULongLong(), 7u);
        QVERIFY(shown(0, MemberInfoRole).value<MemberInfo>() == member);
        QCOMPARE(shown(0, ReadyStateRole).toInt(), int(ReadyState::Closed));
        QCOMPARE(shown(0, StructuredRole).toBool(), true);
        QCOMPARE(shown(0, PortRole).toInt(), 54'321);
        QCOMPARE(shown(0, OriginRole).toString(), member.origin);
        QCOMPARE(shown(0, UserAgentRole).toString(), member.userAgent);
        QCOMPARE(shown(0, ClosedAtRole).toLongLong(), member.closedAt);
        QCOMPARE(shown(0, CloseCodeRole).toInt(), 4001);
        QCOMPARE(shown(0, CloseReasonRole).toString(), u"그만"_s);
        QCOMPARE(shown(RosterModel::Since, RawValueRole).toLongLong(), member.since);
        QVERIFY(watched.model.member(0) == member);
    }

    void showsNoRoundTripWhileItIsNotKnown()
    {
        Watched watched;
        watched.roster->update(memberOf(1));
        watched.model.refresh();
        const QModelIndex index = watched.model.index(0, RosterModel::RoundTrip);
        QVERIFY(!index.data().isValid());
        QCOMPARE(index.data(RawValueRole).toLongLong(), -1);
    }

    void hasAValueToSortByInEveryColumn()
    {
        Watched watched;
        watched.roster->update(memberOf(1));
        watched.model.refresh();
        for (int column = 0; column < RosterModel::columnTotal; ++column)
            QVERIFY2(watched.model.index(0, column).data(RawValueRole).isValid(),
                     qPrintable(QString::number(column)));
    }

    void insertsTogetherThoseWhoCameTogether()
    {
        Watched watched;
        for (quint64 id = 1; id <= 5; ++id)
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        QCOMPARE(watched.inserted.count(), 1);
        QCOMPARE(watched.inserted.first().at(1).toInt(), 0);
        QCOMPARE(watched.inserted.first().at(2).toInt(), 4);
        QCOMPARE(ids(watched.model), (QList<quint64>{1, 2, 3, 4, 5}));
        QCOMPARE(watched.changed.count(), 0);
    }

    void updatesAMemberInItsRow()
    {
        Watched watched;
        for (quint64 id = 1; id <= 5; ++id)
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        const QPersistentModelIndex third(watched.model.index(2, RosterModel::Name));
        watched.inserted.clear();
        for (const quint64 id : {2, 3, 5}) {
            MemberInfo member = memberOf(id);
            member.name = u"New %1"_s.arg(id);
            watched.roster->update(member);
        }
        watched.model.refresh();
        QCOMPARE(watched.inserted.count(), 0);
        QCOMPARE(watched.removed.count(), 0);
        QCOMPARE(watched.changed.count(), 2); // rows 1–2 and row 4
        QCOMPARE(watched.changed.at(0).at(0).toModelIndex(), watched.model.index(1, 0));
        QCOMPARE(watched.changed.at(0).at(1).toModelIndex(),
                 watched.model.index(2, RosterModel::columnTotal - 1));
        QCOMPARE(watched.changed.at(1).at(0).toModelIndex(), watched.model.index(4, 0));
        QCOMPARE(third.data().toString(), u"New 3"_s);
    }

    void doesNothingIfNothingChanged()
    {
        Watched watched;
        watched.roster->update(memberOf(1));
        watched.model.refresh();
        watched.inserted.clear();
        watched.model.refresh();
        watched.roster->update(memberOf(1));
        watched.model.refresh();
        QCOMPARE(watched.inserted.count() + watched.removed.count() + watched.changed.count(), 0);
    }

    void keepsRowsOfThoseWhoStayWhenOthersGo()
    {
        Watched watched;
        for (quint64 id = 1; id <= 3; ++id)
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        const QPersistentModelIndex second(watched.model.index(1, 0));
        watched.roster->clear();
        watched.roster->update(memberOf(2));
        watched.roster->update(memberOf(9));
        watched.model.refresh();
        QCOMPARE(ids(watched.model), (QList<quint64>{2, 9}));
        QVERIFY(second.isValid());
        QCOMPARE(second.row(), 0);
        QCOMPARE(watched.reset.count(), 0);
    }

    void movesARowOfAnotherPlace()
    {
        Watched watched;
        for (const quint64 id : {1, 2, 3})
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        watched.roster->clear();
        for (const quint64 id : {3, 1, 2})
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        QCOMPARE(ids(watched.model), (QList<quint64>{3, 1, 2}));
    }

    void isEmptyAfterTheRosterWasCleared()
    {
        Watched watched;
        for (quint64 id = 1; id <= 3; ++id)
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        watched.roster->clear();
        watched.model.refresh();
        QCOMPARE(watched.model.rowCount(), 0);
        QCOMPARE(watched.removed.count(), 1);
    }

    void findsAMembersRow()
    {
        Watched watched;
        for (const quint64 id : {4, 8})
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        QCOMPARE(watched.model.rowOf(4), 0);
        QCOMPARE(watched.model.rowOf(8), 1);
        QCOMPARE(watched.model.rowOf(5), -1);
    }

    void shows10000Members()
    {
        Watched watched;
        for (quint64 id = 1; id <= 10'000; ++id)
            watched.roster->update(memberOf(id));
        watched.model.refresh();
        QCOMPARE(watched.model.rowCount(), 10'000);
        QCOMPARE(watched.inserted.count(), 1);
    }

    /// Whatever happens between two refreshes, the model ends up showing the roster.
    void followsAnyHistory_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void followsAnyHistory()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        Watched watched;
        quint64 lastId = 0;
        for (int step = 0; step < 300; ++step) {
            const quint32 what = random.bounded(100u);
            if (what < 40) {
                watched.roster->update(memberOf(++lastId));
            } else if (what < 98 && lastId > 0) {
                MemberInfo member = memberOf(random.bounded(quint32(lastId)) + 1);
                member.messagesSent = random.bounded(1'000u);
                member.readyState = what < 60 ? ReadyState::Closed : ReadyState::Open;
                watched.roster->update(member);
            } else {
                watched.roster->clear();
            }
            if (random.bounded(3) == 0) {
                watched.model.refresh();
                QCOMPARE(ids(watched.model), ids(*watched.roster));
            }
        }
        watched.model.refresh();
        const QList<MemberInfo> members = watched.roster->members();
        QCOMPARE(watched.model.rowCount(), int(members.size()));
        for (int row = 0; row < members.size(); ++row)
            QVERIFY(watched.model.member(row) == members.at(row));
        QCOMPARE(watched.reset.count(), 0);
    }

    void takesItsHeadersFromTheView()
    {
        Watched watched;
        QSignalSpy spy(&watched.model, &QAbstractItemModel::headerDataChanged);
        QVERIFY(!watched.model.headerData(RosterModel::Name, Qt::Horizontal).isValid());
        QVERIFY(watched.model.setHeaderData(RosterModel::Name, Qt::Horizontal, u"이름"_s));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(watched.model.headerData(RosterModel::Name, Qt::Horizontal).toString(), u"이름"_s);
        QVERIFY(!watched.model.setHeaderData(RosterModel::columnTotal, Qt::Horizontal, u"x"_s));
        QVERIFY(!watched.model.setHeaderData(0, Qt::Vertical, u"x"_s));
    }
};

QTEST_GUILESS_MAIN(TestRosterModel)
#include "tst_rostermodel.moc"
