#include "ui/views/wiretable.h"

#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"
#include "ui/views/trafficproxy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestWireTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void followsTheEnd();
    void standsStillWhileOneReads();
    void standsStillWhileRowsAreDropped();
    void copiesRows();
    void titlesAreThere();
    void previewComesBeforeTheSizeOnTheWire();
    void aDraggedSizeColumnStays();
    void takesALargeLog();

private:
    void append(int count);

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<TrafficModel> m_model;
    std::unique_ptr<TrafficProxy> m_proxy;
    std::unique_ptr<WireTable> m_table;
};

void TestWireTable::init()
{
    m_table.reset();
    m_proxy.reset();
    m_log = std::make_shared<TrafficLog>();
    m_model = std::make_unique<TrafficModel>(m_log, TrafficFilter{}, TrafficModelLimits{1000, 5000});
    m_proxy = std::make_unique<TrafficProxy>(*m_model);
    m_table = std::make_unique<WireTable>(*m_model, *m_proxy);
    m_table->resize(800, 300);
    m_table->show();
}

void TestWireTable::append(int count)
{
    for (int i = 0; i < count; ++i)
        m_log->append(makeRecord(TrafficKind::Text, "message " + QByteArray::number(i)));
}

void TestWireTable::followsTheEnd()
{
    append(100);
    m_table->takeNew();
    QVERIFY(m_table->isAtEnd());
    append(50);
    m_table->takeNew();
    QVERIFY(m_table->isAtEnd());
    QCOMPARE(m_table->verticalScrollBar()->maximum(), m_table->verticalScrollBar()->value());
    QVERIFY(!m_table->findChild<QPushButton *>(u"wireFollow"_s)->isVisible());
}

void TestWireTable::standsStillWhileOneReads()
{
    append(100);
    m_table->takeNew();
    m_table->verticalScrollBar()->setValue(10);
    append(7);
    m_table->takeNew();
    QCOMPARE(m_table->verticalScrollBar()->value(), 10);
    auto *follow = m_table->findChild<QPushButton *>(u"wireFollow"_s);
    QVERIFY(follow->isVisible());
    QVERIFY2(follow->text().contains(u'7'), qPrintable(follow->text()));
    const QSignalSpy requested(m_table.get(), &WireTable::endRequested);
    QTest::mouseClick(follow, Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    m_table->followEnd();
    QVERIFY(m_table->isAtEnd());
    QVERIFY(!follow->isVisible());
}

void TestWireTable::standsStillWhileRowsAreDropped()
{
    append(1000);
    m_table->takeNew();
    m_table->verticalScrollBar()->setValue(500);
    const quint64 top = m_proxy->record(500).number;
    append(100);
    m_table->takeNew();
    QCOMPARE(m_proxy->rowCount(), 1000);
    QCOMPARE(m_proxy->record(m_table->verticalScrollBar()->value()).number, top);
}

void TestWireTable::copiesRows()
{
    append(3);
    m_table->takeNew();
    m_table->selectRow(1);
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith("2\t"_L1) && copied.endsWith("message 1"_L1), qPrintable(copied));
}

void TestWireTable::titlesAreThere()
{
    for (const int column : {TrafficModel::Number, TrafficModel::Time, TrafficModel::Peer, TrafficModel::Kind,
                             TrafficModel::Size, TrafficModel::Preview})
        QVERIFY(!m_proxy->headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestWireTable::previewComesBeforeTheSizeOnTheWire()
{
    const QHeaderView *header = m_table->horizontalHeader();
    const auto title = [this] { return m_proxy->headerData(TrafficModel::Size, Qt::Horizontal).toString(); };
    m_table->resize(1200, 300);
    const int full = header->sectionSize(TrafficModel::Size);
    QVERIFY(title().contains(u"wire"_s));
    const int others = header->sectionPosition(TrafficModel::Preview);

    m_table->resize(others + 100, 300);
    QVERIFY(header->sectionSize(TrafficModel::Size) < full);
    QVERIFY(header->sectionSize(TrafficModel::Preview) > 100);
    QVERIFY(!title().contains(u"wire"_s));
    m_table->resize(1200, 300);
    QCOMPARE(header->sectionSize(TrafficModel::Size), full);
    QVERIFY(title().contains(u"wire"_s));
}

void TestWireTable::aDraggedSizeColumnStays()
{
    QHeaderView *header = m_table->horizontalHeader();
    m_table->resize(1200, 300);
    const int chosen = header->sectionSize(TrafficModel::Size) + 40;
    header->resizeSection(TrafficModel::Size, chosen);
    m_table->resize(500, 300);
    QCOMPARE(header->sectionSize(TrafficModel::Size), chosen);
}

void TestWireTable::takesALargeLog()
{
    m_table.reset();
    m_proxy.reset();
    m_model = std::make_unique<TrafficModel>(m_log);
    m_proxy = std::make_unique<TrafficProxy>(*m_model);
    m_table = std::make_unique<WireTable>(*m_model, *m_proxy);
    m_table->resize(800, 300);
    m_table->show();
    append(100'000);
    while (m_table->takeNew()) {
    }
    QCOMPARE(m_proxy->rowCount(), 100'000);
    QVERIFY(m_table->isAtEnd());
    const QSignalSpy removals(m_proxy.get(), &QAbstractItemModel::rowsRemoved);
    const QSignalSpy insertions(m_proxy.get(), &QAbstractItemModel::rowsInserted);
    m_proxy->setText(u"message 99999"_s);
    QCOMPARE(m_proxy->rowCount(), 1);
    m_proxy->setText(u"7"_s); // in runs of a few rows each
    QCOMPARE(m_proxy->rowCount(), 100'000 - 9 * 9 * 9 * 9 * 9);
    m_proxy->setText({});
    QCOMPARE(m_proxy->rowCount(), 100'000);
    // Each of these would take as long as the table is.
    QCOMPARE(removals.count(), 0);
    QCOMPARE(insertions.count(), 0);
}

QTEST_MAIN(TestWireTable)
#include "tst_wiretable.moc"
