#include "memberfixture.h"
#include "server/recipients.h"

#include <QTest>

using namespace confab;

class TestRecipients : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughThemInOrder()
    {
        MemberWorld world;
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        Recipients recipients;
        QVERIFY(recipients.isEmpty());
        recipients.forEach([](Member &) { QFAIL("nobody is there"); });
        const auto ids = [&recipients] {
            QList<quint64> found;
            recipients.forEach([&found](const Member &member) { found.append(member.id()); });
            return found;
        };
        for (quint64 id = 1; id <= 5; ++id) {
            fixtures.push_back(std::make_unique<MemberFixture>(world, id));
            recipients.append(*fixtures.back()->member);
            QCOMPARE(recipients.count(), qsizetype(id));
            QCOMPARE(ids().size(), recipients.count());
        }
        QVERIFY(recipients.remove(*fixtures[1]->member));
        QVERIFY(!recipients.remove(*fixtures[1]->member));
        QCOMPARE(ids(), (QList<quint64>{1, 3, 4, 5}));
        QVERIFY(recipients.remove(*fixtures[4]->member));
        QCOMPARE(ids(), (QList<quint64>{1, 3, 4}));
        QVERIFY(!recipients.isEmpty());
    }

    void knowsWhereTheTransportIs()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        const Transport *transport = fixture.transport;
        QCOMPARE(fixture.member->transportAddress(), static_cast<const void *>(transport));
    }
};

QTEST_GUILESS_MAIN(TestRecipients)
#include "tst_recipients.moc"
