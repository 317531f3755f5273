#include "ui/views/sparkline.h"

#include "ui/views/theme.h"

#include <QPainter>

#include <algorithm>

namespace confab {

namespace {

constexpr int barWidth = 2;
constexpr int barStep = 3;

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::append(double value)
{
    m_values.push_back(value);
    if (m_values.size() > maxValues)
        m_values.pop_front();
    update();
}

QSize Sparkline::sizeHint() const
{
    return {int(maxValues) * barStep, 2 * theme::unit};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double largest = m_values.empty() ? 1.0 : std::max(1.0, *std::ranges::max_element(m_values));
    QColor color = palette().color(QPalette::Link);
    const auto drawBar = [&](int x, double value) {
        // A second without messages keeps a point on the line.
        const int bar = std::max(1, int(value / largest * height()));
        color.setAlphaF(value > 0 ? 0.9F : 0.3F);
        painter.fillRect(x, height() - bar, barWidth, bar, color);
    };
    int x = 0;
    for (std::size_t missing = m_values.size(); missing < maxValues; ++missing, x += barStep)
        drawBar(x, 0);
    for (const double value : m_values) {
        drawBar(x, value);
        x += barStep;
    }
}

} // namespace confab
