#pragma once

#include <QWidget>

class QLabel;

namespace confab {

class CopyButton;

/// The fingerprint of the room's certificate, for comparing it by eye with what a browser or a client shows;
/// hidden while there is none.
class FingerprintView : public QWidget
{
    Q_OBJECT
public:
    explicit FingerprintView(QWidget *parent = nullptr);

    /// @param fingerprint as sha256Fingerprint() has it; empty if there is none.
    void setFingerprint(const QByteArray &fingerprint);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QLabel *m_fingerprint;
    CopyButton *m_copy;
};

} // namespace confab
