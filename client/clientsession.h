#pragma once

#include "client/clienterror.h"
#include "client/clientprofile.h"
#include "core/traffic/trafficlog.h"

#include <QObject>

#include <array>
#include <memory>

class QThread;

namespace confab {

class ClientConnection;
class DeliveryMeter;

/// What a session knows of itself for views: a copy.
struct ClientStatus
{
    ReadyState readyState = ReadyState::Closed;
    /// When each ready state was entered in the present connection, microseconds since 1970-01-01T00:00Z; 0:
    /// not entered.
    std::array<qint64, 4> entered{};
    QString subprotocol;     ///< the server's choice
    QByteArray requestHead;  ///< as sent
    QByteArray responseHead; ///< as received
    QString peerAddress;     ///< address and port of the server (or the proxy)
    bool encrypted = false;
    bool compressed = false; ///< permessage-deflate (RFC 7692) was agreed on
    ClientError error;       ///< if it did not become OPEN
    CloseOutcome outcome;    ///< once CLOSED after it was OPEN
};

/// One client connection after the other, as the client pane drives it: connect, send, close. Lives on the
/// thread that made it; the connection itself lives on the given network thread, and everything seen on it
/// goes into the traffic log.
class ClientSession : public QObject
{
    Q_OBJECT
public:
    /// @param networkThread runs an event loop; outlives the session.
    ClientSession(QThread *networkThread, std::shared_ptr<TrafficLog> log, QObject *parent = nullptr);
    ~ClientSession() override;

    /// The connection's number in the traffic log; a new one with each connectToServer().
    ConnectionId connectionId() const;
    const ClientStatus &status() const;
    /// Octets that were sent here and that the system has not accepted yet, as of a moment ago; 0 while
    /// CLOSED. Changes without a signal.
    qint64 bufferedAmount() const;

    /// CLOSED → CONNECTING. Cuts the present connection if there is one.
    void connectToServer(const ClientProfile &profile);
    /// Whether a message of so many octets fits into the queue beside what waits there
    /// (LinkPolicy::maxQueueSize).
    bool maySend(qint64 octets) const;
    /// Each does nothing unless OPEN. @return false, and nothing is sent, also if it does not fit: see
    /// maySend().
    bool sendText(const QString &text);
    bool sendBinary(const QByteArray &payload);
    void sendPing(const QByteArray &payload = {});
    /// Starts the closing handshake; while CONNECTING, cancels.
    void close(const CloseStatus &status);
    /// Cuts the connection.
    void abort();

Q_SIGNALS:
    /// status() has changed; always emitted for each ready state, in order.
    void readyStateChanged(confab::ReadyState state);
    void messageReceived(const confab::Message &message);
    void pongReceived(const QByteArray &payload, qint64 roundTripMicroseconds);
    /// It did not become OPEN: status().error. Comes before readyStateChanged(Closed).
    void failed(const confab::ClientError &error);
    /// It was OPEN and is CLOSED: status().outcome.
    void closed(const confab::CloseOutcome &outcome);

private:
    /// The connection lives on the network thread and is deleted there.
    struct DeleteLater
    {
        void operator()(ClientConnection *connection) const;
    };

    void watch(ClientConnection *connection);
    void deliver(ConnectionId id, const QList<Message> &messages);
    void noteDelivered(DeliveryMeter &meter, qint64 octets);
    template <typename Send>
    bool send(const QByteArray &payload, Send sendOn);
    void endPresent();
    void letGo();
    void setReadyState(ReadyState state, qint64 time);
    void finishFailed(const ClientError &error, qint64 time);
    void finishClosed(const CloseOutcome &outcome, qint64 time);
    template <typename Command>
    void post(Command command);

    QThread *m_networkThread;
    std::shared_ptr<TrafficLog> m_log;
    std::unique_ptr<ClientConnection, DeleteLater> m_connection;
    std::shared_ptr<DeliveryMeter> m_meter; ///< of the present connection
    ConnectionId m_id = 0;
    ClientStatus m_status;
};

} // namespace confab
