#include "ui/views/readingplace.h"

#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

using namespace confab;

class TestReadingPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void noRowSucceedsTheCurrentOne();
    void otherRowsGoWithoutIt();
    void topRowStays();
    void topRowThatIsGoneLeavesTheTop();
    void emptyListStaysWhereItIs();

private:
    std::unique_ptr<QStringListModel> m_model;
    std::unique_ptr<QListView> m_view;
};

void TestReadingPlace::init()
{
    QStringList rows;
    for (int i = 0; i < 100; ++i)
        rows.append(QString::number(i));
    m_view.reset();
    m_model = std::make_unique<QStringListModel>(rows);
    m_view = std::make_unique<QListView>();
    setModelWithoutSuccession(*m_view, *m_model);
    m_view->resize(200, 200);
    m_view->show();
}

void TestReadingPlace::noRowSucceedsTheCurrentOne()
{
    m_view->setCurrentIndex(m_model->index(1));
    const QSignalSpy changed(m_view->selectionModel(), &QItemSelectionModel::currentChanged);
    m_model->removeRows(0, 2);
    QVERIFY(!m_view->currentIndex().isValid());
    QVERIFY(!m_view->selectionModel()->hasSelection());
    QCOMPARE(changed.size(), 1);
}

void TestReadingPlace::otherRowsGoWithoutIt()
{
    m_view->setCurrentIndex(m_model->index(2));
    m_model->removeRows(0, 2);
    QCOMPARE(m_view->currentIndex().data().toInt(), 2);
    m_model->removeRows(1, 2);
    QCOMPARE(m_view->currentIndex().data().toInt(), 2);
}

void TestReadingPlace::topRowStays()
{
    m_view->verticalScrollBar()->setValue(50);
    const ReadingPlace place(*m_view);
    m_model->removeRows(0, 10);
    place.restore();
    QCoreApplication::processEvents();
    QCOMPARE(m_view->indexAt({5, 1}).data().toInt(), 50);
}

void TestReadingPlace::topRowThatIsGoneLeavesTheTop()
{
    m_view->verticalScrollBar()->setValue(50);
    const ReadingPlace place(*m_view);
    m_model->removeRows(0, 60);
    place.restore();
    QCoreApplication::processEvents();
    QCOMPARE(m_view->indexAt({5, 1}).data().toInt(), 60);
}

void TestReadingPlace::emptyListStaysWhereItIs()
{
    m_model->setStringList({});
    const ReadingPlace place(*m_view);
    m_model->setStringList({QStringLiteral("new")});
    place.restore();
    QCOMPARE(m_view->verticalScrollBar()->value(), 0);
}

QTEST_MAIN(TestReadingPlace)
#include "tst_readingplace.moc"
