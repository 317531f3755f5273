#pragma once

#include "client/certificatepins.h"
#include "core/traffic/trafficlog.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QThread;

namespace confab {

class ClientView;

/// The client connections, a tab for each.
class ClientPane : public QWidget
{
    Q_OBJECT
public:
    /// @param clientThread runs an event loop; outlives the pane.
    ClientPane(QThread *clientThread, std::shared_ptr<TrafficLog> log, QWidget *parent = nullptr);

    /// The address that new connections, and those nobody wrote another address into, offer: the own
    /// server's.
    void setDefaultAddress(const QUrl &url);
    /// Opens a tab and shows it.
    ClientView *addConnection();
    /// The connection in front; nullptr if there is none.
    ClientView *currentConnection() const;
    int connectionCount() const;
    /// Whom the connections trust beside the system's authorities.
    CertificatePins &certificatePins() { return m_pins; }
    /// Opens the list of certificatePins().
    void showCertificates();
    /// Puts the cursor into the address field of the connection in front, which is made if there is none.
    void focusAddress();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeEmptyState();
    void focusNewConnection();
    QPushButton *makeCloseButton(ClientView *view);
    void closeTab(ClientView *view);
    void showTab(ClientView *view);
    void updateState();
    void retranslate();

    QThread *m_clientThread;
    std::shared_ptr<TrafficLog> m_log;
    CertificatePins m_pins;
    QUrl m_defaultAddress{QStringLiteral("ws://localhost:3000")};
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    QPushButton *m_add;
    QLabel *m_emptyText;
    QPushButton *m_emptyAdd;
};

} // namespace confab
