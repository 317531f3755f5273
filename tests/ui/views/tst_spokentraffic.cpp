#include "ui/views/spokentraffic.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestSpokenTraffic : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsARowInWords();
};

void TestSpokenTraffic::tellsARowInWords()
{
    auto log = std::make_shared<TrafficLog>();
    TrafficModel model(log);
    SpokenTraffic spoken;
    spoken.setSourceModel(&model);
    const QAbstractItemModelTester tester(&spoken);
    TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(900, 'x'));
    record.wireSize = 90;
    log->append(record);
    model.refresh();
    QCOMPARE(spoken.rowCount(), 1);
    const QString words = spoken.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(words.startsWith("Received, Text, xxx"_L1), qPrintable(words));
    QVERIFY2(words.contains("compressed to 90 B on the wire (10 %)"_L1), qPrintable(words));
    QCOMPARE(spoken.index(0, 0).data(TrafficModel::RecordRole).value<TrafficRecord>().wireSize, 90u);
}

QTEST_MAIN(TestSpokenTraffic)
#include "tst_spokentraffic.moc"
