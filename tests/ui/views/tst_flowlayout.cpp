#include "ui/views/flowlayout.h"

#include <QTest>
#include <QWidget>

using namespace confab;

class TestFlowLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breaksLinesAtTheWidth();
    void insertsInFront();
    void hiddenItemsTakeNoRoom();
};

namespace {

QWidget *makeItem(QWidget *parent)
{
    auto *item = new QWidget(parent);
    item->setFixedSize(50, 20);
    return item;
}

} // namespace

void TestFlowLayout::breaksLinesAtTheWidth()
{
    QWidget window;
    auto *layout = new FlowLayout(10, &window);
    QList<QWidget *> items;
    for (int i = 0; i < 3; ++i) {
        items.append(makeItem(&window));
        layout->addWidget(items.last());
    }
    QCOMPARE(layout->heightForWidth(170), 20);
    QCOMPARE(layout->heightForWidth(169), 50);
    QCOMPARE(layout->heightForWidth(60), 80);
    window.resize(120, 100);
    window.show();
    QCOMPARE(items.at(0)->pos(), QPoint(0, 0));
    QCOMPARE(items.at(1)->pos(), QPoint(60, 0));
    QCOMPARE(items.at(2)->pos(), QPoint(0, 30));
}

void TestFlowLayout::insertsInFront()
{
    QWidget window;
    auto *layout = new FlowLayout(10, &window);
    QWidget *last = makeItem(&window);
    QWidget *first = makeItem(&window);
    layout->addWidget(last);
    layout->insertWidget(0, first);
    QCOMPARE(layout->itemAt(0)->widget(), first);
    QCOMPARE(layout->itemAt(1)->widget(), last);
    QCOMPARE(layout->itemAt(2), nullptr);
    const std::unique_ptr<QLayoutItem> taken(layout->takeAt(0));
    QCOMPARE(taken->widget(), first);
    QCOMPARE(layout->count(), 1);
}

void TestFlowLayout::hiddenItemsTakeNoRoom()
{
    QWidget window;
    auto *layout = new FlowLayout(10, &window);
    QWidget *hidden = makeItem(&window);
    QWidget *shown = makeItem(&window);
    layout->addWidget(hidden);
    layout->addWidget(shown);
    hidden->hide();
    window.resize(200, 50);
    window.show();
    QCOMPARE(shown->pos(), QPoint(0, 0));
}

QTEST_MAIN(TestFlowLayout)
#include "tst_flowlayout.moc"
