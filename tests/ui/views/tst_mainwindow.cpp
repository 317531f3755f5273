#include "ui/views/mainwindow.h"

#include "tests/ui/views/markingtranslator.h"
#include "ui/views/clientpane.h"
#include "ui/views/clientstable.h"
#include "ui/views/failurebanner.h"
#include "ui/views/hostpane.h"
#include "ui/views/roomview.h"
#include "ui/views/welcomeview.h"
#include "ui/views/wireview.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace confab;

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void firstStartOffersTwoWays();
    void startOpensTheRoom();
    void stopClosesIt();
    void connectLeadsToTheClientPane();
    void portInUseIsExplained();
    void refusedOriginIsAllowedWithOneClick();
    void controlReturnSendsToEveryone();
    void controlReturnElsewhereSendsNothing_data();
    void controlReturnElsewhereSendsNothing();
    void startsWithThePortThatIsTyped();
    void aLocalLinkIsNotForPhones();
    void outerPanesFoldInANarrowWindow();
    void panesFoldByShortcut();
    void layoutIsRemembered();
    void strangeLayoutChangesNothing();
    void choicesAreSaid();
    void shortcutsAreShown();
    void theWireIsMadeWhenItIsFirstShown_data();
    void theWireIsMadeWhenItIsFirstShown();
    void whatIsMadeLateSpeaksThePresentLanguage();

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    void trigger(const QString &name) { child<QAction>(name)->trigger(); }
    void click(const QString &name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void start()
    {
        click(u"startStop"_s);
        QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    }
    void makeWindow(const ServerPolicy &policy)
    {
        m_window = std::make_unique<MainWindow>(*m_server, &m_thread, m_log, policy);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    QThread m_thread;
    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_thread.start();
    m_log = std::make_shared<TrafficLog>();
    m_server = std::make_unique<RoomServer>(m_log);
    ServerPolicy policy;
    policy.port = 0;
    makeWindow(policy);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_server.reset();
    m_thread.quit();
    m_thread.wait();
}

void TestMainWindow::firstStartOffersTwoWays()
{
    QTRY_VERIFY(!m_window->windowIcon().isNull());
    QVERIFY(child<WelcomeView>(u"welcomeView"_s)->isVisible());
    QVERIFY(!child<QTabWidget>(u"centreTabs"_s)->isVisible());
    QCOMPARE(m_server->state(), RoomServer::State::Stopped);
}

void TestMainWindow::startOpensTheRoom()
{
    click(u"welcomeStart"_s);
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    QTRY_VERIFY(child<RoomView>(u"roomView"_s)->isVisible());
    QTRY_VERIFY(child<QPushButton>(u"copyLink"_s)->isVisible());
}

void TestMainWindow::stopClosesIt()
{
    start();
    click(u"startStop"_s);
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
    QVERIFY(!child<QPushButton>(u"copyLink"_s)->isVisible());
    // What was said can still be read.
    QVERIFY(child<RoomView>(u"roomView"_s)->isVisible());
}

void TestMainWindow::connectLeadsToTheClientPane()
{
    click(u"welcomeConnect"_s);
    QVERIFY(child<ClientPane>(u"clientPane"_s)->isVisible());
    QVERIFY(child<ClientPane>(u"clientPane"_s)->currentConnection());
    QVERIFY(!child<WelcomeView>(u"welcomeView"_s)->isVisible());
}

void TestMainWindow::portInUseIsExplained()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerPolicy policy;
    policy.port = other.serverPort();
    makeWindow(policy);
    click(u"startStop"_s);
    auto *banner = child<FailureBanner>(u"serverErrorBanner"_s);
    QTRY_VERIFY(banner->isShowing());
    QVERIFY(banner->accessibleDescription().contains(QString::number(policy.port)));
    other.close();
    QTest::mouseClick(banner->findChild<QPushButton *>(u"failureAction"_s), Qt::LeftButton);
    QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    QTRY_VERIFY(!banner->isShowing());
}

