#include "ui/views/avatar.h"

#include "ui/views/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace confab {

QColor avatarColor(quint64 author)
{
    static constexpr QRgb colors[] = {0xff00756a, 0xffa04a00, 0xff8b3a78, 0xff2f6690, 0xff5c6b1a, 0xff6b5b95};
    return QColor(colors[author % std::size(colors)]);
}

void drawAvatar(QPainter &painter, const QRectF &circle, const QColor &color, const QString &name)
{
    const QString initial =
        name.isEmpty() ? u"?"_s : name.left(name.front().isHighSurrogate() ? 2 : 1).toUpper();
    QFont font = captionFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(circle);
    painter.setPen(Qt::white);
    painter.drawText(circle, Qt::AlignCenter, initial);
}

} // namespace confab
