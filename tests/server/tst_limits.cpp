#include "server/limits.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <set>

using namespace confab;
using namespace std::chrono_literals;

using namespace Qt::StringLiterals;

namespace {

/// What the table of a page says in any language, row by row.
struct PageRow
{
    QByteArray option; ///< "--max-head BYTES", or what else is in backticks
    QByteArray defaultValue;
    QByteArray outcome; ///< the status or close code it begins with, if any
    QByteArray reason;
    bool windowAlone = false;
};

QByteArray leadingDigits(const QByteArray &cell)
{
    const auto end = std::find_if_not(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    return cell.first(end - cell.begin());
}

QByteArray inBackticks(const QByteArray &cell)
{
    return cell.contains('`') ? cell.split('`').at(1) : QByteArray();
}

QList<PageRow> tableOf(const QString &name)
{
    QFile file(QStringLiteral(CONFAB_DOCS "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<PageRow> rows;
    for (const QByteArray &line : file.readAll().split('\n')) {
        QList<QByteArray> cells = line.split('|');
        if (cells.size() != 7 || cells[1].startsWith("---"))
            continue;
        for (QByteArray &cell : cells)
            cell = cell.trimmed();
        rows.append({inBackticks(cells[2]), leadingDigits(cells[3]), leadingDigits(cells[4]),
                     inBackticks(cells[5]), cells[2].endsWith("(`confab`)")});
    }
    return rows.sliced(std::min<qsizetype>(1, rows.size())); // without the headings
}

} // namespace

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
        for (const qint64 value : {rule.min, rule.max, defaultOf(rule), std::min(rule.max, qint64(1234))}) {
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
        const QList<qint64> defaults{16'384, 10,        10'000,      1'000,      100,    16'777'216,
                                     0,      1'048'576, 268'435'456, 16'777'216, 20,     0,
                                     0,      1,         100'000,     67'108'864, 10'000, 100};
        QCOMPARE(defaults.size(), limitCount);
        for (const LimitRule &rule : limitRules())
            QCOMPARE(defaultOf(rule), defaults.at(int(rule.limit)));
    }

    void thePagesSayTheSame_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("English") << u"limits.md"_s;
        QTest::newRow("Korean") << u"limits.ko.md"_s;
    }
    void thePagesSayTheSame()
    {
        QFETCH(const QString, page);
        const QList<PageRow> english = tableOf(u"limits.md"_s);
        const QList<PageRow> rows = tableOf(page);
        QCOMPARE(rows.size(), limitCount + 1); // and the descriptors, which the system bounds
        auto rule = limitRules().begin();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const PageRow &row = rows[i];
            QCOMPARE(row.option, english[i].option);
            QCOMPARE(row.outcome, english[i].outcome);
            QCOMPARE(row.reason, english[i].reason);
            if (!row.option.startsWith("--"))
                continue;
            QCOMPARE(row.option.split(' ').constFirst(), QByteArray("--") + rule->name);
            QCOMPARE(row.defaultValue, QByteArray::number(defaultOf(*rule)));
            QCOMPARE(row.windowAlone, rule->windowAlone);
            ++rule;
        }
        QVERIFY(rule == limitRules().end());
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
