#pragma once

#include "core/wire/readystate.h"

#include <QWidget>

#include <array>
#include <optional>

namespace confab {

/// The four ready states of one connection in their order, as lamps on a line: the present one emphasised,
/// under each the time it was entered, counted from CONNECTING. Only shows; knows no connection.
class ReadyStateStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ReadyStateStrip(QWidget *parent = nullptr);

    /// @param present nothing: not connected yet.
    /// @param entered when each state was entered, microseconds since 1970-01-01T00:00Z; 0: not entered.
    void setStates(std::optional<ReadyState> present, const std::array<qint64, 4> &entered);
    /// What the closing came to, for example "1006 · connection lost"; shown behind CLOSED, in a line of its
    /// own.
    void setOutcome(const QString &outcome);

    std::optional<ReadyState> present() const { return m_present; }
    /// What stands under a state: "3.1 ms", or nothing if it was not entered.
    QString timeText(ReadyState state) const;
    /// "CLOSED 1006 · connection lost", or nothing.
    QString outcomeText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void retranslate();
    void describe();
    QRectF cell(int index) const;

    std::optional<ReadyState> m_present;
    std::array<qint64, 4> m_entered{};
    QString m_outcome;
};

} // namespace confab
