#include "ui/views/mainmenu.h"

#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

struct ActionDefinition
{
    QLatin1StringView name;
    QLatin1StringView shortcut;
    bool checkable = false;
};

constexpr ActionDefinition definitions[MainMenu::actionCount] = {
    {"startStop"_L1, "Ctrl+R"_L1},
    {"copyLinkAction"_L1, "Ctrl+L"_L1},
    {"showQrAction"_L1, "Ctrl+Shift+Q"_L1},
    {"sendMessage"_L1, "Ctrl+Return"_L1},
    {"connectToServer"_L1, "Ctrl+K"_L1},
    {"newConnection"_L1, "Ctrl+T"_L1},
    {"showCertificates"_L1, "Ctrl+Shift+T"_L1},
    {"find"_L1, "Ctrl+F"_L1},
    {"exportTraffic"_L1, "Ctrl+Shift+E"_L1},
    {"showRoom"_L1, "Alt+1"_L1},
    {"showWire"_L1, "Alt+2"_L1},
    {"toggleHostPane"_L1, "Ctrl+1"_L1, true},
    {"focusCentre"_L1, "Ctrl+2"_L1},
    {"toggleClientPane"_L1, "Ctrl+3"_L1, true},
    {"clientSendAction"_L1, "Ctrl+Shift+S"_L1},
    {"clientPingAction"_L1, "Ctrl+Shift+P"_L1},
    {"clientCloseAction"_L1, "Ctrl+Shift+W"_L1},
    {"clientKickAction"_L1, "Ctrl+Shift+K"_L1},
    {"clientBanAction"_L1, "Ctrl+Shift+B"_L1},
    {"clientTrafficAction"_L1, "Ctrl+Shift+F"_L1},
    {"shortcuts"_L1, "F1"_L1},
    {"about"_L1, {}},
    {"quit"_L1, "Ctrl+Q"_L1},
};

/// Qt's name of the key in shortcuts; Korean keyboards call it Enter.
[[maybe_unused]] constexpr auto nameOfReturn = QT_TRANSLATE_NOOP("QShortcut", "Return");

constexpr QLatin1StringView languages[] = {{}, "en"_L1, "ko"_L1};

/// Languages are named in themselves, whatever the window speaks.
QString ownName(const QString &language)
{
    return language == "ko"_L1 ? u"한국어"_s : u"English"_s;
}

} // namespace

MainMenu::MainMenu(QWidget *window)
    : QObject(window)
    , m_menu(new QMenu(window))
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    for (std::size_t i = 0; i < actionCount; ++i) {
        auto *action = new QAction(this);
        action->setObjectName(QString(definitions[i].name));
        action->setCheckable(definitions[i].checkable);
        if (!definitions[i].shortcut.isEmpty())
            action->setShortcut(QKeySequence(QString(definitions[i].shortcut)));
        m_actions[i] = action;
        window->addAction(action);
    }
    action(ToggleHostPane)->setIcon(themeIcon(u"sidebar-collapse-left"_s));
    action(ToggleClientPane)->setIcon(themeIcon(u"sidebar-collapse-right"_s));
    action(Quit)->setMenuRole(QAction::QuitRole);
    action(About)->setMenuRole(QAction::AboutRole);
    addMenus();
    addChoices();
    retranslate();
    setTheme(ThemeChoice::System);
    setLanguage({});
}

QList<QMenu *> MainMenu::shortcutMenus() const
{
    return {m_room, m_client, m_connection, m_view, m_help};
}

void MainMenu::setTheme(ThemeChoice choice)
{
    m_themes->actions().at(int(choice))->setChecked(true);
}

void MainMenu::setLanguage(const QString &language)
{
    for (QAction *action : m_languages->actions())
        action->setChecked(action->data().toString() == language);
}

QString MainMenu::languageName() const
{
    const QAction *chosen = m_languages->checkedAction();
    const QString language = chosen ? chosen->data().toString() : QString();
    //: The language that this translation is in: en or ko.
    return ownName(language.isEmpty() ? tr("en") : language);
}

void MainMenu::setRunning(bool running)
{
    m_running = running;
    action(StartStop)->setText(running ? tr("Stop the room") : tr("Start the room"));
    action(CopyLink)->setEnabled(running);
    action(ShowQr)->setEnabled(running);
}

