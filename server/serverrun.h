#pragma once

#include "server/frontdoor.h"
#include "server/history.h"
#include "server/lobby.h"
#include "server/reception.h"
#include "server/refuser.h"
#include "server/servererror.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace confab {

/// One run of the server, from listening to the last member's leave: its front door, its reception and its
/// lobby. Lives on the network thread.
class ServerRun : public QObject
{
    Q_OBJECT
public:
    /// traffic, roster and conversation outlive this. @param history open, or null. @param kept what it
    /// keeps.
    ServerRun(const ServerPolicy &policy, TrafficWriter &traffic, Roster &roster, Conversation &conversation,
              std::unique_ptr<History> history = nullptr, KeptHistory kept = {});
    ~ServerRun() override;

    /// @return why it could not listen, or not speak TLS, if so.
    std::optional<ServerError> open();
    /// Asks the system for this computer's names and addresses, so that requests for them are known to mean
    /// us. After open(), before the event loop lets anybody in.
    void learnNames();
    quint16 port() const { return m_door->serverPort(); }
    /// Of the certificate that TLS shows; empty without TLS.
    const QByteArray &fingerprint() const { return m_fingerprint; }

    /// Lets nobody in any more and closes every member with 1001, behind what waits for the history's disk;
    /// then finished(), at the latest after DiskPatience::ending and the policy's stopTimeout.
    void finish();
    /// Asks how large the history is: historyMeasured(), if there is one.
    void measureHistory();

    Lobby &lobby() { return m_lobby; }
    Refuser &refuser() { return m_refuser; }
    /// One more may join from now on; nothing once it is ending.
    void allowOrigin(const QByteArray &origin);
    /// Who joins is asked for this PIN from now on; nothing once it is ending.
    void setPin(const QByteArray &pin);
    /// These and no others are banned from now on; who is here from there is closed with 1008.
    void setBannedAddresses(const QList<QHostAddress> &addresses);

Q_SIGNALS:
    /// Nobody is left. May come from inside finish().
    void finished();
    /// See History::failed().
    void historyFailed(const confab::ServerError &error);
    void historyMeasured(qint64 size);

private:
    const ServerPolicy m_policy;
    Refuser m_refuser;
    std::unique_ptr<History> m_history;
    Backlog m_backlog;
    QTimer m_cut; ///< which the lobby may start as it goes
    Lobby m_lobby;
    std::unique_ptr<Reception> m_reception;
    std::unique_ptr<FrontDoor> m_door;
    QByteArray m_fingerprint;
};

/// Why listening failed, from Qt's error.
ServerErrorKind serverErrorKind(QAbstractSocket::SocketError error);

} // namespace confab
