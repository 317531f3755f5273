#include "core/link/roundtripclock.h"

#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestRoundTripClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheTimeOfAPing();
    void ignoresUnsolicitedPongs();
    void answerToTheNewestAnswersTheOlder();
    void equalPayloadsAreAnsweredInOrder();
    void forgetsTheOldest();

private:
    const RoundTripClock::TimePoint m_start{1h};
};

void TestRoundTripClock::tellsTheTimeOfAPing()
{
    RoundTripClock clock;
    clock.pingSent("a"_ba, m_start);
    QVERIFY(clock.pongReceived("a"_ba, m_start + 1500us) == 1500us);
    QVERIFY(!clock.pongReceived("a"_ba, m_start + 2ms)); // only once
}

void TestRoundTripClock::ignoresUnsolicitedPongs()
{
    RoundTripClock clock;
    clock.pingSent("a"_ba, m_start);
    QVERIFY(!clock.pongReceived("b"_ba, m_start + 1ms));
    QVERIFY(clock.pongReceived("a"_ba, m_start + 2ms) == 2ms);
}

void TestRoundTripClock::answerToTheNewestAnswersTheOlder()
{
    RoundTripClock clock;
    clock.pingSent("a"_ba, m_start);
    clock.pingSent("b"_ba, m_start + 1ms);
    QVERIFY(clock.pongReceived("b"_ba, m_start + 3ms) == 2ms);
    QVERIFY(!clock.pongReceived("a"_ba, m_start + 4ms));
}

void TestRoundTripClock::equalPayloadsAreAnsweredInOrder()
{
    RoundTripClock clock;
    clock.pingSent({}, m_start);
    clock.pingSent({}, m_start + 10ms);
    QVERIFY(clock.pongReceived({}, m_start + 11ms) == 11ms);
    QVERIFY(clock.pongReceived({}, m_start + 12ms) == 2ms);
}

void TestRoundTripClock::forgetsTheOldest()
{
    RoundTripClock clock;
    for (std::size_t i = 0; i <= RoundTripClock::maxOutstanding; ++i)
        clock.pingSent(QByteArray::number(int(i)), m_start);
    QVERIFY(!clock.pongReceived("0"_ba, m_start + 1ms));
    QVERIFY(clock.pongReceived("1"_ba, m_start + 1ms));
}

QTEST_APPLESS_MAIN(TestRoundTripClock)
#include "tst_roundtripclock.moc"
