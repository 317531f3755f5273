#pragma once

#include "core/wire/readystate.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace confab {

/// A server's address and the one button beside it, which connects, cancels, disconnects or cuts off. Says in
/// place how the address is read, or why it cannot be. Connects nothing itself.
class AddressBar : public QWidget
{
    Q_OBJECT
public:
    explicit AddressBar(QWidget *parent = nullptr);

    /// What is written, read as ws:// or wss://; empty if it cannot be.
    QUrl url() const;
    void setAddress(const QString &address);
    /// What the field offers while CLOSED, as long as nobody wrote another address into it.
    void setDefaultAddress(const QUrl &url);
    void focusAddress();
    /// Says what is wrong if there is no url(), an empty field included, and puts the cursor there.
    void complain();
    /// What the button does now; the address can be changed while CLOSED only.
    void setReadyState(ReadyState state);

Q_SIGNALS:
    void addressChanged();
    /// The button was clicked, or Return was pressed in the address.
    void triggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHint(bool complainOfEmptiness = false);
    void showButton();
    void offerDefault();
    void retranslate();

    ReadyState m_state = ReadyState::Closed;
    QString m_defaultAddress; ///< as it was offered last
    QString m_nextDefault;
    QLineEdit *m_address;
    QPushButton *m_button;
    QLabel *m_hint;
};

} // namespace confab
