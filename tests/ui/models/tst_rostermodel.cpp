#include "ui/models/rostermodel.h"

#include <QAbstractItemModelTester>
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
        result.append(model.index(row, 0).data(RosterModel::MemberInfoRole).value<MemberInfo>().id);
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
        watched.roster->update(memberOf(1));
        QCOMPARE(watched.model.rowCount(), 0);
        watched.model.refresh();
        QCOMPARE(ids(watched.model), QList<quint64>{1});
    }

    void showsAMember()
    {
        Watched watched;
        MemberInfo member = memberOf(7);
        member.name = u"미나"_s;
        member.octetsSent = 5'000'000'000;
        watched.roster->update(member);
        watched.model.refresh();
        const QModelIndex index = watched.model.index(0);
        QCOMPARE(index.data().toString(), u"미나"_s);
        QVERIFY(index.data(RosterModel::MemberInfoRole).value<MemberInfo>() == member);
        QVERIFY(!index.data(RosterModel::MemberInfoRole + 1).isValid());
        QVERIFY(watched.model.member(0) == member);
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
        const QPersistentModelIndex third(watched.model.index(2));
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
        QCOMPARE(watched.changed.at(0).at(0).toModelIndex(), watched.model.index(1));
        QCOMPARE(watched.changed.at(0).at(1).toModelIndex(), watched.model.index(2));
        QCOMPARE(watched.changed.at(1).at(0).toModelIndex(), watched.model.index(4));
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
        const QPersistentModelIndex second(watched.model.index(1));
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
};

QTEST_GUILESS_MAIN(TestRosterModel)
#include "tst_rostermodel.moc"
