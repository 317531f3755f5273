#include "app/guiapp.h"

#include "app/signalwatcher.h"

#include <QApplication>

#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

ThemeChoice themeChoice(const QString &name)
{
    return name == "dark"_L1    ? ThemeChoice::Dark
           : name == "light"_L1 ? ThemeChoice::Light
                                : ThemeChoice::System;
}

QString themeName(ThemeChoice theme)
{
    return theme == ThemeChoice::Dark ? u"dark"_s : theme == ThemeChoice::Light ? u"light"_s : QString();
}

} // namespace

GuiApp::GuiApp(const Options &options, SettingsStore &settings, Translator &translator, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_translator(translator)
    , m_policy(options.policy)
    , m_log(std::make_shared<TrafficLog>(options.policy.log))
    , m_clientThread(u"client"_s)
    , m_server(m_log, options.policy.history)
{
    // Before the first widget and icon: to change them afterwards costs as much as to make them.
    applyTheme(*qApp, themeChoice(m_settings.theme()));
    m_window = std::make_unique<MainWindow>(m_server, &m_clientThread, m_log, options.policy);
    connect(m_window.get(), &MainWindow::languageChosen, this, &GuiApp::setLanguage);
    connect(m_window.get(), &MainWindow::themeChosen, this, &GuiApp::setTheme);
    connect(m_window.get(), &MainWindow::policyChanged, this, [this](const ServerPolicy &policy) {
        m_settings.storeChanges(std::exchange(m_policy, policy), policy);
        m_log->setLimits(policy.log);
        m_server.conversation()->setLimits(policy.history);
    });
    connect(m_window.get(), &MainWindow::certificatePinsChanged, this,
            [this](const QStringList &lines) { m_settings.setCertificatePins(lines); });
    connect(m_window.get(), &MainWindow::exportFolderChosen, this,
            [this](const QString &folder) { m_settings.setExportFolder(folder); });
    // What comes after it is up to the session: log-out may end the program before its destructors run.
    connect(qApp, &QGuiApplication::commitDataRequest, this, &GuiApp::saveLayout);
    m_window->setCertificatePins(m_settings.certificatePins());
    m_window->setExportFolder(m_settings.exportFolder());
    m_window->restoreLayout(m_settings.layout());
    m_window->setLanguageChoice(options.language.isEmpty() ? m_settings.language() : options.language);
    m_window->setThemeChoice(themeChoice(m_settings.theme()));
}

GuiApp::~GuiApp()
{
    saveLayout();
}

int GuiApp::run()
{
    const SignalWatcher watcher;
    connect(&watcher, &SignalWatcher::terminationRequested, m_window.get(), &QWidget::close);
    m_window->show();
    return QApplication::exec();
}

void GuiApp::saveLayout()
{
    m_settings.setLayout(m_window->saveLayout());
}

void GuiApp::setLanguage(const QString &language)
{
    m_settings.setLanguage(language);
    m_translator.setLanguage(language);
}

void GuiApp::setTheme(ThemeChoice theme)
{
    m_settings.setTheme(themeName(theme));
    applyTheme(*qApp, theme);
}

} // namespace confab
