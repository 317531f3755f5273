#pragma once

#include "ui/views/theme.h"

#include <QMenu>

#include <array>

class QActionGroup;

namespace confab {

/// Every action of the window with its shortcut, and the menus they are in. Does nothing itself: the window
/// connects them.
class MainMenu : public QObject
{
    Q_OBJECT
public:
    enum Action {
        StartStop,
        CopyLink,
        ShowQr,
        SendMessage,
        ConnectToServer,
        NewConnection,
        ShowCertificates,
        Find,
        ExportTraffic,
        ShowRoom,
        ShowWire,
        ToggleHostPane,
        FocusCentre,
        ToggleClientPane,
        ClientSend,
        ClientPing,
        ClientClose,
        ClientKick,
        ClientBan,
        ClientTraffic,
        Shortcuts,
        About,
        Quit,
    };
    static constexpr std::size_t actionCount = std::size_t(Quit) + 1;

    /// @param window owns the menu, and is given all actions, so that their shortcuts work.
    explicit MainMenu(QWidget *window);

    QAction *action(Action action) const { return m_actions[std::size_t(action)]; }
    QMenu *menu() const { return m_menu; }
    QMenu *languageMenu() const { return m_language; }
    /// The menus whose actions have shortcuts, in order.
    QList<QMenu *> shortcutMenus() const;

    void setTheme(ThemeChoice choice);
    /// "en", "ko", or empty for the system's.
    void setLanguage(const QString &language);
    /// The name of the chosen language in that language; of the one that the window speaks if the choice is
    /// the system's.
    QString languageName() const;
    void setRunning(bool running);
    void retranslate();

Q_SIGNALS:
    void themeChosen(confab::ThemeChoice choice);
    void languageChosen(const QString &language);

private:
    void addMenus();
    void addChoices();

    QMenu *m_menu;
    QMenu *m_room = nullptr;
    QMenu *m_client = nullptr;
    QMenu *m_connection = nullptr;
    QMenu *m_view = nullptr;
    QMenu *m_theme = nullptr;
    QMenu *m_language = nullptr;
    QMenu *m_help = nullptr;
    QActionGroup *m_themes;
    QActionGroup *m_languages;
    std::array<QAction *, actionCount> m_actions{};
    bool m_running = false;
};

} // namespace confab