void TestMainWindow::refusedOriginIsAllowedWithOneClick()
{
    start();
    const QUrl url(u"ws://127.0.0.1:%1/"_s.arg(m_server->port()));
    auto *banner = child<FailureBanner>(u"refusedOriginBanner"_s);
    QVERIFY(!banner->isShowing());
    QWebSocket refused(u"https://example.org"_s);
    refused.open(url);
    QTRY_VERIFY(banner->isShowing());
    QVERIFY(banner->accessibleDescription().contains("https://example.org"_L1));

    QSignalSpy policyChanged(m_window.get(), &MainWindow::policyChanged);
    QTest::mouseClick(banner->findChild<QPushButton *>(u"failureAction"_s), Qt::LeftButton);
    QVERIFY(!banner->isShowing());
    QCOMPARE(policyChanged.size(), 1);
    QWebSocket welcome(u"https://example.org"_s);
    const QSignalSpy connected(&welcome, &QWebSocket::connected);
    welcome.open(url);
    QTRY_COMPARE(connected.size(), 1);
}

void TestMainWindow::controlReturnSendsToEveryone()
{
    start();
    QWebSocket member;
    QSignalSpy received(&member, &QWebSocket::textMessageReceived);
    member.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())));
    QTRY_COMPARE(m_server->roster()->liveCount(), 1);
    auto *message = child<QPlainTextEdit>(u"roomMessage"_s);
    message->setFocus();
    QTest::keyClicks(message, u"hello"_s);
    QTest::keyClick(message, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(received.size(), 1);
    QVERIFY(received.first().first().toString().contains("hello"_L1));
    QVERIFY(message->toPlainText().isEmpty());
    QTRY_VERIFY(child<ClientsTable>(u"clientsTable"_s)->model()->rowCount() == 1);
}

void TestMainWindow::controlReturnElsewhereSendsNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("the port") << u"port"_s;
    QTest::newRow("a client's address") << u"clientAddress"_s;
    QTest::newRow("the filter of the wire") << u"wireFilter"_s;
}

/// What was not finished in the room stays there.
void TestMainWindow::controlReturnElsewhereSendsNothing()
{
    QFETCH(const QString, field);
    start();
    auto *message = child<QPlainTextEdit>(u"roomMessage"_s);
    message->setPlainText(u"a draft"_s);
    if (field == "wireFilter"_L1)
        trigger(u"find"_s);
    auto *elsewhere = child<QWidget>(field);
    QVERIFY(elsewhere);
    elsewhere->setFocus();
    trigger(u"sendMessage"_s);
    QCOMPARE(message->toPlainText(), u"a draft"_s);
    // From a button or a list in sight of the draft it is sent.
    trigger(u"showRoom"_s);
    child<QPushButton>(u"startStop"_s)->setFocus();
    trigger(u"sendMessage"_s);
    QVERIFY(message->toPlainText().isEmpty());
}

void TestMainWindow::startsWithThePortThatIsTyped()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    auto *field = child<QSpinBox>(u"port"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::number(port));
    trigger(u"startStop"_s);
    QTRY_VERIFY(m_server->state() != RoomServer::State::Starting);
    QCOMPARE(m_server->policy().port, port);
}

void TestMainWindow::aLocalLinkIsNotForPhones()
{
    ServerPolicy policy;
    policy.port = 0;
    policy.address = QHostAddress(QHostAddress::Any);
    makeWindow(policy);
    start();
    const QStringList links = m_server->joinLinks();
    QVERIFY(links.constLast().contains("localhost"_L1));
    QTest::mouseClick(child<QPushButton>(u"showQr%1"_s.arg(links.size())), Qt::LeftButton);
    const auto labels = child<QWidget>(u"qrCodePopup"_s)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains("this computer alone"_L1);
    }));
}

void TestMainWindow::outerPanesFoldInANarrowWindow()
{
    auto *host = child<HostPane>(u"hostPane"_s);
    auto *client = child<ClientPane>(u"clientPane"_s);
    m_window->resize(1280, 800);
    QTRY_VERIFY(host->isVisible() && client->isVisible());
    m_window->resize(1100, 700);
    QTRY_VERIFY(!client->isVisible());
    QVERIFY(host->isVisible());
    m_window->resize(960, 600);
    QTRY_VERIFY(!host->isVisible());
    m_window->resize(1280, 800);
    QTRY_VERIFY(host->isVisible() && client->isVisible());
    // What the user folded stays folded.
    trigger(u"toggleClientPane"_s);
    m_window->resize(960, 600);
    QTRY_VERIFY(!host->isVisible());
    m_window->resize(1280, 800);
    QTRY_VERIFY(host->isVisible());
    QVERIFY(!client->isVisible());
}

