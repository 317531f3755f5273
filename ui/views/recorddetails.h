#pragma once

#include "core/traffic/trafficrecord.h"

#include <QWidget>

class QLabel;

namespace confab {

class TrafficDetails;

/// The details of the record that was chosen in a list: they stay when its row goes, and say so then.
class RecordDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RecordDetails(QWidget *parent = nullptr);

    /// As TrafficDetails has it.
    void setRecord(const TrafficRecord &record, const QByteArray &refusedOrigin = {});
    /// The row of the record that is shown, if one is, has gone.
    void setGone();
    void clear();

Q_SIGNALS:
    void allowOriginRequested(const QByteArray &origin);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_gone;
    TrafficDetails *m_details;
    bool m_isEmpty = true;
};

} // namespace confab
