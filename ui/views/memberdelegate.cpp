#include "ui/views/memberdelegate.h"

#include "core/chat/memberinfo.h"
#include "ui/models/rostermodel.h"
#include "ui/text/boundtext.h"
#include "ui/text/closecodetext.h"
#include "ui/text/readystatetext.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/views/statelamp.h"
#include "ui/views/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr int lampSize = 12;
constexpr int menuSize = 3 * theme::unit;

QFont nameFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

/// Draws text at the right end of rect, and gives back what is left of it.
QRect drawAtEnd(QPainter &painter, QRect rect, const QString &text)
{
    const int width = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
    rect.setRight(rect.right() - width - theme::unit);
    return rect;
}

void drawElided(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

void MemberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto member = index.data(RosterModel::MemberInfoRole).value<MemberInfo>();
    const bool closed = member.readyState == ReadyState::Closed;
    const QPalette &palette = option.palette;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, selectionFill(palette));
    else if (option.state & QStyle::State_MouseOver) {
        QColor fill = palette.color(QPalette::WindowText);
        fill.setAlphaF(0.04F);
        painter->fillRect(option.rect, fill);
    }

    const QRect inner = option.rect.adjusted(theme::paneMargin, 6, -theme::paneMargin, -6);
    const QRect lamp(inner.left(), inner.top(), lampSize, inner.height() / 2);
    paintStateLamp(*painter, lamp, member.readyState, palette);
    QRect upper(inner.left() + lampSize + theme::unit, inner.top(), inner.width() - lampSize - theme::unit,
                inner.height() / 2);
    QRect lower = upper.translated(0, upper.height());

    const bool active = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    painter->setPen(secondaryText(palette));
    if (active) {
        painter->setFont(nameFont(option.font));
        painter->drawText(menuRect(option.rect), Qt::AlignCenter, u"⋯"_s);
        upper.setRight(menuRect(option.rect).left() - theme::halfUnit);
    }
    painter->setFont(captionFont());
    upper =
        drawAtEnd(*painter, upper,
                  u"↓ %1  ↑ %2"_s.arg(countText(member.messagesReceived), countText(member.messagesSent)));
    if (member.bufferedAmount > 0) {
        painter->setPen(warningText(palette));
        lower = drawAtEnd(*painter, lower, sizeText(quint64(member.bufferedAmount)));
        painter->setPen(secondaryText(palette));
    }
    lower = drawAtEnd(*painter, lower, shortTimeText(closed ? member.closedAt : member.since));
    drawElided(*painter, lower, detailLine(member));

    painter->setFont(nameFont(option.font));
    painter->setPen(closed ? secondaryText(palette) : palette.color(QPalette::Text));
    drawElided(*painter, upper, member.name);
    painter->restore();
}

QSize MemberDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(option.font).height() + QFontMetrics(captionFont()).height();
    return {20 * theme::unit, lines + 2 * theme::unit};
}

QRect MemberDelegate::menuRect(const QRect &row)
{
    return {row.right() - menuSize - theme::halfUnit, row.top() + 2, menuSize, row.height() / 2};
}

QString MemberDelegate::detailLine(const MemberInfo &member)
{
    if (member.readyState == ReadyState::Closed) {
        QString line = u"%1 %2"_s.arg(readyStateWord(member.readyState)).arg(int(member.close.code));
        if (!member.close.reason.isEmpty())
            line += u" · "_s + member.close.reason.simplified();
        else if (member.exceeded != Bound::None)
            line += u" · "_s + boundText(member.exceeded);
        else
            line += u" · "_s + closeCodeText(member.close.code);
        return line;
    }
    QStringList parts{readyStateWord(member.readyState), member.address};
    if (!member.subprotocol.isEmpty())
        parts.append(member.subprotocol);
    if (member.readyState == ReadyState::Open && member.roundTripMicroseconds >= 0)
        parts.append(durationText(member.roundTripMicroseconds));
    return parts.join(u" · "_s);
}

QString MemberDelegate::fullText(const MemberInfo &member)
{
    QStringList lines{member.name};
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(u"%1: %2"_s.arg(name, value));
    };
    QString state = readyStateWord(member.readyState);
    if (member.readyState == ReadyState::Closed)
        state += u" · "_s + closeStatusText(member.close);
    if (member.exceeded != Bound::None)
        state += u" · "_s + boundText(member.exceeded);
    add(tr("Ready state"), state);
    add(tr("Address"), u"%1:%2"_s.arg(member.address).arg(member.port));
    add(tr("Subprotocol"), member.subprotocol.isEmpty() ? tr("none") : member.subprotocol);
    add(tr("Room"), member.room);
    add(tr("Received"), tr("%n message(s)", nullptr, int(member.messagesReceived)) + u", "_s +
                            sizeText(member.octetsReceived));
    add(tr("Sent"),
        tr("%n message(s)", nullptr, int(member.messagesSent)) + u", "_s + sizeText(member.octetsSent));
    add(tr("Queued"), sizeText(quint64(std::max<qint64>(0, member.bufferedAmount))));
    add(tr("Round trip"), durationText(member.roundTripMicroseconds));
    add(tr("Since"), dateTimeText(member.since * 1000));
    add(tr("Origin"), member.origin);
    add(tr("Browser"), member.userAgent);
    return lines.join(u'\n');
}

} // namespace confab