void TestMainWindow::panesFoldByShortcut()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const auto *host = child<HostPane>(u"hostPane"_s);
    QVERIFY(host->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!host->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(host->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(m_window->findChild<WireView *>()->isVisible());
}

void TestMainWindow::layoutIsRemembered()
{
    trigger(u"toggleClientPane"_s);
    child<HostPane>(u"hostPane"_s)->showSettings(false);
    const QByteArray layout = m_window->saveLayout();
    makeWindow({});
    QVERIFY(child<ClientPane>(u"clientPane"_s)->isVisible());
    m_window->restoreLayout(layout);
    QVERIFY(!child<ClientPane>(u"clientPane"_s)->isVisible());
    QVERIFY(child<HostPane>(u"hostPane"_s)->isVisible());
    QVERIFY(!child<HostPane>(u"hostPane"_s)->areSettingsShown());
}

void TestMainWindow::strangeLayoutChangesNothing()
{
    for (const QByteArray &layout : {QByteArray(), QByteArray("x"), QByteArray(64, '\xff')}) {
        m_window->restoreLayout(layout);
        QVERIFY(child<HostPane>(u"hostPane"_s)->isVisible());
        QVERIFY(child<ClientPane>(u"clientPane"_s)->isVisible());
    }
}

void TestMainWindow::choicesAreSaid()
{
    QSignalSpy languages(m_window.get(), &MainWindow::languageChosen);
    QSignalSpy themes(m_window.get(), &MainWindow::themeChosen);
    m_window->setLanguageChoice(u"en"_s);
    m_window->setThemeChoice(ThemeChoice::Dark);
    QCOMPARE(languages.size() + themes.size(), 0);
    trigger(u"language-ko"_s);
    QCOMPARE(languages.size(), 1);
    QCOMPARE(languages.first().first().toString(), u"ko"_s);
    QCOMPARE(child<QPushButton>(u"languageButton"_s)->text(), u"한국어"_s);
    trigger(u"theme1"_s);
    QCOMPARE(themes.size(), 1);
    QCOMPARE(themes.first().first().value<ThemeChoice>(), ThemeChoice::Light);
}

void TestMainWindow::shortcutsAreShown()
{
    auto *overlay = child<QWidget>(u"shortcutsOverlay"_s);
    QVERIFY(!overlay->isVisible());
    trigger(u"shortcuts"_s);
    QVERIFY(overlay->isVisible());
    QTest::keyClick(overlay, Qt::Key_Escape);
    QVERIFY(!overlay->isVisible());
}

void TestMainWindow::theWireIsMadeWhenItIsFirstShown_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("by its tab") << QString();
    for (const char *name : {"showWire", "find"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestMainWindow::theWireIsMadeWhenItIsFirstShown()
{
    QFETCH(const QString, action);
    start();
    QWebSocket peer;
    peer.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->port())));
    QTRY_VERIFY(m_log->lastNumber() > 0);
    QVERIFY(!m_window->findChild<WireView *>());
    const int smallestWidth = child<QTabWidget>(u"centreTabs"_s)->minimumSizeHint().width();
    if (action.isEmpty())
        child<QTabWidget>(u"centreTabs"_s)->setCurrentIndex(1);
    else
        trigger(action);
    auto *wire = m_window->findChild<WireView *>();
    QVERIFY(wire);
    QVERIFY(wire->isVisible());
    QVERIFY(wire->minimumSizeHint().width() <= smallestWidth); // the panes beside it need not give way
    // What was seen before is there too.
    const auto *table = child<QTableView>(u"wireTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QVERIFY(table->isVisible());
    QCOMPARE(m_window->findChildren<WireView *>().size(), 1);
}

void TestMainWindow::whatIsMadeLateSpeaksThePresentLanguage()
{
    QVERIFY(!m_window->findChild<WireView *>());
    const MarkingTranslator translator;
    trigger(u"showWire"_s);
    QCOMPARE(child<QPushButton>(u"wireClear"_s)->text(), u"«Clear»"_s);
    QTRY_COMPARE(child<QTabWidget>(u"centreTabs"_s)->tabText(1), u"«Wire»"_s);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
