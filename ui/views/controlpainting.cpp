#include "ui/views/controlpainting.h"

#include "ui/views/theme.h"

#include <QStyle>

namespace confab {

QColor towardsText(const QColor &color, const QPalette &palette, qreal share)
{
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const auto mix = [share](int from, int to) { return int(from + (to - from) * share); };
    return QColor(mix(color.red(), text.red()), mix(color.green(), text.green()),
                  mix(color.blue(), text.blue()));
}

void drawRoundedBox(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &edge,
                    qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.alpha() == 0 ? QPen(Qt::NoPen) : QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void drawField(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = enabled && (option.state & QStyle::State_HasFocus);
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const QPalette &palette = option.palette;
    const QColor line = hairline(palette);
    drawRoundedBox(painter, option.rect, palette.color(enabled ? QPalette::Base : QPalette::Window),
                   focused   ? palette.color(QPalette::Highlight)
                   : hovered ? towardsText(line, palette, 0.25)
                             : towardsText(line, palette, 0.06));
    if (focused)
        drawFocusRing(painter, option.rect, palette);
}

void drawButton(QPainter &painter, const QStyleOption &option, const QWidget *button)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const ButtonLook look = buttonLook(button);
    // A quiet button that unfolds something says so with its arrow.
    const bool on = (option.state & QStyle::State_On) && look != ButtonLook::Quiet;
    const bool pressed = enabled && (on || (option.state & QStyle::State_Sunken));
    const bool hovered = enabled && (option.state & QStyle::State_MouseOver);
    const QPalette &palette = option.palette;
    const qreal share = pressed ? 0.12 : hovered ? 0.05 : 0;
    switch (look) {
    case ButtonLook::Primary: {
        const QColor accent = palette.color(QPalette::Highlight);
        const QColor fill = pressed ? accent.darker(115) : hovered ? accent.darker(106) : accent;
        drawRoundedBox(painter, option.rect, fill, Qt::transparent);
        break;
    }
    case ButtonLook::Quiet:
        if (share > 0) {
            QColor fill = palette.color(QPalette::WindowText);
            fill.setAlphaF(pressed ? 0.12F : 0.06F);
            drawRoundedBox(painter, option.rect, fill, Qt::transparent);
        }
        break;
    case ButtonLook::Chip:
    case ButtonLook::Plain:
        drawRoundedBox(painter, option.rect,
                       enabled ? towardsText(palette.color(QPalette::Button), palette, share)
                               : palette.color(QPalette::Window),
                       towardsText(hairline(palette), palette, enabled ? 0.06 : 0),
                       look == ButtonLook::Chip ? option.rect.height() / 2.0 : theme::radius);
        break;
    }
}

void drawFocusRing(QPainter &painter, const QRect &rect, const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.color(QPalette::Active, QPalette::Link), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), theme::radius - 1, theme::radius - 1);
    painter.restore();
}

void drawChevron(QPainter &painter, const QRect &rect, Qt::ArrowType direction, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(rect).center());
    switch (direction) {
    case Qt::UpArrow:
        painter.rotate(180);
        break;
    case Qt::LeftArrow:
        painter.rotate(90);
        break;
    case Qt::RightArrow:
        painter.rotate(-90);
        break;
    case Qt::DownArrow:
    case Qt::NoArrow:
        break;
    }
    const QPointF chevron[] = {{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}};
    painter.drawPolyline(chevron, 3);
    painter.restore();
}

void drawIndicator(QPainter &painter, const QStyleOption &option, bool round)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QPalette &palette = option.palette;
    const QColor line =
        towardsText(hairline(palette), palette, option.state & QStyle::State_MouseOver ? 0.6 : 0.4);
    const QColor fill = on ? palette.color(QPalette::Highlight) : palette.color(QPalette::Base);
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    const qreal radius = round ? box.width() / 2 : 4;

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(enabled ? line : hairline(palette), 1.25));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, radius, radius);
    if (on) {
        const QColor mark = palette.color(QPalette::HighlightedText);
        const QPointF center = box.center();
        if (round) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mark);
            painter.drawEllipse(center, 3, 3);
        } else {
            painter.setPen(QPen(mark, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            const QPointF tick[] = {center + QPointF(-3.5, 0.25), center + QPointF(-1, 2.75),
                                    center + QPointF(3.5, -2.5)};
            painter.drawPolyline(tick, 3);
        }
    }
    painter.restore();
}

} // namespace confab
