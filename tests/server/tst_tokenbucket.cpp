#include "server/tokenbucket.h"

#include <QTest>

using namespace confab;
using namespace std::chrono_literals;

class TestTokenBucket : public QObject
{
    Q_OBJECT

private slots:
    void givesOneSecondsWorthAtOnce()
    {
        TokenBucket bucket(3);
        QVERIFY(bucket.isFull(m_start));
        QVERIFY(bucket.take(1, m_start));
        QVERIFY(bucket.take(2, m_start));
        QVERIFY(!bucket.take(1, m_start));
        QVERIFY(!bucket.isFull(m_start));
    }

    void fillsWithTime()
    {
        TokenBucket bucket(4);
        QVERIFY(bucket.take(4, m_start));
        QVERIFY(!bucket.take(1, m_start + 249ms));
        QVERIFY(bucket.take(1, m_start + 250ms));
        QVERIFY(!bucket.take(1, m_start + 250ms));
        QVERIFY(bucket.take(2, m_start + 750ms));
        QVERIFY(!bucket.isFull(m_start + 1749ms));
        QVERIFY(bucket.isFull(m_start + 1750ms));
    }

    void keepsWhatIsLeftOfAToken()
    {
        TokenBucket bucket(1);
        QVERIFY(bucket.take(1, m_start));
        for (int i = 1; i < 10; ++i)
            QVERIFY(!bucket.take(1, m_start + i * 100ms));
        QVERIFY(bucket.take(1, m_start + 1s));
    }

    void holdsNoMoreThanOneSecondsWorth()
    {
        TokenBucket bucket(5);
        QVERIFY(bucket.take(5, m_start));
        QVERIFY(!bucket.take(6, m_start + 1h));
        QVERIFY(bucket.take(5, m_start + 1h));
        QVERIFY(!bucket.take(1, m_start + 1h));
    }

    void takesNothingIfItCannotTakeAll()
    {
        TokenBucket bucket(5);
        QVERIFY(!bucket.take(6, m_start));
        QVERIFY(bucket.take(5, m_start));
    }

    void zeroIsNoLimit()
    {
        TokenBucket bucket;
        for (int i = 0; i < 100; ++i)
            QVERIFY(bucket.take(std::numeric_limits<quint64>::max(), m_start));
        QVERIFY(bucket.isFull(m_start));
    }

    void standsTheLargestRates()
    {
        constexpr quint64 largest = std::numeric_limits<qint32>::max();
        TokenBucket bucket(largest);
        QVERIFY(bucket.take(largest, m_start));
        QVERIFY(!bucket.take(1, m_start));
        QVERIFY(!bucket.take(std::numeric_limits<quint64>::max(), m_start + 1s));
        QVERIFY(bucket.take(largest / 2, m_start + 500ms));
        QVERIFY(bucket.take(largest, m_start + 2s));
    }

private:
    const TokenBucket::TimePoint m_start{24h};
};

QTEST_GUILESS_MAIN(TestTokenBucket)
#include "tst_tokenbucket.moc"
