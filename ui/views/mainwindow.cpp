#include "ui/views/mainwindow.h"

#include "resources/iconresources.h"
#include "server/joinlinks.h"
#include "ui/views/clientpane.h"
#include "ui/views/headerbar.h"
#include "ui/views/hostpane.h"
#include "ui/views/latepage.h"
#include "ui/views/mainmenu.h"
#include "ui/views/panesplitter.h"
#include "ui/views/qrcodepopup.h"
#include "ui/views/readingorder.h"
#include "ui/views/roombanners.h"
#include "ui/views/roomcontrol.h"
#include "ui/views/roomview.h"
#include "ui/views/shortcutsoverlay.h"
#include "ui/views/statusstrip.h"
#include "ui/views/theme.h"
#include "ui/views/welcomeview.h"
#include "ui/views/wireview.h"

#include <QApplication>
#include <QDataStream>
#include <QEvent>
#include <QMessageBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace confab {

namespace {

constexpr auto refreshInterval = 100ms;
constexpr auto statusInterval = 1s;
constexpr QSize smallestSize{960, 600};
constexpr QSize usualSize{1280, 800};
/// About what the wire needs: nothing moves when it is made.
constexpr int wireMinimumWidth = 47 * theme::unit;
constexpr quint32 layoutVersion = 1;

} // namespace

MainWindow::MainWindow(RoomServer &server, QThread *clientThread, const std::shared_ptr<TrafficLog> &log,
                       const ServerPolicy &initialPolicy, QWidget *parent)
    : QMainWindow(parent)
    , m_server(server)
    , m_control(new RoomControl(server, initialPolicy, this))
    , m_menu(new MainMenu(this))
    , m_header(new HeaderBar(this))
    , m_welcome(new WelcomeView(this))
    , m_host(new HostPane(server, *m_control, this))
    , m_room(new RoomView(server, this))
    , m_wirePage(new LatePage([this, log](QWidget *page) { return makeWire(log, page); }, this))
    , m_client(new ClientPane(clientThread, log, this))
    , m_status(new StatusStrip(server, log, this))
    , m_banners(new RoomBanners(this))
    , m_shortcuts(nullptr)
    , m_tabs(new QTabWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_panes(new PaneSplitter(this))
{
    setObjectName(u"mainWindow"_s);
    m_tabs->setObjectName(u"centreTabs"_s);
    m_panes->setObjectName(u"panes"_s);
    m_client->setObjectName(u"clientPane"_s);
    initIconResources();
    // It is drawn in ten sizes: when nothing else waits, which is behind the first picture. (A timer, because
    // singleShot(0) posts an event, which comes first.)
    m_iconTimer.setSingleShot(true);
    connect(&m_iconTimer, &QTimer::timeout, this, [this] { setWindowIcon(QIcon(u":/icons/confab.svg"_s)); });
    m_iconTimer.start(0ms);
    setMinimumSize(smallestSize);
    resize(usualSize);
    layOut();
    m_shortcuts = new ShortcutsOverlay(centralWidget());

    connectMenu();
    connectClientActions();
    connectHeader();
    connectServer();
    connect(m_welcome, &WelcomeView::startRequested, this, &MainWindow::startRoom);
    connect(m_welcome, &WelcomeView::connectRequested, this, &MainWindow::connectAsClient);

    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &MainWindow::refresh);
    m_refreshTimer.start();
    m_statusTimer.setInterval(statusInterval);
    connect(&m_statusTimer, &QTimer::timeout, m_status, &StatusStrip::refresh);
    m_statusTimer.start();

    retranslate();
    showState();
    m_header->setStartProminent(false);
    m_welcome->setFocus();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeCentre()
{
    m_wirePage->setMinimumWidth(wireMinimumWidth);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_room, {});
    m_tabs->addTab(m_wirePage, {});
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_tabs);

    auto *centre = new QWidget(this);
    centre->setObjectName(u"centre"_s);
    centre->setBackgroundRole(QPalette::Base);
    centre->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banners);
    layout->addWidget(m_stack, 1);
    return centre;
}

WireView *MainWindow::wire() const
{
    return static_cast<WireView *>(m_wirePage->content());
}

void MainWindow::layOut()
{
    m_panes->setPanes(m_host, makeCentre(), m_client);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_panes, 1);
    layout->addWidget(m_status);
    setCentralWidget(central);
}

QByteArray MainWindow::saveLayout() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << layoutVersion << saveGeometry() << m_panes->savePanes() << m_host->areSettingsShown();
    return layout;
}

void MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 version = 0;
    QByteArray geometry;
    QByteArray panes;
    bool settingsShown = true;
    stream >> version >> geometry >> panes >> settingsShown;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    restoreGeometry(geometry);
    m_panes->restorePanes(panes);
    m_host->showSettings(settingsShown);
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_menu->setTheme(choice);
}

void MainWindow::setLanguageChoice(const QString &language)
{
    m_menu->setLanguage(language);
    m_header->setLanguageName(m_menu->languageName());
}

void MainWindow::startRoom()
{
    m_banners->clearError();
    m_host->commitSettings();
    m_control->restart(); // only a start, unless a history has failed while the room ran
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusNextByEye(*this, next) || QMainWindow::focusNextPrevChild(next);
}

void MainWindow::refresh()
{
    m_host->refresh();
    m_room->refresh();
    m_header->setClientCount(m_server.roster()->liveCount());
}

void MainWindow::showState()
{
    const RoomServer::State state = m_server.state();
    m_header->setServerState(state);
    showLink();
    m_menu->setRunning(m_control->isRunning());
    m_welcome->setBusy(state == RoomServer::State::Starting);
    m_room->showState();
    if (state != RoomServer::State::Listening)
        return;
    m_banners->clearError();
    if (m_stack->currentWidget() == m_welcome) {
        showTabs(m_room);
        m_room->setFocus();
    }
}

void MainWindow::showLink()
{
    m_header->setLink(joinLink());
    if (m_qr)
        m_qr->hide(); // of a link that may be none any more
    if (m_server.state() != RoomServer::State::Listening)
        return;
    m_client->setDefaultAddress(webSocketAddress(QUrl(joinLink())));
}

void MainWindow::setCertificatePins(const QStringList &lines)
{
    m_client->certificatePins().setLines(lines);
}

void MainWindow::showQr(const QString &link, QWidget *anchor)
{
    if (link.isEmpty())
        return;
    if (!m_qr)
        m_qr = new QrCodePopup(this);
    m_qr->showLink(link, leadsToThisComputer(link), anchor);
}

void MainWindow::showTabs(QWidget *tab)
{
    m_tabs->setCurrentWidget(tab);
    m_stack->setCurrentWidget(m_tabs);
    m_header->setStartProminent(true);
}

void MainWindow::connectAsClient()
{
    if (m_stack->currentWidget() == m_welcome)
        showTabs(m_wirePage);
    m_panes->setPaneShown(m_client, true);
    m_client->focusAddress();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Confab"),
        tr("Confab %1\n\nA chat room for everyone on the network, and a workbench for WebSocket.")
            .arg(QApplication::applicationVersion()));
}

void MainWindow::retranslate()
{
    setWindowTitle(u"Confab"_s);
    m_menu->retranslate();
    m_header->setLanguageName(m_menu->languageName());
    m_tabs->setTabText(m_tabs->indexOf(m_room), tr("Room"));
    m_tabs->setTabText(m_tabs->indexOf(m_wirePage), tr("Wire"));
}

QString MainWindow::joinLink() const
{
    return m_server.joinLinks().value(0);
}

} // namespace confab
