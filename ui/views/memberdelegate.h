#pragma once

#include <QStyledItemDelegate>

namespace confab {

struct MemberInfo;

/// Paints one member of the roster in two lines, and makes the words of its tool tip.
class MemberDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the ⋯ that opens the menu is, within the row's rectangle.
    static QRect menuRect(const QRect &row);
    /// The second line: "192.168.0.12 · echo · 3.1 ms", or "CLOSED 4001 · reason".
    static QString detailLine(const MemberInfo &member);
    /// Everything that is known of the member, one fact a line.
    static QString fullText(const MemberInfo &member);
};

} // namespace confab
