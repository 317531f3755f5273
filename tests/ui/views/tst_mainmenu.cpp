#include "ui/views/mainmenu.h"

#include "ui/views/shortcutsoverlay.h"

#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

namespace {

void collect(const QMenu *menu, QSet<QAction *> &actions)
{
    for (QAction *action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), actions);
        else
            actions.insert(action);
    }
}

} // namespace

class TestMainMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyActionIsInAMenuAndNamed();
    void shortcutsAreDistinct();
    void runningIsSaid();
    void choicesAreSaidOnce();
    void overlayListsEveryShortcut();
};

void TestMainMenu::everyActionIsInAMenuAndNamed()
{
    QWidget window;
    const MainMenu menu(&window);
    QSet<QAction *> actions;
    collect(menu.menu(), actions);
    for (std::size_t i = 0; i < MainMenu::actionCount; ++i) {
        QAction *action = menu.action(MainMenu::Action(i));
        QVERIFY2(actions.contains(action), qPrintable(action->objectName()));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        QVERIFY(window.actions().contains(action));
    }
    for (const QAction *action : std::as_const(actions))
        QVERIFY(action->isSeparator() || !action->text().isEmpty());
}

void TestMainMenu::shortcutsAreDistinct()
{
    QWidget window;
    const MainMenu menu(&window);
    QSet<QString> seen;
    for (std::size_t i = 0; i < MainMenu::actionCount; ++i) {
        const QString keys = menu.action(MainMenu::Action(i))->shortcut().toString();
        if (keys.isEmpty())
            continue;
        QVERIFY2(!seen.contains(keys), qPrintable(keys));
        seen.insert(keys);
    }
    for (const QString &promised : {u"Ctrl+Return"_s, u"Ctrl+K"_s, u"Ctrl+F"_s, u"Ctrl+1"_s, u"Ctrl+2"_s,
                                    u"Ctrl+3"_s, u"F1"_s, u"Ctrl+Q"_s})
        QVERIFY2(seen.contains(promised), qPrintable(promised));
}

void TestMainMenu::runningIsSaid()
{
    QWidget window;
    MainMenu menu(&window);
    const QString start = menu.action(MainMenu::StartStop)->text();
    QVERIFY(!menu.action(MainMenu::CopyLink)->isEnabled());
    menu.setRunning(true);
    QVERIFY(menu.action(MainMenu::StartStop)->text() != start);
    QVERIFY(menu.action(MainMenu::CopyLink)->isEnabled());
}

void TestMainMenu::choicesAreSaidOnce()
{
    QWidget window;
    MainMenu menu(&window);
    const QSignalSpy themes(&menu, &MainMenu::themeChosen);
    const QSignalSpy languages(&menu, &MainMenu::languageChosen);
    menu.setTheme(ThemeChoice::Dark);
    menu.setLanguage(u"ko"_s);
    QCOMPARE(themes.size() + languages.size(), 0);
    QCOMPARE(menu.languageName(), u"한국어"_s);
    window.findChild<QAction *>(u"language-en"_s)->trigger();
    QCOMPARE(languages.size(), 1);
    QCOMPARE(menu.languageName(), u"English"_s);
    QVERIFY(window.findChild<QAction *>(u"theme2"_s)->isChecked());
}

void TestMainMenu::overlayListsEveryShortcut()
{
    QWidget window;
    window.resize(900, 600);
    window.show();
    const MainMenu menu(&window);
    ShortcutsOverlay overlay(&window);
    overlay.showShortcuts(menu.shortcutMenus());
    QVERIFY(overlay.isVisible());
    QSet<QString> words;
    for (const QLabel *label : overlay.findChildren<QLabel *>())
        words.insert(label->text());
    for (std::size_t i = 0; i < MainMenu::actionCount; ++i) {
        const QAction *action = menu.action(MainMenu::Action(i));
        if (!action->shortcut().isEmpty() && i != MainMenu::Quit)
            QVERIFY2(words.contains(action->text()), qPrintable(action->text()));
    }
    QTest::mouseClick(&overlay, Qt::LeftButton);
    QVERIFY(!overlay.isVisible());
}

QTEST_MAIN(TestMainMenu)
#include "tst_mainmenu.moc"
