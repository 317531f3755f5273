#include "ui/views/trafficlinedelegate.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficLineDelegate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsHaveOneHeight();
    void directionAndContentShow();

private:
    static QImage painted(const TrafficRecord &record, int width)
    {
        auto log = std::make_shared<TrafficLog>();
        log->append(record);
        TrafficModel model(log);
        model.refresh();
        QListView view;
        TrafficLineDelegate delegate;
        view.setModel(&model);
        view.setItemDelegate(&delegate);
        view.resize(width, 60);
        return view.grab().toImage();
    }
};

void TestTrafficLineDelegate::rowsHaveOneHeight()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRecord(TrafficKind::Text, "a"));
    log->append(makeRecord(TrafficKind::Text, QByteArray(5000, '\n')));
    TrafficModel model(log);
    model.refresh();
    const TrafficLineDelegate delegate;
    const QStyleOptionViewItem option;
    QVERIFY(delegate.sizeHint(option, model.index(0, 0)).height() > 0);
    QCOMPARE(delegate.sizeHint(option, model.index(0, 0)).height(),
             delegate.sizeHint(option, model.index(1, 0)).height());
}

void TestTrafficLineDelegate::directionAndContentShow()
{
    TrafficRecord record = makeRecord(TrafficKind::Text, "hello");
    record.time = 1;
    for (const int width : {320, 60}) {
        const QImage received = painted(record, width);
        record.direction = Direction::Sent;
        const QImage sent = painted(record, width);
        record.direction = Direction::Received;
        if (width > 100)
            QVERIFY(received != sent);
    }
    const QImage hello = painted(record, 420);
    record.payload = "world";
    QVERIFY(painted(record, 420) != hello);
    record.payload = "hello";
    record.wireSize = 3;
    QVERIFY(painted(record, 420) != hello);
}

QTEST_MAIN(TestTrafficLineDelegate)
#include "tst_trafficlinedelegate.moc"
