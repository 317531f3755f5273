#pragma once

#include "client/clientsession.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace confab {

class AddressBar;
class CertificatePins;
class ClientComposer;
class ClientDetails;
class ClientTrafficView;
class CloseCodeEditor;
class FailureBanner;
class ReadyStateStrip;

/// One client connection as a workbench: address and options, the ready states, what was sent and received,
/// composer, close.
class ClientView : public QWidget
{
    Q_OBJECT
public:
    /// @param networkThread runs an event loop; outlives the view, as do the pins.
    ClientView(QThread *networkThread, std::shared_ptr<TrafficLog> log, CertificatePins &pins,
               QWidget *parent = nullptr);

    /// The selected subprotocol, else the server's host and port, else "New".
    QString title() const;
    ReadyState readyState() const;
    /// What the address field offers as long as nobody wrote another address into it.
    void setDefaultAddress(const QUrl &url);
    void setAddress(const QString &address);
    void focusAddress();
    /// Connects to what stands in the address field, as the button does; nothing unless CLOSED.
    void connectToServer();
    /// Closes with 1001 if OPEN, cancels if CONNECTING, and then deletes the view.
    void leave();

Q_SIGNALS:
    /// The user wants to see which certificates are trusted.
    void certificatesRequested();
    void titleChanged(const QString &title);
    void readyStateChanged(confab::ReadyState state);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBody();
    QLayout *makeCloseRow();
    void wire();
    void mainButtonClicked();
    void sendClose();
    /// The banner's one action, after its error.
    void act();
    void followRedirect();
    void trustCertificate();
    void showState();
    void showFailure();
    void showBufferedAmount();
    void updateClose();
    void retranslate();

    CertificatePins &m_pins;
    ClientSession m_session;
    QTimer m_bufferedAmountTimer; ///< runs while OPEN
    ClientProfile m_profile;      ///< of the present or last connection
    bool m_leaving = false;
    AddressBar *m_address;
    ClientDetails *m_details;
    FailureBanner *m_failure;
    ReadyStateStrip *m_strip;
    ClientTrafficView *m_traffic;
    ClientComposer *m_composer;
    CloseCodeEditor *m_closeStatus;
    QPushButton *m_close;
};

} // namespace confab
