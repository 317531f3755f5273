#include "ui/views/clienttrafficview.h"

#include "tests/ui/views/markingtranslator.h"

#include "tests/ui/views/trafficrecords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientTrafficView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void emptyAtFirst();
    void showsItsConnectionOnly();
    void connectingIsShownInstead();
    void detailsOpenAndClose();
    void detailsSpeakTheLanguageOfTheirFirstRecord();
    void recordBeingReadStaysWhenItsRowGoes();
    void listStandsStillWhileRowsAreDropped();
    void copiesARecordAsText();
    void tabOpensNothing();

private:
    static TrafficRecord ofClient(const QByteArray &payload, ConnectionId connection)
    {
        TrafficRecord record = makeRecord(TrafficKind::Text, payload, connection);
        record.source = TrafficSource::Client;
        return record;
    }
    QListView *list() const { return m_view->findChild<QListView *>(u"clientTrafficList"_s); }

    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<ClientTrafficView> m_view;
};

void TestClientTrafficView::init()
{
    m_log = std::make_shared<TrafficLog>();
    m_view = std::make_unique<ClientTrafficView>(m_log);
    m_view->resize(340, 400);
    m_view->show();
}

void TestClientTrafficView::emptyAtFirst()
{
    m_log->append(ofClient("of another", 3));
    m_log->append(makeRecord(TrafficKind::Text, "of the server", 4));
    m_view->refresh();
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(m_view->findChild<QLabel *>(u"clientTrafficTitle"_s)->isVisible());
    QVERIFY(!m_view->findChild<QProgressBar *>(u"clientConnecting"_s)->isVisible());
}

void TestClientTrafficView::showsItsConnectionOnly()
{
    m_log->append(ofClient("a", 3));
    m_log->append(ofClient("b", 4));
    m_view->setConnection(4);
    QCOMPARE(list()->model()->rowCount(), 1);
    m_log->append(ofClient("c", 4));
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QVERIFY(list()->isVisible());
}

void TestClientTrafficView::connectingIsShownInstead()
{
    using namespace std::chrono_literals;
    m_view->setConnecting(u"host:3000"_s, 10s);
    const auto *title = m_view->findChild<QLabel *>(u"clientTrafficTitle"_s);
    QVERIFY(title->text().contains("host:3000"_L1));
    QVERIFY(m_view->findChild<QProgressBar *>(u"clientConnecting"_s)->isVisible());
    m_view->setConnecting({});
    QVERIFY(!m_view->findChild<QProgressBar *>(u"clientConnecting"_s)->isVisible());
}

void TestClientTrafficView::detailsOpenAndClose()
{
    m_log->append(ofClient("hello", 4));
    m_view->setConnection(4);
    QVERIFY(!m_view->findChild<QWidget *>(u"trafficDetails"_s)); // they are made when they are wanted
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                      list()->visualRect(list()->model()->index(0, 0)).center());
    auto *details = m_view->findChild<QWidget *>(u"trafficDetails"_s);
    QVERIFY(details);
    QVERIFY(details->isVisible());
    QTest::mouseClick(details->findChild<QWidget *>(u"detailsClose"_s), Qt::LeftButton);
    QVERIFY(!details->isVisible());
}

void TestClientTrafficView::detailsSpeakTheLanguageOfTheirFirstRecord()
{
    m_log->append(ofClient("hello", 4));
    m_view->setConnection(4);
    const MarkingTranslator translator;
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QVERIFY(m_view->findChild<QWidget *>(u"detailsClose"_s)->accessibleName().startsWith(u'«'));
}

void TestClientTrafficView::recordBeingReadStaysWhenItsRowGoes()
{
    m_log->setLimits({.maxRecords = 3});
    for (const char *payload : {"one", "two", "three"})
        m_log->append(ofClient(payload, 4));
    m_view->setConnection(4);
    list()->setCurrentIndex(list()->model()->index(0, 0));
    const auto *payload = m_view->findChild<QPlainTextEdit *>(u"detailsPayload"_s);
    QCOMPARE(payload->toPlainText(), u"one"_s);
    m_log->append(ofClient("four", 4));
    m_view->refresh();
    QVERIFY(payload->isVisible());
    QCOMPARE(payload->toPlainText(), u"one"_s);
    QVERIFY(!list()->currentIndex().isValid());
    QVERIFY(m_view->findChild<QLabel *>(u"recordGone"_s)->isVisible());
    m_view->setConnection(5);
    QVERIFY(!payload->isVisible());
}

void TestClientTrafficView::listStandsStillWhileRowsAreDropped()
{
    m_log->setLimits({.maxRecords = 300});
    for (int i = 0; i < 300; ++i)
        m_log->append(ofClient("x", 4));
    m_view->setConnection(4);
    list()->verticalScrollBar()->setValue(100);
    const auto topNumber = [this] { return list()->indexAt({5, 1}).data().toInt(); };
    QCOMPARE(topNumber(), 101);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 20; ++i)
            m_log->append(ofClient("y", 4));
        m_view->refresh();
        QCoreApplication::processEvents();
        QCOMPARE(list()->model()->index(0, 0).data().toInt(), 20 * round + 21);
        QCOMPARE(topNumber(), 101);
    }
}

void TestClientTrafficView::copiesARecordAsText()
{
    m_log->append(ofClient("hello", 4));
    m_view->setConnection(4);
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.startsWith("1\t"_L1) && copied.endsWith("hello"_L1), qPrintable(copied));
}

void TestClientTrafficView::tabOpensNothing()
{
    m_view->setConnection(7);
    for (int i = 0; i < 100; ++i)
        m_log->append(ofClient(QByteArray::number(i), 7));
    QTRY_COMPARE(list()->model()->rowCount(), 100);
    const QScrollBar *bar = list()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    list()->setFocus(Qt::TabFocusReason);
    QVERIFY(list()->hasFocus());
    QVERIFY(!list()->currentIndex().isValid());
    m_log->append(ofClient("one more", 7));
    QTRY_COMPARE(list()->model()->rowCount(), 101);
    QCOMPARE(bar->value(), bar->maximum()); // it follows
    for (const Qt::Key key : {Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_PageUp,
                              Qt::Key_PageDown, Qt::Key_End}) {
        list()->setCurrentIndex({});
        list()->scrollToBottom();
        QTest::keyClick(list(), key);
        QCOMPARE(list()->currentIndex().row(), 100);
    }
    list()->setCurrentIndex({});
    QTest::keyClick(list(), Qt::Key_Home);
    QCOMPARE(list()->currentIndex().row(), 0);
}

QTEST_MAIN(TestClientTrafficView)
#include "tst_clienttrafficview.moc"
