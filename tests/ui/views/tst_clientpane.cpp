#include "ui/views/clientpane.h"

#include "ui/views/clientview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace confab;

class TestClientPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_thread.start(); }
    void cleanupTestCase();
    void init();
    void startsWithOneConnection();
    void addsAndClosesTabs();
    void theLastTabLeavesAnEmptyState();
    void titlesFollowTheAddress();
    void newTabsOfferTheDefaultAddress();

private:
    QThread m_thread;
    std::unique_ptr<ClientPane> m_pane;
    QTabWidget *m_tabs = nullptr;
};

void TestClientPane::cleanupTestCase()
{
    m_pane.reset();
    m_thread.quit();
    m_thread.wait();
}

void TestClientPane::init()
{
    m_pane = std::make_unique<ClientPane>(&m_thread, std::make_shared<TrafficLog>());
    m_pane->resize(360, 720);
    m_pane->show();
    m_tabs = m_pane->findChild<QTabWidget *>(u"clientTabs"_s);
}

void TestClientPane::startsWithOneConnection()
{
    QCOMPARE(m_pane->connectionCount(), 1);
    QVERIFY(m_pane->currentConnection());
    QCOMPARE(m_tabs->tabText(0), u"localhost:3000"_s);
    QVERIFY(!m_tabs->tabIcon(0).isNull());
    QVERIFY(m_tabs->tabToolTip(0).contains("CLOSED"_L1));
}

void TestClientPane::addsAndClosesTabs()
{
    QTest::mouseClick(m_pane->findChild<QPushButton *>(u"clientAdd"_s), Qt::LeftButton);
    QCOMPARE(m_pane->connectionCount(), 2);
    QCOMPARE(m_tabs->currentIndex(), 1);
    const ClientView *kept = m_pane->currentConnection();
    QTest::mouseClick(m_tabs->tabBar()->tabButton(0, QTabBar::RightSide), Qt::LeftButton);
    QCOMPARE(m_pane->connectionCount(), 1);
    QCOMPARE(m_pane->currentConnection(), kept);
}

void TestClientPane::theLastTabLeavesAnEmptyState()
{
    QTest::mouseClick(m_tabs->tabBar()->tabButton(0, QTabBar::RightSide), Qt::LeftButton);
    QCOMPARE(m_pane->connectionCount(), 0);
    QVERIFY(!m_pane->currentConnection());
    auto *add = m_pane->findChild<QPushButton *>(u"clientEmptyAdd"_s);
    QVERIFY(add->isVisible());
    QTest::mouseClick(add, Qt::LeftButton);
    QCOMPARE(m_pane->connectionCount(), 1);
    QVERIFY(!add->isVisible());
}

void TestClientPane::titlesFollowTheAddress()
{
    m_pane->currentConnection()->setAddress(u"wss://user:secret@example.org/a&b"_s);
    QCOMPARE(m_tabs->tabText(0), u"example.org/a&&b"_s);
    m_pane->currentConnection()->setAddress({});
    QVERIFY(!m_tabs->tabText(0).isEmpty());
}

void TestClientPane::newTabsOfferTheDefaultAddress()
{
    m_pane->setDefaultAddress(QUrl(u"ws://192.168.0.7:3001"_s));
    QCOMPARE(m_tabs->tabText(0), u"192.168.0.7:3001"_s);
    m_pane->focusAddress();
    QCOMPARE(m_pane->addConnection()->findChild<QLineEdit *>(u"clientAddress"_s)->text(),
             u"ws://192.168.0.7:3001"_s);
}

QTEST_MAIN(TestClientPane)
#include "tst_clientpane.moc"
