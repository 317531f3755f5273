#pragma once

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionFocusRect>

namespace confab {

/// A list or table that the focus enters without making a row the current one, which Qt does: walking past
/// with Tab neither scrolls nor opens anything. As long as there is no current row, the focus is shown around
/// all of it, and the first key that moves goes to a row in sight.
template <typename View>
class QuietFocus : public View
{
public:
    using View::View;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        QAbstractScrollArea::focusInEvent(event);
        this->setAttribute(Qt::WA_InputMethodEnabled, false); // nobody writes here
        this->viewport()->update();
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        const QModelIndex first = this->currentIndex().isValid() ? QModelIndex() : firstFor(event->key());
        if (first.isValid())
            this->setCurrentIndex(first);
        else
            View::keyPressEvent(event);
    }

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        View::currentChanged(current, previous);
        if (current.isValid() != previous.isValid())
            this->viewport()->update(); // the ring comes or goes
    }

    void paintEvent(QPaintEvent *event) override
    {
        View::paintEvent(event);
        if (!isRinged())
            return;
        QPainter painter(this->viewport());
        QStyleOptionFocusRect option;
        option.initFrom(this->viewport());
        this->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }

    void scrollContentsBy(int dx, int dy) override
    {
        View::scrollContentsBy(dx, dy);
        if (isRinged())
            this->viewport()->update(); // the ring does not scroll
    }

private:
    /// Where a key leads while no row is the current one; nowhere if it is none that moves.
    QModelIndex firstFor(int key) const
    {
        switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            return entrance();
        case Qt::Key_Home:
            return this->model()->index(0, 0);
        case Qt::Key_End:
            return lastRow();
        default:
            return {};
        }
    }

    bool isRinged() const { return this->hasFocus() && !this->currentIndex().isValid(); }

    QModelIndex lastRow() const { return this->model()->index(this->model()->rowCount() - 1, 0); }

    /// The last row where one looks at the end of more than there is room for, else the first in sight.
    QModelIndex entrance() const
    {
        const QScrollBar *bar = this->verticalScrollBar();
        if (bar->maximum() > 0 && bar->value() >= bar->maximum())
            return lastRow();
        return this->indexAt({1, 1});
    }
};

} // namespace confab
