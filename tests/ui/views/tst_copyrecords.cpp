#include "ui/views/copyrecords.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestCopyRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void copiesRowsInTheirOrder()
    {
        const auto log = std::make_shared<TrafficLog>();
        for (const char *payload : {"one", "two", "three"})
            log->append(makeRecord(TrafficKind::Text, payload));
        TrafficModel model(log);
        model.refresh();
        QItemSelectionModel selection(&model);
        QGuiApplication::clipboard()->setText(u"before"_s);
        copySelectedRecords(selection);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);

        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection.select(model.index(2, 0), flags);
        selection.select(model.index(0, 0), flags);
        copySelectedRecords(selection);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().startsWith("1\t"_L1) && lines.first().endsWith("one"_L1));
        QVERIFY(lines.last().startsWith("3\t"_L1) && lines.last().endsWith("three"_L1));
    }
};

QTEST_MAIN(TestCopyRecords)
#include "tst_copyrecords.moc"
