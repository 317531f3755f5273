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
        if (!this->currentIndex().isValid() && isMove(event->key()))
            this->setCurrentIndex(entrance());
        else
            View::keyPressEvent(event);
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
    static bool isMove(int key)
    {
        return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    }

    bool isRinged() const { return this->hasFocus() && !this->currentIndex().isValid(); }

    /// The last row where one looks at the end of more than there is room for, else the first in sight.
    QModelIndex entrance() const
    {
        const QScrollBar *bar = this->verticalScrollBar();
        if (bar->maximum() > 0 && bar->value() >= bar->maximum())
            return this->model()->index(this->model()->rowCount() - 1, 0);
        return this->indexAt({1, 1});
    }
};

} // namespace confab
