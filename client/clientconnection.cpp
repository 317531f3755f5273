#include "client/clientconnection.h"

#include "core/link/sockettransport.h"
#include "core/traffic/trafficclock.h"

#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// How often the queue is measured while something waits in it.
constexpr std::chrono::milliseconds queueInterval{100};
constexpr qsizetype largeQueue = 64 * 1024;

/// With the path, for several connections to one server are mostly told apart by it.
QString peerName(const QUrl &url)
{
    const QString host = url.host();
    const int port = url.port(url.scheme() == "wss"_L1 ? 443 : 80);
    const QString path = url.path(QUrl::PrettyDecoded);
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port) +
           (path == "/"_L1 ? QString() : path);
}

ClientError errorOfKind(ClientErrorKind kind)
{
    ClientError error;
    error.kind = kind;
    return error;
}

} // namespace

ClientConnection::ClientConnection(ClientProfile profile, std::shared_ptr<TrafficLog> log, ConnectionId id,
                                   std::shared_ptr<DeliveryMeter> meter)
    : m_profile(std::move(profile))
    , m_traffic(std::move(log), TrafficSource::Client)
    , m_server{id, peerName(m_profile.url)}
    , m_meter(std::move(meter))
    , m_loop(this)
    , m_queueTimer(this)
    , m_budget(m_profile.link.maxQueueSize)
{
    m_loop.setReadObserver(this);
    m_queueTimer.setInterval(queueInterval);
    connect(&m_queueTimer, &QTimer::timeout, this, &ClientConnection::measureQueue);
}

ClientConnection::~ClientConnection()
{
    if (m_link)
        m_link->cut({CloseCode::GoingAway, {}});
    else
        abort();
}

void ClientConnection::start()
{
    const ClientErrorKind kind = checkProfile(m_profile);
    if (kind != ClientErrorKind::None) {
        fail(errorOfKind(kind));
        return;
    }
    m_connector = std::make_unique<ClientConnector>(m_profile);
    connect(m_connector.get(), &ClientConnector::requestSent, this, &ClientConnection::requestSent);
    connect(m_connector.get(), &ClientConnector::requestSent, this,
            [this](const QByteArray &head) { m_traffic.request(m_server, head); });
    connect(m_connector.get(), &ClientConnector::accepted, this, &ClientConnection::open);
    connect(m_connector.get(), &ClientConnector::failed, this, &ClientConnection::fail);
    m_connector->start();
}

void ClientConnection::sendText(const QByteArray &utf8)
{
    const std::optional<quint64> wireSize = m_link ? m_link->sendText(utf8) : std::nullopt;
    if (wireSize)
        noteSent({Opcode::Text, utf8, 1, *wireSize});
}

void ClientConnection::sendBinary(const QByteArray &payload)
{
    const std::optional<quint64> wireSize = m_link ? m_link->sendBinary(payload) : std::nullopt;
    if (wireSize)
        noteSent({Opcode::Binary, payload, 1, *wireSize});
}

void ClientConnection::sendPing(const QByteArray &payload)
{
    if (m_link)
        m_link->sendPing(payload);
}

void ClientConnection::close(const CloseStatus &status)
{
    if (m_link)
        m_link->close(status);
    else
        abort();
}

void ClientConnection::abort()
{
    if (m_link) {
        m_link->abort();
    } else if (m_connector) {
        m_connector->cancel();
        fail(errorOfKind(ClientErrorKind::Cancelled));
    }
}

void ClientConnection::resumeReading()
{
    if (m_link)
        m_link->setReadingHeld(false);
}

void ClientConnection::open()
{
    const ClientHandshake &handshake = m_connector->handshake();
    m_traffic.response(m_server, handshake.response().status, handshake.responseHead());
    Q_EMIT responseReceived(handshake.responseHead(), QString::fromLatin1(handshake.subprotocol()),
                            handshake.deflate().has_value());
    LinkListener &listener = *this;
    m_link = std::make_unique<Link>(std::make_unique<SocketTransport>(m_connector->takeSocket()),
                                    Role::Client, m_profile.link, m_loop, listener);
    m_link->open(handshake.rest(), handshake.deflate());
}

