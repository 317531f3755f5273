#include "ui/views/readingorder.h"

#include <QApplication>

#include <algorithm>

namespace confab {

namespace {

/// As QWidget's own way of finding the next one has it.
bool isTabStop(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && widget.isEnabled();
}

QList<QWidget *> visibleChildren(const QWidget &container)
{
    QList<QWidget *> children;
    for (QObject *child : container.children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && widget->isVisible() && !widget->isWindow())
            children.append(widget);
    }
    return children;
}

void sortByEye(QList<QWidget *> &widgets)
{
    std::stable_sort(widgets.begin(), widgets.end(),
                     [](const QWidget *a, const QWidget *b) { return a->y() < b->y(); });
    for (auto line = widgets.begin(); line != widgets.end();) {
        const int bottom = (*line)->geometry().bottom();
        // Whose middle is beside the first one is in its line.
        const auto end = std::find_if(line, widgets.end(), [bottom](const QWidget *widget) {
            return widget->geometry().center().y() > bottom;
        });
        std::stable_sort(line, end, [](const QWidget *a, const QWidget *b) { return a->x() < b->x(); });
        line = end;
    }
}

void appendStops(const QWidget &container, QList<QWidget *> &stops)
{
    QList<QWidget *> children = visibleChildren(container);
    sortByEye(children);
    for (QWidget *child : std::as_const(children)) {
        if (isTabStop(*child))
            stops.append(child);
        appendStops(*child, stops);
    }
}

} // namespace

QList<QWidget *> tabStopsByEye(const QWidget &container)
{
    QList<QWidget *> stops;
    appendStops(container, stops);
    return stops;
}

bool focusNextByEye(const QWidget &window, bool next)
{
    const QList<QWidget *> stops = tabStopsByEye(window);
    if (stops.isEmpty())
        return false;
    const qsizetype present = stops.indexOf(QApplication::focusWidget());
    const qsizetype before = present < 0 && !next ? 0 : present;
    QWidget *const other = stops.at((before + (next ? 1 : stops.size() - 1)) % stops.size());
    other->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace confab
