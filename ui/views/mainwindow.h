#pragma once

#include "core/traffic/trafficlog.h"
#include "server/roomserver.h"
#include "ui/views/theme.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

class QStackedWidget;
class QTabWidget;

namespace confab {

class ClientPane;
class HeaderBar;
class HostPane;
class LatePage;
class MainMenu;
class PaneSplitter;
class QrCodePopup;
class RoomBanners;
class RoomControl;
class RoomView;
class ShortcutsOverlay;
class StatusStrip;
class WelcomeView;
class WireView;

/// The window: host pane, room and wire, client pane, header and status strip, and what passes between them.
/// Owns neither the server nor the client thread; stores no settings and loads no translations: it says what
/// was chosen.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// @param server outlives the window. @param clientThread runs an event loop and outlives the window.
    /// @param initialPolicy what the host pane shows at first; nothing is started.
    MainWindow(RoomServer &server, QThread *clientThread, const std::shared_ptr<TrafficLog> &log,
               const ServerPolicy &initialPolicy, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The window's place, the panes' widths and which are folded, for the next run.
    QByteArray saveLayout() const;
    /// Octets that saveLayout() did not make change nothing.
    void restoreLayout(const QByteArray &layout);

    /// Which choices the menus show as the present ones; emits nothing. Language: "en", "ko", or empty for
    /// the system's.
    void setThemeChoice(ThemeChoice choice);
    void setLanguageChoice(const QString &language);

    /// The certificates that the user trusts, as CertificatePins::lines(); emits nothing.
    void setCertificatePins(const QStringList &lines);

    /// Where exports of the traffic go, as exportFolderChosen() said last; before the wire is first shown.
    void setExportFolder(const QString &folder) { m_exportFolder = folder; }

    /// Starts the room with the host pane's policy, as the Start button does.
    void startRoom();

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(confab::ThemeChoice choice);
    void policyChanged(const confab::ServerPolicy &policy);
    void exportFolderChosen(const QString &folder);
    void certificatePinsChanged(const QStringList &lines);

protected:
    void changeEvent(QEvent *event) override;
    /// Tab follows the eye: by where everything is, not by when it was made.
    bool focusNextPrevChild(bool next) override;

private:
    QWidget *makeCentre();
    QWidget *makeWire(const std::shared_ptr<TrafficLog> &log, QWidget *parent);
    WireView *wire() const;
    void layOut();
    void connectMenu();
    void connectClientActions();
    void connectHeader();
    void connectServer();

    void refresh();
    void showState();
    void showLink();
    void showQr(const QString &link, QWidget *anchor);
    void showTabs(QWidget *tab);
    void connectAsClient();
    void sendMessage();
    void showAbout();
    void retranslate();
    QString joinLink() const;

    RoomServer &m_server;
    RoomControl *m_control;
    MainMenu *m_menu;
    HeaderBar *m_header;
    WelcomeView *m_welcome;
    HostPane *m_host;
    RoomView *m_room;
    LatePage *m_wirePage;
    ClientPane *m_client;
    StatusStrip *m_status;
    RoomBanners *m_banners;
    QrCodePopup *m_qr = nullptr; ///< until a code is first shown
    ShortcutsOverlay *m_shortcuts;
    QTabWidget *m_tabs;
    QStackedWidget *m_stack;
    PaneSplitter *m_panes;
    QString m_exportFolder;
    QTimer m_iconTimer;
    QTimer m_refreshTimer;
    QTimer m_statusTimer;
};

} // namespace confab
