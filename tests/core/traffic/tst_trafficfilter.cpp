#include "core/traffic/trafficfilter.h"

#include <QTest>

using namespace confab;

class TestTrafficFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<TrafficFilter>("filter");
        QTest::addColumn<bool>("expected");
        QTest::newRow("no condition") << TrafficFilter{} << true;
        QTest::newRow("source") << TrafficFilter{.source = TrafficSource::Client, .connection = {}} << true;
        QTest::newRow("other source")
            << TrafficFilter{.source = TrafficSource::Server, .connection = {}} << false;
        QTest::newRow("connection") << TrafficFilter{.source = {}, .connection = 7} << true;
        QTest::newRow("other connection") << TrafficFilter{.source = {}, .connection = 8} << false;
        QTest::newRow("broadcasts") << TrafficFilter{.source = {}, .connection = 0} << false;
        QTest::newRow("both") << TrafficFilter{.source = TrafficSource::Client, .connection = 7} << true;
        QTest::newRow("one of both") << TrafficFilter{.source = TrafficSource::Server, .connection = 7}
                                     << false;
    }

    void accepts()
    {
        QFETCH(const TrafficFilter, filter);
        TrafficRecord record;
        record.source = TrafficSource::Client;
        record.connection = 7;
        QTEST(filter.accepts(record), "expected");
    }
};

QTEST_GUILESS_MAIN(TestTrafficFilter)
#include "tst_trafficfilter.moc"
