#pragma once

#include "server/headreader.h"
#include "server/httpresponse.h"
#include "server/reception.h"
#include "server/refuser.h"
#include "server/serverpolicy.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <optional>

namespace confab {

/// Accepts connections, greets them in TLS if they speak it, reads the head of the one request that each of
/// them brings, and shows it the way: to a page, to the reception for WebSocket, or out again.
class FrontDoor : public QTcpServer
{
    Q_OBJECT
public:
    /// All but the policy outlive this.
    FrontDoor(const ServerPolicy &policy, Reception &reception, Refuser &refuser, ServerTraffic &traffic,
              const Roster &roster, QObject *parent = nullptr);

    /// Starts to accept at the policy's address and port. False: see serverError() and errorString().
    bool open();
    /// TLS from now on, with this certificate and key; plain too if the policy allows it.
    void useTls(const QSslConfiguration &configuration);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void greet(qintptr descriptor);
    void readHead(std::unique_ptr<QTcpSocket> socket, std::chrono::milliseconds timeout);
    void welcome(HeadReader *reader, const RequestHead &request);
    void refuseHead(HeadReader *reader, RefusalReason reason, HttpError error);
    void dismissSilent(HeadReader *reader);
    void showPage(Visitor visitor);
    /// Whether the visitor came without TLS and may not.
    bool mustEncrypt(const Visitor &visitor) const;
    void refuse(Visitor visitor, RefusalReason reason);
    void send(Visitor visitor, const HttpResponse &response);
    /// Numbers a visitor who is more than a reader of pages, and writes the request down.
    void note(Visitor &visitor);
    /// Takes the visitor from its reader, which goes.
    Visitor visitorFrom(HeadReader *reader, const RequestHead &request);

    const ServerPolicy m_policy;
    Reception &m_reception;
    Refuser &m_refuser;
    ServerTraffic &m_traffic;
    const Roster &m_roster;
    std::optional<QSslConfiguration> m_tls;
    QTimer m_resume; ///< accepts again after the system had no descriptors left
};

} // namespace confab
