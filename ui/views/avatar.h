#pragma once

#include <QColor>
#include <QRectF>

class QPainter;
class QString;

namespace confab {

/// The colour that stands for a member. They stay apart for colour-blind eyes (after Okabe and Ito), and
/// white initials read on all of them.
QColor avatarColor(quint64 author);
/// A disc in that colour with the initial of a name.
void drawAvatar(QPainter &painter, const QRectF &circle, const QColor &color, const QString &name);

} // namespace confab
