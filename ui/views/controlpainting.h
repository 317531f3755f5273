#pragma once

#include "ui/views/theme.h"

#include <QPainter>
#include <QStyleOption>

/// The shapes that WindowStyle's controls, and widgets that draw themselves, are made of.
namespace confab {

/// Blends towards text by that share: hover and pressed fills that work in light and dark.
QColor towardsText(const QColor &color, const QPalette &palette, qreal share);

/// A rounded rectangle that stays sharp: the edge lies on whole pixels.
void drawRoundedBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &edge,
                    qreal radius = theme::radius);
/// The box of something that is typed into; its edge is the accent while it has focus.
void drawField(QPainter &painter, const QStyleOption &option);
/// The box of a push button; the look is taken from the widget.
void drawButton(QPainter &painter, const QStyleOption &option, const QWidget *button);
/// The ring around what the keyboard talks to.
void drawFocusRing(QPainter &painter, const QRect &rect, const QPalette &palette);
/// A chevron in the middle of rect.
void drawChevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction, const QColor &color);
/// A radio button's or check box's indicator.
void drawIndicator(QPainter &painter, const QStyleOption &option, bool round);

} // namespace confab
