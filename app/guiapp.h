#pragma once

#include "app/options.h"
#include "app/settingsstore.h"
#include "app/translator.h"
#include "core/link/networkthread.h"
#include "server/roomserver.h"
#include "ui/views/mainwindow.h"

#include <memory>

namespace confab {

/// The program with a window: puts the server, the client's network thread, settings, language and theme
/// together.
class GuiApp : public QObject
{
    Q_OBJECT
public:
    /// @param settings outlives the application.
    GuiApp(const Options &options, SettingsStore &settings, Translator &translator,
           QObject *parent = nullptr);
    ~GuiApp() override;

    /// Shows the window and runs the event loop. @return the program's exit status.
    int run();

private:
    void setLanguage(const QString &language);
    void setTheme(ThemeChoice theme);
    void saveLayout();

    SettingsStore &m_settings;
    Translator &m_translator;
    ServerPolicy m_policy; ///< as the window has it
    std::shared_ptr<TrafficLog> m_log;
    NetworkThread m_clientThread;
    RoomServer m_server;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace confab
