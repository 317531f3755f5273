#pragma once

#include <QWidget>

#include <deque>

namespace confab {

/// The last values of one number as small bars, the newest at the right; scaled to the largest that is shown.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::size_t maxValues = 30;

    explicit Sparkline(QWidget *parent = nullptr);

    void append(double value);
    const std::deque<double> &values() const { return m_values; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::deque<double> m_values;
};

} // namespace confab
