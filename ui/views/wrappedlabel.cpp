#include "ui/views/wrappedlabel.h"

#include <QEvent>

#include <algorithm>

namespace confab {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_text != text()) {
        forget();
        m_text = text();
    }
    const auto known = std::find_if(m_heights.cbegin(), m_heights.cend(),
                                    [width](const Height &height) { return height.width == width; });
    if (known != m_heights.cend())
        return known->height;
    Height &height = m_heights[m_next];
    m_next = (m_next + 1) % m_heights.size();
    height = {width, QLabel::heightForWidth(width)};
    return height.height;
}

/// Fonts, styles and directions: the words of a label do not change by an event.
void WrappedLabel::changeEvent(QEvent *event)
{
    forget();
    QLabel::changeEvent(event);
}

bool WrappedLabel::event(QEvent *event)
{
    // A screen of another resolution, margins.
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::ContentsRectChange)
        forget();
    return QLabel::event(event);
}

void WrappedLabel::forget() const
{
    m_heights.fill({});
    m_next = 0;
}

} // namespace confab
