#pragma once

#include "core/wire/closecode.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace confab {

/// Where a close code and a reason are chosen: the common codes by name, any other by number, and how many
/// octets of the reason are left. Sends nothing.
class CloseCodeEditor : public QWidget
{
    Q_OBJECT
public:
    explicit CloseCodeEditor(QWidget *parent = nullptr);

    /// What is chosen; nullopt if the code may not appear on the wire or the reason is too long (RFC 6455
    /// §7.4, §5.5).
    std::optional<CloseStatus> status() const;
    void setStatus(const CloseStatus &status);

Q_SIGNALS:
    void statusChanged();
    /// Return was pressed in the reason.
    void accepted();

protected:
    void changeEvent(QEvent *event) override;

private:
    CloseCode code() const;
    void assess();
    void applyColors();
    void retranslate();

    QComboBox *m_code;
    QLineEdit *m_reason;
    QLabel *m_hint;
};

} // namespace confab
