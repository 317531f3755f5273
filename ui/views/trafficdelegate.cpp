#include "ui/views/trafficdelegate.h"

#include "ui/text/sizetext.h"
#include "ui/text/tooltiptext.h"
#include "ui/text/wiresizetext.h"
#include "ui/views/refusedorigin.h"
#include "ui/views/theme.h"
#include "ui/views/trafficwords.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

TrafficRecord recordOf(const QModelIndex &index)
{
    return index.data(TrafficModel::RecordRole).value<TrafficRecord>();
}

/// Writes what the payload took on the wire at the right end of the cell, small, and takes its place off the
/// cell: also where there is nothing to write, so that sizes stay below each other. In a cell too narrow for
/// both the size comes first.
void paintWireSize(QPainter &painter, QStyleOptionViewItem &cell, const TrafficRecord &record)
{
    const int place = TrafficDelegate::wireSizeWidth();
    if (cell.rect.width() < place + cell.fontMetrics.horizontalAdvance(cell.text) + theme::unit)
        return;
    const QRect wire(cell.rect.right() - place + 1, cell.rect.top(), place, cell.rect.height());
    cell.rect.setRight(wire.left() - 1);
    if (!isCompressed(record))
        return;
    painter.save();
    painter.setFont(captionFont());
    painter.setPen(cell.palette.color(QPalette::Text));
    painter.drawText(wire, Qt::AlignLeft | Qt::AlignVCenter, u"→"_s);
    painter.drawText(wire, Qt::AlignRight | Qt::AlignVCenter, shortSizeText(record.wireSize));
    painter.restore();
}

/// Cuts the text before the style does. That gives a line the height of all of its text's fonts, of those of
/// what it leaves out, too, and the same words would stand at different heights.
void elide(QStyleOptionViewItem &cell, const QStyle &style)
{
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect place = style.subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    cell.text = QFontMetrics(cell.font).elidedText(cell.text, cell.textElideMode, place.width() - 2 * margin);
}

} // namespace

int TrafficDelegate::wireSizeWidth()
{
    return QFontMetrics(captionFont()).horizontalAdvance(u"→ 999 KiB"_s);
}

QSize TrafficDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return index.column() == TrafficModel::Size ? size + QSize(wireSizeWidth() + 2 * theme::unit, 0) : size;
}

void TrafficDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const TrafficRecord record = recordOf(index);
    option->text = recordCellText(record, TrafficModel::Column(index.column()));
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->state &= ~QStyle::State_HasFocus; // the whole row is selected
    option->displayAlignment = Qt::AlignLeft | Qt::AlignVCenter;

    QColor color = option->palette.color(QPalette::Text);
    switch (index.column()) {
    case TrafficModel::Number:
    case TrafficModel::Time:
    case TrafficModel::Size:
        color = secondaryText(option->palette);
        if (index.column() != TrafficModel::Time)
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        break;
    case TrafficModel::Direction:
        color = directionColor(record.direction, option->palette);
        option->displayAlignment = Qt::AlignCenter;
        break;
    case TrafficModel::Kind:
        if (isTrouble(record))
            color = warningText(option->palette);
        break;
    case TrafficModel::Preview:
        option->font = payloadFont();
        break;
    default:
        break;
    }
    option->palette.setColor(QPalette::Text, color);
    option->palette.setColor(QPalette::HighlightedText, color);
    option->palette.setColor(QPalette::Highlight, selectionFill(option->palette));
}

void TrafficDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, cell.widget);

    // The text alone from here on: the panel stands, and what is aligned to the right keeps off the next
    // column.
    cell.state &= ~QStyle::State_Selected;
    cell.backgroundBrush = {};
    if (cell.displayAlignment.testFlag(Qt::AlignRight))
        cell.rect.adjust(0, 0, -theme::unit, 0);
    const QRect link = linkRect(option.rect, index);
    if (!link.isNull())
        cell.rect.setRight(link.left() - theme::unit);
    if (index.column() == TrafficModel::Size)
        paintWireSize(*painter, cell, recordOf(index));
    elide(cell, *style);
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (link.isNull())
        return;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Link));
    painter->drawText(link, Qt::AlignCenter, linkText());
    painter->restore();
}

QRect TrafficDelegate::linkRect(const QRect &cell, const QModelIndex &index) const
{
    if (index.column() != TrafficModel::Preview || refusedOrigin(index).isEmpty())
        return {};
    const QFontMetrics metrics(QApplication::font());
    QRect link = cell;
    link.setLeft(qMax(cell.left(), cell.right() - metrics.horizontalAdvance(linkText()) - 2 * theme::unit));
    return link;
}

bool TrafficDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton &&
            linkRect(option.rect, index).contains(mouse->position().toPoint())) {
            Q_EMIT allowOriginRequested(refusedOrigin(index));
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

bool TrafficDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text =
        linkRect(option.rect, index).contains(event->pos())
            ? plainToolTip(
                  tr("Pages of %1 may join from now on.").arg(QString::fromUtf8(refusedOrigin(index))))
            : recordToolTip(recordOf(index));
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

QString TrafficDelegate::linkText()
{
    return tr("Allow this origin");
}

} // namespace confab
