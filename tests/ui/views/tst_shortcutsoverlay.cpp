#include "ui/views/shortcutsoverlay.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace confab;

class TestShortcutsOverlay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void listsWhatHasAShortcut();
    void showingAgainListsAnew();
    void longListHasTwoColumns();
    void keyPutsItAway_data();
    void keyPutsItAway();
    void clickPutsItAway();
    void focusGoesBackToWhereItWas();
    void coversTheWindow();
    void shadesTheWindow();

private:
    QStringList words() const
    {
        QStringList texts;
        for (const QLabel *label : m_overlay->findChildren<QLabel *>())
            texts += label->text();
        return texts;
    }
    QAction *add(QMenu *menu, const QString &text, const QString &keys = {}) const
    {
        QAction *action = menu->addAction(text);
        action->setShortcut(QKeySequence(keys));
        return action;
    }
    std::unique_ptr<QWidget> m_window;
    ShortcutsOverlay *m_overlay = nullptr; ///< of the window
    QMenu *m_room = nullptr;               ///< of the window
    QMenu *m_view = nullptr;               ///< of the window
};

void TestShortcutsOverlay::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    m_overlay = new ShortcutsOverlay(m_window.get());
    m_room = new QMenu(u"Room"_s, m_window.get());
    m_view = new QMenu(u"View"_s, m_window.get());
    add(m_room, u"Start"_s, u"Ctrl+R"_s);
    add(m_room, u"Without"_s);
    add(m_view, u"Find"_s, u"Ctrl+F"_s);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestShortcutsOverlay::listsWhatHasAShortcut()
{
    QVERIFY(!m_overlay->isVisible());
    m_overlay->showShortcuts({m_room, m_view});
    QVERIFY(m_overlay->isVisible());
    QVERIFY(m_overlay->hasFocus());
    QCOMPARE(words(), QStringList({u"Keyboard shortcuts"_s, u"Room"_s, u"Ctrl+R"_s, u"Start"_s, u"View"_s,
                                   u"Ctrl+F"_s, u"Find"_s}));
    QCOMPARE(m_overlay->accessibleName(), u"Keyboard shortcuts"_s);
}

void TestShortcutsOverlay::showingAgainListsAnew()
{
    m_overlay->showShortcuts({m_room, m_view});
    m_room->actions().constFirst()->setText(u"Stop"_s);
    m_overlay->showShortcuts({m_room});
    QCOMPARE(words(), QStringList({u"Keyboard shortcuts"_s, u"Room"_s, u"Ctrl+R"_s, u"Stop"_s}));
}

void TestShortcutsOverlay::longListHasTwoColumns()
{
    for (int i = 1; i <= 8; ++i)
        add(m_room, u"Entry %1"_s.arg(i), u"Alt+%1"_s.arg(i));
    m_overlay->showShortcuts({m_room, m_view});
    m_overlay->layout()->activate();
    const QList<QLabel *> labels = m_overlay->findChildren<QLabel *>();
    const auto find = [&labels](const QString &text) {
        return *std::find_if(labels.begin(), labels.end(),
                             [&text](const QLabel *label) { return label->text() == text; });
    };
    QVERIFY(find(u"View"_s)->x() > find(u"Entry 1"_s)->x());
    QCOMPARE(find(u"View"_s)->y(), find(u"Room"_s)->y());
}

void TestShortcutsOverlay::keyPutsItAway_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("letter") << Qt::Key_A;
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Tab") << Qt::Key_Tab;
    QTest::newRow("Backtab") << Qt::Key_Backtab;
}

void TestShortcutsOverlay::keyPutsItAway()
{
    QFETCH(const Qt::Key, key);
    const auto *beneath = new QLineEdit(m_window.get()); // where Tab would lead
    Q_UNUSED(beneath)
    m_overlay->showShortcuts({m_room});
    QTest::keyClick(m_overlay, key);
    QVERIFY(!m_overlay->isVisible());
}

void TestShortcutsOverlay::clickPutsItAway()
{
    m_overlay->showShortcuts({m_room});
    QTest::mouseClick(m_overlay, Qt::LeftButton, {}, QPoint(1, 1));
    QVERIFY(!m_overlay->isVisible());
    m_overlay->showShortcuts({m_room});
    QTest::mouseClick(m_overlay->findChild<QLabel *>(), Qt::LeftButton);
    QVERIFY(!m_overlay->isVisible());
}

void TestShortcutsOverlay::focusGoesBackToWhereItWas()
{
    QLineEdit first(m_window.get());
    QLineEdit second(m_window.get());
    first.show();
    second.show();
    second.setFocus();
    m_overlay->showShortcuts({m_room});
    m_overlay->showShortcuts({m_room}); // as F1 does once more
    QTest::keyClick(m_overlay, Qt::Key_A);
    QVERIFY(second.hasFocus());
    m_overlay->showShortcuts({m_room});
    second.hide();
    QTest::mouseClick(m_overlay, Qt::LeftButton, {}, QPoint(1, 1));
    QVERIFY(!m_overlay->isVisible());
}

void TestShortcutsOverlay::coversTheWindow()
{
    m_overlay->showShortcuts({m_room});
    QCOMPARE(m_overlay->geometry(), m_window->rect());
    m_window->resize(700, 500);
    QTRY_COMPARE(m_overlay->geometry(), QRect(0, 0, 700, 500));
}

void TestShortcutsOverlay::shadesTheWindow()
{
    const QColor before = m_window->grab().toImage().pixelColor(2, 2);
    m_overlay->showShortcuts({m_room});
    QTRY_VERIFY(m_window->grab().toImage().pixelColor(2, 2).lightness() < before.lightness());
}

QTEST_MAIN(TestShortcutsOverlay)
#include "tst_shortcutsoverlay.moc"
