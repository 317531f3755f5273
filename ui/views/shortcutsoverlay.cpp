#include "ui/views/shortcutsoverlay.h"

#include "ui/views/controlpainting.h"
#include "ui/views/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

QList<QAction *> withShortcut(const QMenu &menu)
{
    QList<QAction *> actions = menu.actions();
    actions.removeIf([](const QAction *action) { return action->shortcut().isEmpty(); });
    return actions;
}

/// The sheet itself: a box of the window's base colour.
class Sheet : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawRoundedBox(painter, rect(), palette().color(QPalette::Base), hairline(palette()));
    }
};

} // namespace

ShortcutsOverlay::ShortcutsOverlay(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"shortcutsOverlay"_s);
    setFocusPolicy(Qt::StrongFocus);
    parent->installEventFilter(this);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(theme::paneMargin, theme::paneMargin, theme::paneMargin, theme::paneMargin);
    hide();
}

void ShortcutsOverlay::showShortcuts(const QList<QMenu *> &menus)
{
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    delete m_sheet;
    m_sheet = new Sheet(this);
    auto *grid = new QGridLayout(m_sheet);
    grid->setContentsMargins(4 * theme::unit, 3 * theme::unit, 4 * theme::unit, 3 * theme::unit);
    grid->setHorizontalSpacing(3 * theme::unit);
    grid->setVerticalSpacing(theme::unit);
    auto *title = new QLabel(tr("Keyboard shortcuts"), m_sheet);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    grid->addWidget(title, 0, 0, 1, 5);
    int total = 0;
    for (const QMenu *menu : menus)
        total += 1 + int(withShortcut(*menu).size());
    int row = 1;
    int column = 0;
    for (const QMenu *menu : menus) {
        // The second column begins with the group that crosses the middle.
        if (column == 0 && row > total / 2) {
            row = 1;
            column = 3;
        }
        auto *group = new QLabel(menu->title(), m_sheet);
        setSectionLook(*group);
        grid->addWidget(group, row++, column, 1, 2);
        for (const QAction *action : withShortcut(*menu)) {
            auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), m_sheet);
            keys->setFont(payloadFont());
            keys->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(keys, row, column);
            grid->addWidget(new QLabel(action->text(), m_sheet), row++, column + 1);
        }
    }
    grid->setColumnMinimumWidth(2, 2 * theme::unit);
    static_cast<QGridLayout *>(layout())->addWidget(m_sheet, 0, 0, Qt::AlignCenter);
    setAccessibleName(title->text());
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus();
}

void ShortcutsOverlay::putAway()
{
    // Hiding what has the focus would pass it on to the next in the chain.
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    hide();
}

void ShortcutsOverlay::keyPressEvent(QKeyEvent *)
{
    putAway();
}

/// Tab is a key as any other: it leads nowhere beneath.
bool ShortcutsOverlay::focusNextPrevChild(bool)
{
    putAway();
    return true;
}

void ShortcutsOverlay::mousePressEvent(QMouseEvent *)
{
    putAway();
}

void ShortcutsOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 110));
}

bool ShortcutsOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace confab
