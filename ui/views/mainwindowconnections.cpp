#include "ui/views/mainwindow.h"

#include "ui/views/clientcomposer.h"
#include "ui/views/clientpane.h"
#include "ui/views/clientstable.h"
#include "ui/views/headerbar.h"
#include "ui/views/hostpane.h"
#include "ui/views/latepage.h"
#include "ui/views/mainmenu.h"
#include "ui/views/panesplitter.h"
#include "ui/views/roombanners.h"
#include "ui/views/roomcomposer.h"
#include "ui/views/roomcontrol.h"
#include "ui/views/roomview.h"
#include "ui/views/shortcutsoverlay.h"
#include "ui/views/wireview.h"

#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>

// What passes between the parts of the window.
namespace confab {

namespace {

/// The composer of that type which the keyboard talks to, or one of its parts does.
template <typename Composer>
Composer *focusedComposer()
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (auto *composer = qobject_cast<Composer *>(widget))
            return composer;
    }
    return nullptr;
}

/// Whether the keyboard writes into something.
bool isTyping()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
}

} // namespace

void MainWindow::connectMenu()
{
    const auto on = [this](MainMenu::Action action, auto act) {
        connect(m_menu->action(action), &QAction::triggered, this, act);
    };
    on(MainMenu::StartStop, [this] { m_control->isRunning() ? m_control->stop() : startRoom(); });
    on(MainMenu::CopyLink, [this] { QApplication::clipboard()->setText(joinLink()); });
    on(MainMenu::ShowQr, [this] { showQr(joinLink(), m_header->qrAnchor()); });
    on(MainMenu::SendMessage, [this] { sendMessage(); });
    on(MainMenu::ConnectToServer, [this] { connectAsClient(); });
    on(MainMenu::NewConnection, [this] {
        m_client->addConnection();
        connectAsClient();
    });
    on(MainMenu::ShowCertificates, [this] { m_client->showCertificates(); });
    on(MainMenu::Find, [this] {
        showTabs(m_wirePage);
        wire()->focusFilter();
    });
    on(MainMenu::ExportTraffic, [this] {
        showTabs(m_wirePage);
        wire()->exportShown();
    });
    on(MainMenu::ShowRoom, [this] {
        showTabs(m_room);
        m_room->setFocus();
    });
    on(MainMenu::ShowWire, [this] {
        showTabs(m_wirePage);
        wire()->setFocus();
    });
    on(MainMenu::FocusCentre, [this] {
        QWidget *shown = m_stack->currentWidget();
        (shown == m_tabs ? m_tabs->currentWidget() : shown)->setFocus();
    });
    on(MainMenu::Shortcuts, [this] { m_shortcuts->showShortcuts(m_menu->shortcutMenus()); });
    on(MainMenu::About, [this] { showAbout(); });
    on(MainMenu::Quit, [this] { close(); });
    on(MainMenu::ToggleHostPane, [this](bool shown) { m_panes->setPaneShown(m_host, shown); });
    on(MainMenu::ToggleClientPane, [this](bool shown) { m_panes->setPaneShown(m_client, shown); });
    m_menu->action(MainMenu::ToggleHostPane)->setChecked(true);
    m_menu->action(MainMenu::ToggleClientPane)->setChecked(true);
    connect(m_panes, &PaneSplitter::paneShown, this, [this](const QWidget *pane, bool shown) {
        m_menu->action(pane == m_host ? MainMenu::ToggleHostPane : MainMenu::ToggleClientPane)
            ->setChecked(shown);
    });
    connect(m_menu, &MainMenu::themeChosen, this, &MainWindow::themeChosen);
    connect(m_menu, &MainMenu::languageChosen, this, [this](const QString &language) {
        setLanguageChoice(language);
        Q_EMIT languageChosen(language);
    });
}

QWidget *MainWindow::makeWire(const std::shared_ptr<TrafficLog> &log, QWidget *parent)
{
    auto *view = new WireView(log, parent);
    view->setExportFolder(m_exportFolder);
    connect(view, &WireView::allowOriginRequested, m_control, &RoomControl::allowOrigin);
    connect(view, &WireView::exportFolderChosen, this, &MainWindow::exportFolderChosen);
    return view;
}

void MainWindow::sendMessage()
{
    if (auto *composer = focusedComposer<ClientComposer>())
        composer->send();
    else if (focusedComposer<RoomComposer>() || (m_room->isVisible() && !isTyping()))
        m_room->composer()->send();
}

void MainWindow::connectClientActions()
{
    ClientsTable *clients = m_host->clients();
    const std::pair<MainMenu::Action, void (ClientsTable::*)()> actions[] = {
        {MainMenu::ClientSend, &ClientsTable::sendToCurrent},
        {MainMenu::ClientPing, &ClientsTable::pingCurrent},
        {MainMenu::ClientClose, &ClientsTable::closeCurrent},
        {MainMenu::ClientKick, &ClientsTable::kickCurrent},
        {MainMenu::ClientBan, &ClientsTable::banCurrent},
        {MainMenu::ClientTraffic, &ClientsTable::showTrafficOfCurrent},
    };
    for (const auto &[action, act] : actions)
        connect(m_menu->action(action), &QAction::triggered, clients, act);
    connect(clients, &ClientsTable::showOnlyRequested, this, [this](quint64 connection, const QString &name) {
        wire()->showOnly(connection, name);
        showTabs(m_wirePage);
    });
}

void MainWindow::connectHeader()
{
    m_header->setMenus(m_menu->menu(), m_menu->languageMenu());
    m_header->setPaneActions(m_menu->action(MainMenu::ToggleHostPane),
                             m_menu->action(MainMenu::ToggleClientPane));
    connect(m_header, &HeaderBar::startRequested, this, &MainWindow::startRoom);
    connect(m_header, &HeaderBar::stopRequested, m_control, &RoomControl::stop);
    connect(m_header, &HeaderBar::qrRequested, this, [this] { showQr(joinLink(), m_header->qrAnchor()); });
    connect(m_host, &HostPane::qrRequested, this, &MainWindow::showQr);
}

void MainWindow::connectServer()
{
    connect(m_control, &RoomControl::policyChanged, this, &MainWindow::policyChanged);
    const CertificatePins *pins = &m_client->certificatePins();
    connect(pins, &CertificatePins::changed, this,
            [this, pins] { Q_EMIT certificatePinsChanged(pins->lines()); });
    connect(m_control, &RoomControl::stateChanged, this, &MainWindow::showState);
    connect(&m_server, &RoomServer::joinLinksChanged, this, &MainWindow::showLink);
    connect(&m_server, &RoomServer::failed, m_banners, &RoomBanners::showError);
    connect(&m_server, &RoomServer::historyFailed, m_banners, &RoomBanners::showHistoryEnd);
    connect(&m_server, &RoomServer::refused, m_banners, &RoomBanners::showRefusal);
    connect(&m_server, &RoomServer::stopped, m_banners, &RoomBanners::forgetRefusals);
    connect(&m_server, &RoomServer::stopped, m_banners, &RoomBanners::clearHistoryEnd);
    connect(m_banners, &RoomBanners::startRequested, this, &MainWindow::startRoom);
    connect(m_banners, &RoomBanners::originAllowed, m_control, &RoomControl::allowOrigin);
}

} // namespace confab
