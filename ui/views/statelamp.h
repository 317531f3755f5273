#pragma once

#include "core/wire/readystate.h"

#include <QIcon>
#include <QWidget>

class QPainter;

namespace confab {

/// Draws the lamp of a ready state as large as fits: ◌ CONNECTING dashed ring, ● OPEN full, ◐ CLOSING half, ○
/// CLOSED empty ring. The shape carries the meaning, the colour repeats it.
void paintStateLamp(QPainter &painter, const QRectF &rect, ReadyState state, const QPalette &palette);

/// The same as an icon of that size in device-independent pixels, sharp at 1× and 2×.
QIcon stateLampIcon(ReadyState state, const QPalette &palette, int size = 12);

/// A lamp as a widget, 12 pixels across. Says nothing in words: the text beside it does.
class StateLamp : public QWidget
{
    Q_OBJECT
public:
    explicit StateLamp(QWidget *parent = nullptr);

    ReadyState readyState() const { return m_state; }
    void setReadyState(ReadyState state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ReadyState m_state = ReadyState::Closed;
};

} // namespace confab
