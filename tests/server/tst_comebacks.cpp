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
        comebacks.add(*a.member, {u"Mina"_s}, {1});
        comebacks.add(*b.member, {u"Jun"_s}, {2});
        comebacks.add(*c.member, {u"Mina, too"_s}, {1});
        QVERIFY(comebacks.takeThoseWhoKnow(3).empty());
        const std::vector<Comebacks::Comeback> taken = comebacks.takeThoseWhoKnow(1);
        QCOMPARE(taken.size(), std::size_t(2));
        QCOMPARE(taken[0].first, a.member.get());
        QCOMPARE(taken[0].second.name, u"Mina"_s);
        QCOMPARE(taken[1].first, c.member.get());
        QCOMPARE(taken[1].second.name, u"Mina, too"_s);
        QVERIFY(comebacks.takeThoseWhoKnow(1).empty());
        QCOMPARE(comebacks.takeThoseWhoKnow(2).size(), std::size_t(1));
    }

    void waitForAll()
    {
        MemberWorld world;
        const MemberFixture a(world, 11);
        Comebacks comebacks;
        comebacks.add(*a.member, {u"Mina"_s}, {1, 2});
        QVERIFY(comebacks.takeThoseWhoKnow(1).empty());
        QVERIFY(comebacks.takeThoseWhoKnow(1).empty());
        QCOMPARE(comebacks.takeThoseWhoKnow(2).size(), std::size_t(1));
    }

    void knowsWhoMayBeTheSame()
    {
        Comebacks comebacks;
        QCOMPARE(comebacks.selvesOf(1), QList<quint64>{1});
        comebacks.isBack(3, 1);
        comebacks.isBack(4, 2);
        comebacks.isBack(5, 1);
        QCOMPARE(comebacks.selvesOf(1), (QList<quint64>{5, 3, 1}));
        comebacks.forget(3);
        comebacks.forget(3);
        comebacks.forget(1);
        QCOMPARE(comebacks.selvesOf(1), (QList<quint64>{5, 1}));
        QCOMPARE(comebacks.selvesOf(2), (QList<quint64>{4, 2}));
        comebacks.forget(5);
        QCOMPARE(comebacks.selvesOf(1), QList<quint64>{1});
    }

    void asksTheLastOnes()
    {
        Comebacks comebacks;
        for (int id = 0; id <= Comebacks::maxSelves; ++id)
            comebacks.isBack(10 + id, 1);
        QCOMPARE(comebacks.selvesOf(1), (QList<quint64>{14, 13, 12, 11, 1}));
        comebacks.forget(13);
        QCOMPARE(comebacks.selvesOf(1), (QList<quint64>{14, 12, 11, 10, 1}));
    }

    void areTakenByThemselves()
    {
        MemberWorld world;
        const MemberFixture a(world, 11);
        const MemberFixture b(world, 12);
        Comebacks comebacks;
        comebacks.add(*a.member, {u"Mina"_s}, {1});
        comebacks.add(*b.member, {u"Jun"_s}, {1});
        QCOMPARE(comebacks.take(*a.member).value().name, u"Mina"_s);
        QVERIFY(!comebacks.take(*a.member));
        QCOMPARE(comebacks.takeThoseWhoKnow(1).size(), std::size_t(1));
        QVERIFY(!comebacks.take(*b.member));
    }
};

QTEST_GUILESS_MAIN(TestComebacks)
#include "tst_comebacks.moc"
