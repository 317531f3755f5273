#pragma once

#include <QStyledItemDelegate>

namespace confab {

/// Paints the cells of a TrafficModel's rows in a table: words, numbers and times for people, and the link
/// that allows a refused origin. The view may show the model through a proxy.
class TrafficDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// How much of a size's cell is kept for what the payload took on the wire.
    static int wireSizeWidth();
    /// Where in the cell of a refusal's preview the link [Allow this origin] is; null if the cell has none.
    QRect linkRect(const QRect &cell, const QModelIndex &index) const;

Q_SIGNALS:
    void allowOriginRequested(const QByteArray &origin);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    static QString linkText();
};

} // namespace confab