void ClientConnection::readEnds()
{
    m_traffic.readEnds();
    passOn();
}

/// Before whatever else is told, so that all is told, and in the log, in its order.
void ClientConnection::passOn()
{
    m_traffic.handOver();
    if (!m_received.isEmpty())
        Q_EMIT messagesReceived(std::exchange(m_received, {}));
}

void ClientConnection::linkReceivedMessage(const MessageView &view)
{
    const Message message = view.toMessage();
    m_traffic.message(m_server, Direction::Received, MessageView::of(message, view.frameHeaders));
    m_received.append(message);
    hold(message.payload.size());
}

/// Something of so many octets goes to the session: it may be that much that no more is read for now.
void ClientConnection::hold(qint64 octets)
{
    if (m_meter->post(octets))
        m_link->setReadingHeld(true);
}

void ClientConnection::linkReceivedPing(const QByteArray &payload, QByteArrayView header)
{
    m_traffic.control(m_server, Direction::Received, Opcode::Ping, payload, header);
}

void ClientConnection::linkSentControl(Opcode opcode, const QByteArray &payload)
{
    m_traffic.control(m_server, Direction::Sent, opcode, payload, m_link->lastSentHeader());
    watchQueue();
}

void ClientConnection::linkReceivedPong(const QByteArray &payload, QByteArrayView header)
{
    m_traffic.control(m_server, Direction::Received, Opcode::Pong, payload, header);
    passOn();
    hold(payload.size());
    Q_EMIT pongReceived(payload, m_link->roundTripTime().count());
}

void ClientConnection::linkReceivedClose(const CloseStatus &status, QByteArrayView header)
{
    m_traffic.close(m_server, Direction::Received, status, header);
}

void ClientConnection::linkSentClose(const CloseStatus &status)
{
    m_traffic.close(m_server, Direction::Sent, status, m_link->lastSentHeader());
}

void ClientConnection::linkFailed(WireError error, const QByteArray &atFault)
{
    m_traffic.failure(m_server, error, atFault);
}

void ClientConnection::linkStateChanged(ReadyState state)
{
    if (state == ReadyState::Closed)
        return; // linkClosed() tells of that, with the outcome
    passOn();
    Q_EMIT readyStateChanged(state, microsecondsNow());
}

void ClientConnection::linkClosed(const CloseOutcome &outcome)
{
    measureQueue();
    m_traffic.ended(m_server, outcome);
    passOn();
    Q_EMIT closed(outcome, microsecondsNow());
}

void ClientConnection::noteSent(const Message &message)
{
    m_traffic.message(m_server, Direction::Sent, MessageView::of(message, m_link->lastSentHeader()));
    watchQueue();
    measureBudget();
    // Again when the system had its chance to take it; what is small can wait for the timer.
    if (m_link->queueLoad() > largeQueue)
        QMetaObject::invokeMethod(this, &ClientConnection::measureBudget, Qt::QueuedConnection);
}

/// Measures what was just queued, but not before the system had its chance to take it.
void ClientConnection::watchQueue()
{
    if (!m_queueTimer.isActive())
        m_queueTimer.start();
}

void ClientConnection::measureQueue()
{
    m_bufferedAmount = m_link->bufferedAmount();
    measureBudget();
    if (m_bufferedAmount == 0)
        m_queueTimer.stop();
}

void ClientConnection::measureBudget()
{
    m_budget.setQueued(m_link->queueLoad());
}

void ClientConnection::fail(const ClientError &error)
{
    if (std::exchange(m_failed, true))
        return;
    if (m_connector && !m_connector->handshake().responseHead().isEmpty()) {
        const QByteArray &head = m_connector->handshake().responseHead();
        m_traffic.response(m_server, error.response.status, head);
        Q_EMIT responseReceived(head, {}, false);
    }
    m_traffic.neverOpened(m_server, quint8(error.kind), error.response.status, error.detail.toUtf8());
    Q_EMIT failed(error, microsecondsNow());
}

} // namespace confab
