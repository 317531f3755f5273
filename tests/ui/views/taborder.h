#pragma once

#include <QWidget>

namespace confab {

/// The widgets inside of container that Tab stops at, in the order of the focus chain, by their names.
inline QStringList tabStops(const QWidget &container)
{
    QStringList stops;
    const QWidget *window = container.window();
    for (const QWidget *widget = window->nextInFocusChain(); widget != window;
         widget = widget->nextInFocusChain()) {
        if (container.isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && widget->isVisibleTo(&container))
            stops.append(widget->objectName());
    }
    return stops;
}

} // namespace confab
