#include "client/clientsession.h"

#include "client/clientconnection.h"
#include "core/traffic/connectionid.h"
#include "core/traffic/trafficclock.h"

#include <QThread>

#include <functional>
#include <utility>

namespace confab {

void ClientSession::DeleteLater::operator()(ClientConnection *connection) const
{
    connection->deleteLater();
}

ClientSession::ClientSession(QThread *networkThread, std::shared_ptr<TrafficLog> log, QObject *parent)
    : QObject(parent)
    , m_networkThread(networkThread)
    , m_log(std::move(log))
{}

ClientSession::~ClientSession()
{
    letGo();
}

ConnectionId ClientSession::connectionId() const
{
    return m_id;
}

const ClientStatus &ClientSession::status() const
{
    return m_status;
}

qint64 ClientSession::bufferedAmount() const
{
    return m_connection && m_status.readyState != ReadyState::Closed ? m_connection->bufferedAmount() : 0;
}

void ClientSession::connectToServer(const ClientProfile &profile)
{
    endPresent();
    m_id = nextConnectionId();
    m_status = {};
    m_meter = std::make_shared<DeliveryMeter>();
    m_connection.reset(new ClientConnection(profile, m_log, m_id, m_meter));
    watch(m_connection.get());
    m_connection->moveToThread(m_networkThread);
    const qint64 now = microsecondsNow();
    QMetaObject::invokeMethod(m_connection.get(), &ClientConnection::start, Qt::QueuedConnection);
    setReadyState(ReadyState::Connecting, now);
}

bool ClientSession::maySend(qint64 octets) const
{
    return m_status.readyState == ReadyState::Open && m_connection->budget().fits(octets);
}

bool ClientSession::sendText(const QString &text)
{
    return send(text.toUtf8(), &ClientConnection::sendText);
}

bool ClientSession::sendBinary(const QByteArray &payload)
{
    return send(payload, &ClientConnection::sendBinary);
}

template <typename Send>
bool ClientSession::send(const QByteArray &payload, Send sendOn)
{
    if (m_status.readyState != ReadyState::Open || !m_connection->budget().take(payload.size()))
        return false;
    post([payload, sendOn](ClientConnection &connection) {
        std::invoke(sendOn, connection, payload);
        connection.budget().giveBack(payload.size());
    });
    return true;
}

void ClientSession::sendPing(const QByteArray &payload)
{
    post([payload](ClientConnection &connection) { connection.sendPing(payload); });
}

void ClientSession::close(const CloseStatus &status)
{
    post([status](ClientConnection &connection) { connection.close(status); });
}

void ClientSession::abort()
{
    post([](ClientConnection &connection) { connection.abort(); });
}

/// Calls the command with the present connection, on the network thread.
template <typename Command>
void ClientSession::post(Command command)
{
    ClientConnection *connection = m_connection.get();
    if (connection && m_status.readyState != ReadyState::Closed)
        QMetaObject::invokeMethod(
            connection, [connection, command] { command(*connection); }, Qt::QueuedConnection);
}

/// Everything comes as a queued call; what is still under way from a connection that is no longer the present
/// one is dropped.
void ClientSession::watch(ClientConnection *connection)
{
    const auto ofPresent = [this, id = m_id](auto slot) {
        return [this, id, slot](const auto &...arguments) {
            if (id == m_id && m_status.readyState != ReadyState::Closed)
                slot(arguments...);
        };
    };
    connect(connection, &ClientConnection::requestSent, this,
            ofPresent([this](const QByteArray &head, const QString &peerAddress, bool encrypted) {
                m_status.requestHead = head;
                m_status.peerAddress = peerAddress;
                m_status.encrypted = encrypted;
            }));
    connect(connection, &ClientConnection::responseReceived, this,
            ofPresent([this](const QByteArray &head, const QString &subprotocol, bool compressed) {
                m_status.responseHead = head;
                m_status.subprotocol = subprotocol;
                m_status.compressed = compressed;
            }));
    connect(connection, &ClientConnection::readyStateChanged, this,
            ofPresent([this](ReadyState state, qint64 time) { setReadyState(state, time); }));
    connect(connection, &ClientConnection::messagesReceived, this,
            [this, id = m_id](const QList<Message> &messages) { deliver(id, messages); });
    connect(connection, &ClientConnection::pongReceived, this,
            ofPresent([this](const QByteArray &payload, qint64 roundTripMicroseconds) {
                const std::shared_ptr<DeliveryMeter> meter = m_meter;
                Q_EMIT pongReceived(payload, roundTripMicroseconds);
                noteDelivered(*meter, payload.size());
            }));
    connect(connection, &ClientConnection::failed, this,
            ofPresent([this](const ClientError &error, qint64 time) { finishFailed(error, time); }));
    connect(connection, &ClientConnection::closed, this,
            ofPresent([this](const CloseOutcome &outcome, qint64 time) { finishClosed(outcome, time); }));
}

/// A slot may end the connection that the messages are of.
void ClientSession::deliver(ConnectionId id, const QList<Message> &messages)
{
    const std::shared_ptr<DeliveryMeter> meter = m_meter;
    for (const Message &message : messages) {
        if (id != m_id || m_status.readyState == ReadyState::Closed)
            return;
        Q_EMIT messageReceived(message);
        noteDelivered(*meter, message.payload.size());
    }
}

/// A slot may have begun another connection meanwhile: to be told needlessly does that no harm.
void ClientSession::noteDelivered(DeliveryMeter &meter, qint64 octets)
{
    if (meter.deliver(octets))
        post([](ClientConnection &held) { held.resumeReading(); });
}

/// Cuts the present connection, and says so before the next one begins.
void ClientSession::endPresent()
{
    const ReadyState state = m_status.readyState;
    letGo();
    if (state == ReadyState::Connecting) {
        ClientError error;
        error.kind = ClientErrorKind::Cancelled;
        finishFailed(error, microsecondsNow());
    } else if (state != ReadyState::Closed) {
        finishClosed({}, microsecondsNow());
    }
}

/// Disconnects first: the connection may be gone on its own thread before ~QObject() here asks it of its
/// signals.
void ClientSession::letGo()
{
    if (m_connection)
        m_connection->disconnect(this);
    m_connection.reset();
}

void ClientSession::setReadyState(ReadyState state, qint64 time)
{
    m_status.readyState = state;
    m_status.entered[std::size_t(state)] = time;
    Q_EMIT readyStateChanged(state);
}

// A slot may connect anew at once: what is left to say of the old connection is not said then.

void ClientSession::finishFailed(const ClientError &error, qint64 time)
{
    const ConnectionId id = m_id;
    m_status.error = error;
    m_status.readyState = ReadyState::Closed;
    Q_EMIT failed(error);
    if (id == m_id)
        setReadyState(ReadyState::Closed, time);
}

void ClientSession::finishClosed(const CloseOutcome &outcome, qint64 time)
{
    const ConnectionId id = m_id;
    m_status.outcome = outcome;
    setReadyState(ReadyState::Closed, time);
    if (id == m_id)
        Q_EMIT closed(outcome);
}

} // namespace confab
