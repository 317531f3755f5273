#pragma once

#include "core/link/socketends.h"
#include "core/link/tlscontext.h"
#include "server/addressledger.h"
#include "server/headreader.h"
#include "server/httpresponse.h"
#include "server/reception.h"
#include "server/refuser.h"
#include "server/serverpolicy.h"

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
    FrontDoor(const ServerPolicy &policy, Reception &reception, Refuser &refuser, TrafficWriter &traffic,
              const Roster &roster, QObject *parent = nullptr);

    /// Starts to accept at the policy's address and port. False: see serverError() and errorString().
    bool open();
    /// TLS from now on, with this certificate and key; plain too if the policy allows it.
    void useTls(TlsContext context);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// A connection of which nothing was read yet.
    struct Arrival
    {
        SocketEnds ends;
        std::shared_ptr<const void> place;   ///< counts for the address as long as it lives
        std::optional<RefusalReason> excess; ///< why there is no place for it, if there is none
        bool isEncrypted = false;
    };
    std::shared_ptr<const void> placeFor(const QHostAddress &address);
    void greet(qintptr descriptor, Arrival arrival);
    void readHead(std::unique_ptr<Transport> transport, Arrival arrival, std::chrono::milliseconds timeout);
    void awaitHead(std::unique_ptr<Transport> transport, HeadBuffer buffer, const Arrival &arrival,
                   std::chrono::milliseconds timeout);
    void welcome(Visitor visitor, std::optional<RefusalReason> excess);
    void refuseMalformed(Visitor visitor, HttpError error);
    void refuseHead(Visitor visitor, RefusalReason reason, HttpError error);
    /// Refuses what is no news to anyone: nobody else hears of it.
    void dismiss(Visitor visitor, RefusalReason reason);
    void showPage(Visitor visitor);
    /// Says what would become of the join page's opening handshake: 204, or the refusal. The page alone hears
    /// of it, unless somebody guesses the PIN.
    void tellAhead(Visitor visitor);
    /// Whether the visitor came without TLS and may not.
    bool mustEncrypt(const Visitor &visitor) const;
    void refuse(Visitor visitor, RefusalReason reason);
    void send(Visitor visitor, HttpResponse response);
    /// Numbers a visitor who is more than a reader of pages, and writes the request down.
    void note(Visitor &visitor);
    static Visitor visitorFrom(std::unique_ptr<Transport> transport, const HeadBuffer &buffer,
                               const Arrival &arrival);

    const ServerPolicy m_policy;
    Reception &m_reception;
    Refuser &m_refuser;
    TrafficWriter &m_traffic;
    const Roster &m_roster;
    std::shared_ptr<AddressLedger> m_addresses; ///< shared with the connections that count
    const quint64 m_descriptorLimit;
    TlsContext m_tls; ///< null: no TLS
    QTimer m_resume;  ///< accepts again after the system had no descriptors left
};

} // namespace confab
