#pragma once

#include "server/roomserver.h"
#include "ui/views/ratemeter.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace confab {

class Sparkline;

/// The line at the bottom: how many are here, how much passes in each second, how much the history and the
/// log hold. Counters keep their widths.
class StatusStrip : public QWidget
{
    Q_OBJECT
public:
    /// @param server outlives the strip.
    StatusStrip(RoomServer &server, std::shared_ptr<TrafficLog> log, QWidget *parent = nullptr);

    /// Counts what has happened since the last call; to be called once a second.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addCounter(const QString &name);
    /// Widens the label to what it shows, and never narrows it again.
    static void setCounter(QLabel &label, const QString &text);
    void showCounters();
    void retranslate();

    RoomServer &m_server;
    std::shared_ptr<TrafficLog> m_log;
    RateMeter m_meter;
    Rates m_rates;
    std::optional<qint64> m_historySize; ///< octets, once it was measured in this run
    QElapsedTimer m_since;
    QLabel *m_clients;
    QLabel *m_messages;
    Sparkline *m_sparkline;
    QLabel *m_octets;
    QLabel *m_history;
    QLabel *m_records;
};

} // namespace confab
