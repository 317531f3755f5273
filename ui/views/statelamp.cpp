#include "ui/views/statelamp.h"

#include "ui/views/theme.h"

#include <QPainter>

#include <algorithm>

namespace confab {

void paintStateLamp(QPainter &painter, const QRectF &rect, ReadyState state, const QPalette &palette)
{
    const qreal diameter = std::min(rect.width(), rect.height());
    const qreal stroke = std::max(1.5, diameter / 7);
    QRectF ring(0, 0, diameter - stroke, diameter - stroke);
    ring.moveCenter(rect.center());
    const QColor color = stateColor(state, palette);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color, stroke);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    switch (state) {
    case ReadyState::Connecting: {
        // Six dashes around the ring, whatever its size; a dash pattern counts in widths of the pen.
        constexpr int dashes = 6;
        const qreal dash = ring.width() * 3.14159265 / stroke / (2 * dashes);
        pen.setDashPattern({dash, dash});
        painter.setPen(pen);
        painter.drawEllipse(ring);
        break;
    }
    case ReadyState::Open:
        painter.setBrush(color);
        painter.drawEllipse(ring);
        break;
    case ReadyState::Closing:
        painter.drawEllipse(ring);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPie(ring, 90 * 16, 180 * 16);
        break;
    case ReadyState::Closed:
        painter.drawEllipse(ring);
        break;
    }
    painter.restore();
}

QIcon stateLampIcon(ReadyState state, const QPalette &palette, int size)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(QSize(size, size) * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintStateLamp(painter, QRectF(0, 0, size, size), state, palette);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

StateLamp::StateLamp(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLamp::setReadyState(ReadyState state)
{
    if (state == m_state)
        return;
    m_state = state;
    update();
}

QSize StateLamp::sizeHint() const
{
    return {12, 12};
}

void StateLamp::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintStateLamp(painter, QRectF(rect()), m_state, palette());
}

} // namespace confab
