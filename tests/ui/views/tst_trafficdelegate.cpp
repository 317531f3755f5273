#include "ui/views/trafficdelegate.h"

#include "tests/ui/views/tooltips.h"
#include "tests/ui/views/trafficrecords.h"
#include "ui/models/trafficmodel.h"

#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace confab;

class TestTrafficDelegate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyARefusalsPreviewHasTheLink();
    void oneClickOnTheLinkAllows();
    void everyKindCanBePainted();
    void bothSizesShow();
    void whatIsLeftOutMovesNothing();
    void toolTipOfTheLinkShowsMarkupAsText();
};

void TestTrafficDelegate::onlyARefusalsPreviewHasTheLink()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest("https://a.example", 7));
    log->append(makeForbidden(7));
    TrafficModel model(log);
    model.refresh();
    const TrafficDelegate delegate;
    const QRect cell(0, 0, 500, 28);
    for (int column = 0; column < TrafficModel::columnTotal; ++column) {
        QVERIFY(delegate.linkRect(cell, model.index(0, column)).isNull());
        QCOMPARE(delegate.linkRect(cell, model.index(1, column)).isNull(), column != TrafficModel::Preview);
    }
    QVERIFY(cell.contains(delegate.linkRect(cell, model.index(1, TrafficModel::Preview))));
}

void TestTrafficDelegate::oneClickOnTheLinkAllows()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest("https://a.example", 7));
    log->append(makeForbidden(7));
    TrafficModel model(log);
    model.refresh();
    QTableView view;
    TrafficDelegate delegate;
    view.setModel(&model);
    view.setItemDelegate(&delegate);
    view.setColumnWidth(TrafficModel::Preview, 500);
    view.resize(1400, 300);
    view.show();
    const QSignalSpy allowed(&delegate, &TrafficDelegate::allowOriginRequested);
    const QModelIndex refusal = model.index(1, TrafficModel::Preview);
    const QRect cell = view.visualRect(refusal);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell.topLeft() + QPoint(4, 4));
    QCOMPARE(allowed.size(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, delegate.linkRect(cell, refusal).center());
    QCOMPARE(allowed.size(), 1);
    QCOMPARE(allowed[0][0].toByteArray(), "https://a.example"_ba);
}

void TestTrafficDelegate::everyKindCanBePainted()
{
    auto log = std::make_shared<TrafficLog>();
    for (int kind = 0; kind <= int(TrafficKind::Ended); ++kind)
        log->append(makeRecord(TrafficKind(kind), "payload"));
    TrafficModel model(log);
    model.refresh();
    QTableView view;
    TrafficDelegate delegate;
    view.setModel(&model);
    view.resize(1000, 400);
    view.setItemDelegate(&delegate);
    const QImage empty = QTableView().grab().toImage();
    view.selectRow(2);
    QVERIFY(view.grab().toImage() != empty);
}

void TestTrafficDelegate::bothSizesShow()
{
    const auto painted = [](quint64 wireSize, int width) {
        auto log = std::make_shared<TrafficLog>();
        TrafficRecord record = makeRecord(TrafficKind::Text, QByteArray(900, 'x'));
        record.wireSize = wireSize;
        log->append(record);
        TrafficModel model(log);
        model.refresh();
        QTableView view;
        TrafficDelegate delegate;
        view.setModel(&model);
        view.setItemDelegate(&delegate);
        view.resize(1000, 100);
        const QModelIndex size = model.index(0, TrafficModel::Size);
        if (width > 0)
            view.setColumnWidth(TrafficModel::Size, width);
        else
            view.resizeColumnToContents(TrafficModel::Size);
        return view.grab(view.visualRect(size).translated(view.viewport()->pos())).toImage();
    };
    const QImage plain = painted(900, 0);
    const QImage compressed = painted(100, 0);
    QVERIFY(plain != compressed);
    QVERIFY(painted(200, 0) != compressed);
    // The size itself is where it was.
    const QRect size(0, 0, plain.width() - TrafficDelegate::wireSizeWidth() - 16, plain.height());
    QCOMPARE(plain.copy(size), compressed.copy(size));
    // A narrow cell has the size alone.
    QCOMPARE(painted(100, 60), painted(900, 60));
}

/// Hangul comes from another font than the letters, a taller one.
void TestTrafficDelegate::whatIsLeftOutMovesNothing()
{
    const auto painted = [](const QByteArray &text) {
        auto log = std::make_shared<TrafficLog>();
        log->append(makeRecord(TrafficKind::Text, text));
        TrafficModel model(log);
        model.refresh();
        TrafficDelegate delegate;
        QStyleOptionViewItem option;
        option.rect = {0, 0, 150, 28};
        option.textElideMode = Qt::ElideRight;
        QImage image(option.rect.size(), QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        delegate.paint(&painter, option, model.index(0, TrafficModel::Preview));
        return image;
    };
    const QByteArray start(40, 'x');
    QVERIFY(painted("short") != painted("other"));
    QCOMPARE(painted(start + "안녕하세요"), painted(start + "hello"));
}

void TestTrafficDelegate::toolTipOfTheLinkShowsMarkupAsText()
{
    auto log = std::make_shared<TrafficLog>();
    log->append(makeRequest(imageTag.toUtf8(), 7));
    log->append(makeForbidden(7));
    TrafficModel model(log);
    model.refresh();
    QTableView view;
    TrafficDelegate delegate;
    view.setModel(&model);
    view.show();
    const QModelIndex refusal = model.index(1, TrafficModel::Preview);
    QStyleOptionViewItem option;
    option.rect = {0, 0, 500, 28};
    const QPoint link = delegate.linkRect(option.rect, refusal).center();
    QHelpEvent event(QEvent::ToolTip, link, view.mapToGlobal(link));
    QVERIFY(delegate.helpEvent(&event, &view, option, refusal));
    QVERIFY2(readIn(QToolTip::text()).contains(imageTag), qPrintable(QToolTip::text()));
    QToolTip::hideText();
}

QTEST_MAIN(TestTrafficDelegate)
#include "tst_trafficdelegate.moc"
