#pragma once

#include "core/traffic/trafficrecord.h"
#include "ui/views/payloadform.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace confab {

/// One traffic record in full: what it is, in words, and its payload as text or as a hex dump. It stays when
/// its row leaves the list that it was chosen in, and says so then.
class TrafficDetails : public QWidget
{
    Q_OBJECT
public:
    explicit TrafficDetails(QWidget *parent = nullptr);

    /// @param refusedOrigin the origin that this record refused, which can be allowed from here; else empty.
    void setRecord(const TrafficRecord &record, const QByteArray &refusedOrigin = {});
    /// The row of the record that is shown, if one is, has gone.
    void setGone();
    void clear();
    /// Of the record that is shown; nothing if none is.
    std::optional<quint64> number() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void allowOriginRequested(const QByteArray &origin);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRecord();
    void showPayload();
    void copyPayload();
    bool isCut() const;
    void nameCopy();
    QString explanation() const;
    void retranslate();

    std::optional<TrafficRecord> m_record;
    QByteArray m_refusedOrigin;
    PayloadForm m_wanted = PayloadForm::Text;
    PayloadForm m_form = PayloadForm::Text; ///< that is shown
    QString m_shown;                        ///< in it
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_explanation;
    QPushButton *m_allowOrigin;
    std::array<QPushButton *, payloadFormCount> m_forms;
    QPushButton *m_copy;
    QPushButton *m_close;
    QPlainTextEdit *m_payload;
    QLabel *m_gone;
};

} // namespace confab
