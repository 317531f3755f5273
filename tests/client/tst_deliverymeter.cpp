#include "client/deliverymeter.h"

#include <QTest>

using namespace confab;

class TestDeliveryMeter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsAtTheHighMarkAndResumesAtTheLow();
    void countsEmptyDeliveries();
};

void TestDeliveryMeter::holdsAtTheHighMarkAndResumesAtTheLow()
{
    constexpr qint64 size = 1024 * 1024 - DeliveryMeter::overhead;
    DeliveryMeter meter;
    for (int i = 0; i < 16; ++i)
        QVERIFY(!meter.post(size));
    QVERIFY(meter.post(size)); // the 17th MiB
    for (int left = 16; left > 4; --left)
        QVERIFY(!meter.deliver(size));
    QVERIFY(meter.deliver(size)); // once …
    for (int left = 3; left >= 0; --left)
        QVERIFY(!meter.deliver(size)); // … not again
}

void TestDeliveryMeter::countsEmptyDeliveries()
{
    DeliveryMeter meter;
    int posted = 0;
    while (!meter.post(0))
        QVERIFY(++posted < 1'000'000);
}

QTEST_APPLESS_MAIN(TestDeliveryMeter)
#include "tst_deliverymeter.moc"
