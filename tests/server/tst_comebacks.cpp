#include "memberfixture.h"
#include "server/comebacks.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestComebacks : public QObject
{
    Q_OBJECT

private slots:
    void areTakenWhoCameFirstFirst()
    {
        MemberWorld world;
        const MemberFixture a(world, 11);
        const MemberFixture b(world, 12);
        const MemberFixture c(world, 13);
        Comebacks comebacks;
        comebacks.add(*a.member, {u"Mina"_s}, 1);
        comebacks.add(*b.member, {u"Jun"_s}, 2);
        comebacks.add(*c.member, {u"Mina, too"_s}, 1);
        QVERIFY(comebacks.takeThoseOf(3).empty());
        const std::vector<Comebacks::Comeback> taken = comebacks.takeThoseOf(1);
        QCOMPARE(taken.size(), std::size_t(2));
        QCOMPARE(taken[0].first, a.member.get());
        QCOMPARE(taken[0].second.name, u"Mina"_s);
        QCOMPARE(taken[1].first, c.member.get());
        QCOMPARE(taken[1].second.name, u"Mina, too"_s);
        QVERIFY(comebacks.takeThoseOf(1).empty());
        QCOMPARE(comebacks.takeThoseOf(2).size(), std::size_t(1));
    }

    void areTakenByThemselves()
    {
        MemberWorld world;
        const MemberFixture a(world, 11);
        const MemberFixture b(world, 12);
        Comebacks comebacks;
        comebacks.add(*a.member, {u"Mina"_s}, 1);
        comebacks.add(*b.member, {u"Jun"_s}, 1);
        QCOMPARE(comebacks.take(*a.member).value().name, u"Mina"_s);
        QVERIFY(!comebacks.take(*a.member));
        QCOMPARE(comebacks.takeThoseOf(1).size(), std::size_t(1));
        QVERIFY(!comebacks.take(*b.member));
    }
};

QTEST_GUILESS_MAIN(TestComebacks)
#include "tst_comebacks.moc"
