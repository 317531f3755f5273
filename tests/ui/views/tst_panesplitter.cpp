#include "ui/views/panesplitter.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;

class TestPaneSplitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void widthFoldsTheOuterPanes_data();
    void widthFoldsTheOuterPanes();
    void whatTheUserFoldedStaysFolded();
    void foldedByWidthIsStillWanted();
    void strangeOctetsChangeNothing();
    void isRestoredBeforeItIsShown_data();
    void isRestoredBeforeItIsShown();

private:
    std::unique_ptr<PaneSplitter> m_splitter;
    QWidget *m_host = nullptr;
    QWidget *m_client = nullptr;
};

void TestPaneSplitter::init()
{
    m_splitter = std::make_unique<PaneSplitter>();
    m_host = new QWidget;
    m_client = new QWidget;
    m_splitter->setPanes(m_host, new QWidget, m_client);
    m_splitter->resize(1280, 700);
    m_splitter->show();
    QVERIFY(m_host->isVisible() && m_client->isVisible());
}

void TestPaneSplitter::widthFoldsTheOuterPanes_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("host");
    QTest::addColumn<bool>("client");
    QTest::newRow("comfortable") << 1280 << true << true;
    QTest::newRow("narrow") << 1100 << true << false;
    QTest::newRow("smallest") << 960 << false << false;
}

void TestPaneSplitter::widthFoldsTheOuterPanes()
{
    QFETCH(const int, width);
    QFETCH(const bool, host);
    QFETCH(const bool, client);
    m_splitter->resize(width, 600);
    QCOMPARE(m_host->isVisible(), host);
    QCOMPARE(m_client->isVisible(), client);
    m_splitter->resize(1280, 700);
    QVERIFY(m_host->isVisible() && m_client->isVisible());
}

void TestPaneSplitter::whatTheUserFoldedStaysFolded()
{
    QSignalSpy shown(m_splitter.get(), &PaneSplitter::paneShown);
    m_splitter->setPaneShown(m_client, false);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.first().at(0).value<QWidget *>(), m_client);
    QCOMPARE(shown.first().at(1).toBool(), false);
    m_splitter->resize(960, 600);
    m_splitter->resize(1280, 700);
    QVERIFY(m_host->isVisible());
    QVERIFY(!m_client->isVisible());

    const QByteArray saved = m_splitter->savePanes();
    m_splitter->setPaneShown(m_client, true);
    m_splitter->restorePanes(saved);
    QVERIFY(!m_client->isVisible());
}

void TestPaneSplitter::foldedByWidthIsStillWanted()
{
    m_splitter->resize(960, 600);
    const QByteArray saved = m_splitter->savePanes();
    m_splitter->resize(1280, 700);
    m_splitter->restorePanes(saved);
    QVERIFY(m_host->isVisible() && m_client->isVisible());
}

void TestPaneSplitter::strangeOctetsChangeNothing()
{
    for (const QByteArray &octets : {QByteArray(), QByteArray("x"), QByteArray(64, '\xff')}) {
        m_splitter->restorePanes(octets);
        QVERIFY(m_host->isVisible() && m_client->isVisible());
    }
}

void TestPaneSplitter::isRestoredBeforeItIsShown_data()
{
    widthFoldsTheOuterPanes_data();
}

/// As a program does: a window that was never shown has no width of its own.
void TestPaneSplitter::isRestoredBeforeItIsShown()
{
    QFETCH(const int, width);
    QFETCH(const bool, host);
    QFETCH(const bool, client);
    const QByteArray saved = m_splitter->savePanes();
    const QList<int> sizes = m_splitter->sizes();
    m_splitter = std::make_unique<PaneSplitter>();
    m_host = new QWidget;
    m_client = new QWidget;
    m_splitter->setPanes(m_host, new QWidget, m_client);
    m_splitter->restorePanes(saved);
    m_splitter->resize(width, 700);
    m_splitter->show();
    QCOMPARE(m_host->isVisible(), host);
    QCOMPARE(m_client->isVisible(), client);
    m_splitter->resize(1280, 700);
    QVERIFY(m_host->isVisible() && m_client->isVisible());
    if (host && client)
        QCOMPARE(m_splitter->sizes(), sizes);
}

QTEST_MAIN(TestPaneSplitter)
#include "tst_panesplitter.moc"