void MainMenu::addMenus()
{
    m_menu->setObjectName(u"mainMenu"_s);
    const auto add = [this](QMenu *menu, std::initializer_list<Action> actions) {
        for (const Action entry : actions)
            menu->addAction(action(entry));
    };
    m_room = m_menu->addMenu(QString());
    add(m_room, {StartStop, CopyLink, ShowQr});
    m_room->addSeparator();
    add(m_room, {SendMessage});
    m_client = m_menu->addMenu(QString());
    add(m_client, {ClientSend, ClientPing, ClientTraffic});
    m_client->addSeparator();
    add(m_client, {ClientClose, ClientKick, ClientBan});
    m_connection = m_menu->addMenu(QString());
    add(m_connection, {ConnectToServer, NewConnection});
    m_connection->addSeparator();
    add(m_connection, {ShowCertificates});
    m_view = m_menu->addMenu(QString());
    add(m_view, {ShowRoom, ShowWire, Find, ExportTraffic});
    m_view->addSeparator();
    add(m_view, {ToggleHostPane, FocusCentre, ToggleClientPane});
    m_view->addSeparator();
    m_theme = m_view->addMenu(QString());
    m_language = m_view->addMenu(QString());
    m_language->setObjectName(u"languageMenu"_s);
    m_menu->addSeparator();
    m_help = m_menu->addMenu(QString());
    add(m_help, {Shortcuts, About});
    m_menu->addSeparator();
    add(m_menu, {Quit});
}

void MainMenu::addChoices()
{
    for (int i = 0; i < themeChoiceCount; ++i) {
        QAction *entry = m_themes->addAction(m_theme->addAction(QString()));
        entry->setCheckable(true);
        entry->setObjectName(u"theme%1"_s.arg(i));
        connect(entry, &QAction::triggered, this, [this, i] { Q_EMIT themeChosen(ThemeChoice(i)); });
    }
    for (const QLatin1StringView language : languages) {
        QAction *entry = m_languages->addAction(m_language->addAction(QString()));
        entry->setCheckable(true);
        entry->setData(QString(language));
        entry->setObjectName(u"language-"_s + language);
        connect(entry, &QAction::triggered, this,
                [this, entry] { Q_EMIT languageChosen(entry->data().toString()); });
    }
}

void MainMenu::retranslate()
{
    m_room->setTitle(tr("Room"));
    m_client->setTitle(tr("Selected client"));
    m_connection->setTitle(tr("Connection"));
    m_view->setTitle(tr("View"));
    m_theme->setTitle(tr("Theme"));
    m_language->setTitle(tr("Language"));
    m_help->setTitle(tr("Help"));

    action(CopyLink)->setText(tr("Copy the join link"));
    action(ShowQr)->setText(tr("Show the QR code"));
    action(SendMessage)->setText(tr("Send the message"));
    action(ConnectToServer)->setText(tr("Connect to a server"));
    action(NewConnection)->setText(tr("New connection"));
    action(ShowCertificates)->setText(tr("Trusted certificates…"));
    action(Find)->setText(tr("Find in the traffic"));
    action(ExportTraffic)->setText(tr("Export the traffic…"));
    action(ShowRoom)->setText(tr("Show the room"));
    action(ShowWire)->setText(tr("Show the wire"));
    action(ToggleHostPane)->setText(tr("Host pane"));
    action(ToggleHostPane)->setToolTip(tr("Show or hide the host pane"));
    action(FocusCentre)->setText(tr("Room and wire"));
    action(ToggleClientPane)->setText(tr("Client pane"));
    action(ToggleClientPane)->setToolTip(tr("Show or hide the client pane"));
    action(ClientSend)->setText(tr("Send to it…"));
    action(ClientPing)->setText(tr("Ping"));
    action(ClientClose)->setText(tr("Close with code and reason…"));
    action(ClientKick)->setText(tr("Kick (cut the connection)"));
    action(ClientBan)->setText(tr("Ban its address…"));
    action(ClientTraffic)->setText(tr("Show only its traffic"));
    action(Shortcuts)->setText(tr("Keyboard shortcuts"));
    action(About)->setText(tr("About Confab"));
    action(Quit)->setText(tr("Quit"));
    setRunning(m_running);

    const QString themes[] = {tr("As the system"), tr("Light"), tr("Dark")};
    for (int i = 0; i < themeChoiceCount; ++i)
        m_themes->actions().at(i)->setText(themes[i]);
    for (QAction *entry : m_languages->actions()) {
        const QString language = entry->data().toString();
        entry->setText(language.isEmpty() ? tr("As the system") : ownName(language));
    }
}

} // namespace confab
