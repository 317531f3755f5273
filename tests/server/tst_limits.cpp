#include "server/limits.h"

#include <QTest>

#include <set>

using namespace confab;
using namespace std::chrono_literals;

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void everyLimitHasARow()
    {
        std::set<QByteArray> names;
        int index = 0;
        for (const LimitRule &rule : limitRules()) {
            QCOMPARE(int(rule.limit), index++);
            QCOMPARE(&ruleOf(rule.limit), &rule);
            names.insert(rule.name);
        }
        QCOMPARE(int(names.size()), limitCount);
    }

    void everyRowSetsItsOwnValueAlone_data()
    {
        QTest::addColumn<int>("limit");
        for (const LimitRule &rule : limitRules())
            QTest::newRow(rule.name) << int(rule.limit);
    }
    void everyRowSetsItsOwnValueAlone()
    {
        QFETCH(const int, limit);
        const LimitRule &rule = ruleOf(Limit(limit));
        QVERIFY(defaultOf(rule) >= rule.min && defaultOf(rule) <= rule.max);
        for (const qint64 value : {rule.min, rule.max, defaultOf(rule), qint64(1234)}) {
            ServerPolicy policy;
            QVERIFY(setLimit(policy, rule, value));
            for (const LimitRule &other : limitRules())
                QCOMPARE(other.value(policy), &other == &rule ? value : defaultOf(other));
        }
        ServerPolicy policy;
        QVERIFY(!setLimit(policy, rule, rule.min - 1));
        QVERIFY(!setLimit(policy, rule, rule.max + 1));
        QCOMPARE(rule.value(policy), defaultOf(rule));
    }

    void theDefaultsAreWhatTheManualSays()
    {
        const QList<qint64> defaults{16'384,     10, 10'000, 1'000, 100,     16'777'216, 0,     1'048'576,
                                     16'777'216, 20, 0,      0,     100'000, 67'108'864, 10'000};
        QCOMPARE(defaults.size(), limitCount);
        for (const LimitRule &rule : limitRules())
            QCOMPARE(defaultOf(rule), defaults.at(int(rule.limit)));
    }

    void aFrameIsAsLargeAsAMessageUnlessSaidOtherwise()
    {
        ServerPolicy policy;
        setLimit(policy, ruleOf(Limit::MessageSize), 1'000);
        QCOMPARE(policy.link.limits.maxFrameSize, 1'000u);
        setLimit(policy, ruleOf(Limit::FrameSize), 100);
        setLimit(policy, ruleOf(Limit::MessageSize), 2'000);
        QCOMPARE(policy.link.limits.maxFrameSize, 100u);
        setLimit(policy, ruleOf(Limit::FrameSize), 0);
        QCOMPARE(policy.link.limits.maxFrameSize, 2'000u);
    }

    void roundsTimesUp()
    {
        ServerPolicy policy;
        policy.headTimeout = 30ms;
        QCOMPARE(ruleOf(Limit::HeadTime).value(policy), 1);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
