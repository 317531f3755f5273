#include "ui/views/latepage.h"

#include <QVBoxLayout>

#include <utility>

namespace confab {

LatePage::LatePage(Make make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

QWidget *LatePage::content()
{
    if (!m_content) {
        m_content = std::exchange(m_make, nullptr)(this);
        layout()->addWidget(m_content);
        setFocusProxy(m_content);
    }
    return m_content;
}

/// The content is there before the page is seen, so that the page is never seen without.
void LatePage::setVisible(bool visible)
{
    if (visible)
        content();
    QWidget::setVisible(visible);
}

} // namespace confab
