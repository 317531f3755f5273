#include "server/memberrates.h"

#include <QTest>

using namespace confab;
using namespace std::chrono_literals;

class TestMemberRates : public QObject
{
    Q_OBJECT

private slots:
    void saysWhichRateWasExceeded()
    {
        RateGuard meter({.messagesPerSecond = 3, .octetsPerSecond = 10});
        QCOMPARE(meter.charge(5, m_start), Bound::None);
        QCOMPARE(meter.charge(6, m_start), Bound::OctetRate);
        QCOMPARE(meter.charge(5, m_start), Bound::None);
        QCOMPARE(meter.charge(0, m_start), Bound::MessageRate);
        QCOMPARE(meter.charge(10, m_start + 1s), Bound::None);
    }

    void hasNoLimitByDefault()
    {
        RateGuard meter;
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE(meter.charge(1'000'000'000, m_start), Bound::None);
    }

private:
    const TokenBucket::TimePoint m_start{24h};
};

QTEST_GUILESS_MAIN(TestMemberRates)
#include "tst_memberrates.moc"
