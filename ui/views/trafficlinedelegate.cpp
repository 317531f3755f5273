#include "ui/views/trafficlinedelegate.h"

#include "ui/models/trafficmodel.h"
#include "ui/text/timetext.h"
#include "ui/text/traffictext.h"
#include "ui/text/wiresizetext.h"
#include "ui/views/theme.h"
#include "ui/views/trafficwords.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// Draws text at the right end of line and takes its width, or at least that of widest, off the line.
void drawAtRight(QPainter &painter, QRect &line, const QString &text, const QString &widest)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = qMax(metrics.horizontalAdvance(text), metrics.horizontalAdvance(widest));
    painter.drawText(QRect(line.right() - width + 1, line.top(), width, line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, text);
    line.setRight(line.right() - width - theme::unit);
}

} // namespace

void TrafficLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto record = index.data(TrafficModel::RecordRole).value<TrafficRecord>();
    const QPalette &palette = option.palette;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selectionFill(palette));
        painter->drawRoundedRect(option.rect, theme::halfUnit, theme::halfUnit);
    }
    QRect line = option.rect.adjusted(theme::halfUnit, 0, -theme::halfUnit, 0);

    painter->setFont(captionFont());
    painter->setPen(secondaryText(palette));
    drawAtRight(*painter, line, timeText(record.time), u"00:00:00.000"_s);
    drawAtRight(*painter, line, recordSizeText(record), u"000 B"_s);

    painter->setFont(option.font);
    painter->setPen(directionColor(record.direction, palette));
    const int arrow = 2 * theme::unit;
    painter->drawText(QRect(line.left(), line.top(), arrow, line.height()), Qt::AlignCenter,
                      directionSymbol(record.direction));
    line.setLeft(line.left() + arrow + theme::halfUnit);

    if (record.kind != TrafficKind::Text) {
        painter->setFont(captionFont());
        painter->setPen(isTrouble(record) ? warningText(palette) : secondaryText(palette));
        const QString kind = trafficKindWord(record.kind);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, kind);
        line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(kind) + theme::unit * 3 / 4);
    }
    painter->setFont(payloadFont());
    painter->setPen(palette.color(QPalette::Text));
    if (line.width() > 0)
        painter->drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(recordPreview(record), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize TrafficLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), qMax(3 * theme::unit, QFontMetrics(payloadFont()).height() + theme::unit)};
}

bool TrafficLineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(),
                       recordToolTip(index.data(TrafficModel::RecordRole).value<TrafficRecord>()), view);
    return true;
}

} // namespace confab
