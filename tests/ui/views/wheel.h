#pragma once

#include <QApplication>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

namespace confab {

/// Turns the mouse's wheel over the middle of the widget by one notch, towards the user.
inline void turnWheel(QWidget &widget)
{
    const QPointF middle = QRectF(widget.rect()).center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(
        &event); // as one of a person is: it gives the focus and reaches the parents
    qApp->notify(&widget, &event);
}

} // namespace confab
