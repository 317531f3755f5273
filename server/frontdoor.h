#pragma once

#include "core/link/socketends.h"
#include "server/addressledger.h"
#include "server/headreader.h"
#include "server/reception.h"
#include "server/refuser.h"
#include "server/serverpolicy.h"

#include <QTcpServer>
#include <QTimer>

namespace confab {

/// Accepts connections, reads the head of the one request that each of them brings, and shows it the way: to
/// a page, to the reception for WebSocket, or out again.
class FrontDoor : public QTcpServer
{
    Q_OBJECT
public:
    /// All but the policy outlive this.
    FrontDoor(const ServerPolicy &policy, Reception &reception, Refuser &refuser, ServerTraffic &traffic,
              const Roster &roster, QObject *parent = nullptr);

    /// Starts to accept at the policy's address and port. False: see serverError() and errorString().
    bool open();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// Counts the connection for its address until it is gone.
    AddressLedger::Verdict count(Transport &transport, const QHostAddress &address);
    /// @param excess why there is no place for it, if there is none.
    void welcome(Visitor visitor, std::optional<RefusalReason> excess);
    void refuseHead(Visitor visitor, RefusalReason reason, HttpError error);
    void dismissSilent(Visitor visitor);
    void showPage(Visitor visitor);
    /// Numbers a visitor who is more than a reader of pages, and writes the request down.
    void note(Visitor &visitor);
    /// Takes the visitor from its reader, which goes.
    static Visitor visitorFrom(HeadReader *reader, const SocketEnds &ends, const RequestHead &request = {});

    const ServerPolicy m_policy;
    Reception &m_reception;
    Refuser &m_refuser;
    ServerTraffic &m_traffic;
    const Roster &m_roster;
    std::shared_ptr<AddressLedger> m_addresses; ///< shared with the connections that count
    const quint64 m_descriptorLimit;
    QTimer m_resume; ///< accepts again after the system had no descriptors left
};

} // namespace confab
