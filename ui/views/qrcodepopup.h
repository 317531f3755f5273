#pragma once

#include <QFrame>

class QLabel;

namespace confab {

class CopyButton;
class QrCodeView;

/// The join link large enough for a phone's camera, in a pop-up under the button that opened it.
class QrCodePopup : public QFrame
{
    Q_OBJECT
public:
    explicit QrCodePopup(QWidget *parent = nullptr);

    /// @param localOnly whether the link leads only to this computer: the pop-up then says what to do about
    /// it.
    void showLink(const QString &link, bool localOnly, QWidget *anchor);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QrCodeView *m_code;
    QLabel *m_link;
    CopyButton *m_copy;
    QLabel *m_hint;
    bool m_localOnly = false;
};

} // namespace confab
