#pragma once

#include "client/clientconnector.h"
#include "client/deliverymeter.h"
#include "client/sendbudget.h"
#include "core/link/link.h"
#include "core/link/linkloop.h"
#include "core/traffic/trafficwriter.h"

#include <QTimer>

#include <atomic>

namespace confab {

/// One client connection from start to end, on the network thread: the connector's work, then a Link. Writes
/// the traffic log. All functions but bufferedAmount() and budget() must be called on its thread.
class ClientConnection : public QObject, private LinkListener, private ReadObserver
{
    Q_OBJECT
public:
    /// @param meter counts the messages that are under way to the session.
    ClientConnection(ClientProfile profile, std::shared_ptr<TrafficLog> log, ConnectionId id,
                     std::shared_ptr<DeliveryMeter> meter);
    /// OPEN, it tells the server that it goes away (1001).
    ~ClientConnection() override;

    void start();
    void sendText(const QByteArray &utf8);
    void sendBinary(const QByteArray &payload);
    void sendPing(const QByteArray &payload);
    void close(const CloseStatus &status);
    void abort();
    /// Messages were held back until the session caught up; it has.
    void resumeReading();
    /// Octets queued and not yet accepted by the system, as of a moment ago. Thread-safe.
    qint64 bufferedAmount() const { return m_bufferedAmount; }
    /// What may still be sent before the queue is at its bound. Thread-safe.
    SendBudget &budget() { return m_budget; }

Q_SIGNALS:
    void requestSent(const QByteArray &head, const QString &peerAddress, bool encrypted);
    /// @param subprotocol the server's choice, if it accepted.
    /// @param compressed whether permessage-deflate was agreed on.
    void responseReceived(const QByteArray &head, const QString &subprotocol, bool compressed);
    /// OPEN or CLOSING. @param time microseconds since 1970-01-01T00:00Z.
    void readyStateChanged(confab::ReadyState state, qint64 time);
    /// What was read at once.
    void messagesReceived(const QList<confab::Message> &messages);
    void pongReceived(const QByteArray &payload, qint64 roundTripMicroseconds);
    /// CLOSED without having been OPEN. The last signal.
    void failed(const confab::ClientError &error, qint64 time);
    /// CLOSED after it was OPEN. The last signal.
    void closed(const confab::CloseOutcome &outcome, qint64 time);

private:
    void open();
    void readStarts() override { m_traffic.readStarts(); }
    void readEnds() override;
    void passOn();
    void linkReceivedMessage(const MessageView &message) override;
    void linkReceivedPing(const QByteArray &payload, QByteArrayView header) override;
    void linkSentControl(Opcode opcode, const QByteArray &payload) override;
    void linkReceivedPong(const QByteArray &payload, QByteArrayView header) override;
    void linkReceivedClose(const CloseStatus &status, QByteArrayView header) override;
    void linkSentClose(const CloseStatus &status) override;
    void linkFailed(WireError error, const QByteArray &atFault) override;
    void linkOverflowed(qsizetype) override {}
    void linkStateChanged(ReadyState state) override;
    void linkClosed(const CloseOutcome &outcome) override;
    void hold(qint64 octets);
    void noteSent(const Message &message);
    void watchQueue();
    void measureQueue();
    void measureBudget();
    void fail(const ClientError &error);

    ClientProfile m_profile;
    TrafficWriter m_traffic;
    TrafficPeer m_server;
    QList<Message> m_received; ///< and not yet passed on
    std::shared_ptr<DeliveryMeter> m_meter;
    LinkLoop m_loop;
    std::unique_ptr<ClientConnector> m_connector;
    std::unique_ptr<Link> m_link;
    QTimer m_queueTimer;                      ///< runs while something may be queued
    std::atomic<qint64> m_bufferedAmount = 0; ///< as measured last
    SendBudget m_budget;
    bool m_failed = false;
};

} // namespace confab
