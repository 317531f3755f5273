#pragma once

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
    AddressLedger::Verdict count(QTcpSocket &socket);
    /// @param excess why there is no place for it, if there is none.
    void welcome(HeadReader *reader, const RequestHead &request, std::optional<RefusalReason> excess);
    void refuseHead(HeadReader *reader, RefusalReason reason, HttpError error);
    void dismissSilent(HeadReader *reader);
    void showPage(Visitor visitor);
    /// Numbers a visitor who is more than a reader of pages, and writes the request down.
    void note(Visitor &visitor);
    /// Takes the visitor from its reader, which goes.
    Visitor visitorFrom(HeadReader *reader, const RequestHead &request);

    const ServerPolicy m_policy;
    Reception &m_reception;
    Refuser &m_refuser;
    ServerTraffic &m_traffic;
    const Roster &m_roster;
    AddressLedger m_addresses;
    const quint64 m_descriptorLimit;
    QTimer m_resume; ///< accepts again after the system had no descriptors left
};

} // namespace confab
