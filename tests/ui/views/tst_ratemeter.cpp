#include "ui/views/ratemeter.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace confab;

namespace {

MemberInfo member(quint64 id, quint64 received, quint64 sent)
{
    MemberInfo info;
    info.id = id;
    info.messagesReceived = received;
    info.messagesSent = sent;
    info.octetsReceived = received * 10;
    info.octetsSent = sent * 10;
    return info;
}

} // namespace

class TestRateMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differencesPerSecond();
    void whoLeavesTakesNothingAway();
    void noTimeIsNoRate();
};

void TestRateMeter::differencesPerSecond()
{
    RateMeter meter;
    meter.update({member(1, 100, 200)}, 1s);
    const Rates rates = meter.update({member(1, 110, 240), member(2, 6, 0)}, 2s);
    QCOMPARE(rates.messagesReceived, 8.0);
    QCOMPARE(rates.messagesSent, 20.0);
    QCOMPARE(rates.octetsReceived, 80.0);
    QCOMPARE(rates.octetsSent, 200.0);
}

void TestRateMeter::whoLeavesTakesNothingAway()
{
    RateMeter meter;
    meter.update({member(1, 100, 0), member(2, 50, 0)}, 1s);
    QCOMPARE(meter.update({member(2, 51, 0)}, 1s).messagesReceived, 1.0);
}

void TestRateMeter::noTimeIsNoRate()
{
    RateMeter meter;
    QCOMPARE(meter.update({member(1, 100, 0)}, 0ms).messagesReceived, 0.0);
}

QTEST_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
