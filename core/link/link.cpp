#include "core/link/link.h"

#include "core/link/flushscheduler.h"
#include "core/wire/frameencoder.h"

#include <QScopedValueRollback>

#include <array>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

/// How much is read from one peer before the others have their turn, in octets.
constexpr qint64 maxReadPerTurn = 1024 * 1024;
constexpr std::size_t readSize = 64 * 1024;

} // namespace

Link::Link(std::unique_ptr<Transport> transport, Role role, LinkPolicy policy, FlushScheduler &scheduler,
           QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_scheduler(scheduler)
    , m_transport(std::move(transport))
    , m_endpoint(role, policy.limits)
    , m_writer(*m_transport, policy.maxQueueSize)
    , m_keepAlive(policy.pingInterval, policy.pongTimeout)
{
    m_closingTimer.setSingleShot(true);
    connect(&m_closingTimer, &QTimer::timeout, this, &Link::abort);
    connect(&m_keepAlive, &KeepAlive::pingDue, this, &Link::sendPing);
    connect(&m_keepAlive, &KeepAlive::peerLost, this, &Link::abort);
    connect(m_transport.get(), &Transport::readable, this, &Link::readTurn);
    connect(m_transport.get(), &Transport::writable, this, &Link::flush);
    connect(m_transport.get(), &Transport::ended, this, &Link::finish);
}

Link::~Link()
{
    m_transport->disconnect(this);
    m_scheduler.cancel(*this);
}

void Link::open(QByteArrayView alreadyReceived, const std::optional<DeflateParameters> &deflate)
{
    if (m_finished)
        return;
    m_endpoint.open(deflate);
    m_keepAlive.start();
    announce();
    if (!alreadyReceived.isEmpty()) {
        const QScopedValueRollback<bool> reading(m_reading, true);
        QByteArray octets = alreadyReceived.toByteArray();
        receive(std::span<char>(octets.data(), std::size_t(octets.size())));
    }
    postReadTurn();
}

ReadyState Link::readyState() const
{
    return m_endpoint.readyState();
}

std::optional<quint64> Link::sendText(QByteArrayView utf8)
{
    return send(Opcode::Text, utf8);
}

std::optional<quint64> Link::sendBinary(QByteArrayView payload)
{
    return send(Opcode::Binary, payload);
}

bool Link::sendPing(QByteArrayView payload)
{
    const QByteArray sent = payload.first(std::min(payload.size(), maxControlPayloadSize)).toByteArray();
    if (!send(Opcode::Ping, sent))
        return false;
    m_roundTripClock.pingSent(sent, std::chrono::steady_clock::now());
    Q_EMIT controlSent(Opcode::Ping, sent);
    return true;
}

bool Link::sendEncoded(const QByteArray &frame)
{
    return maySend() && enqueue(frame);
}

void Link::close(const CloseStatus &status)
{
    if (m_writer.overflowSize() || !m_endpoint.close(status))
        return;
    queueReplies();
    announce();
}

void Link::abort()
{
    if (m_finished)
        return;
    m_transport->abort();
    finish();
}

void Link::setReadingHeld(bool held)
{
    if (m_readingHeld == held)
        return;
    m_readingHeld = held;
    if (held) {
        m_keepAlive.stop();
        return;
    }
    if (m_endpoint.maySend())
        m_keepAlive.start();
    postReadTurn();
}

qsizetype Link::bufferedAmount() const
{
    return m_finished ? 0 : m_writer.bufferedAmount();
}

std::chrono::microseconds Link::roundTripTime() const
{
    return m_roundTripTime;
}

bool Link::maySend() const
{
    return m_endpoint.maySend() && !m_writer.overflowSize();
}

std::optional<quint64> Link::send(Opcode opcode, QByteArrayView payload)
{
    if (!maySend())
        return {};
    QByteArray frame = m_endpoint.encode(opcode, payload);
    const quint64 wireSize = payloadSizeOf(frame);
    return enqueue(std::move(frame)) ? std::optional(wireSize) : std::nullopt;
}

bool Link::enqueue(QByteArray frame)
{
    m_scheduler.schedule(*this);
    return m_writer.append(std::move(frame));
}

void Link::flush()
{
    if (m_finished)
        return;
    if (m_writer.overflowSize() && m_endpoint.maySend())
        closeOverflowed();
    const bool progressed = m_writer.write();
    if (progressed && m_endpoint.isClosing())
        startClosingTimer();
    // RFC 6455 §7.1.1: the server ends the transport first; whoever fails the connection does it too
    // (§7.1.7).
    if (m_writer.isEmpty() && m_endpoint.shouldEndTransport() && !m_writingEnded) {
        m_writingEnded = true;
        startClosingTimer();
        m_transport->endWriting();
    }
    resumeReading();
    if (progressed && m_readingPaused)
        m_keepAlive.noteSignOfLife();
}

void Link::closeOverflowed()
{
    m_endpoint.close({CloseCode::TryAgainLater, u"too slow: the queue is full"_s});
    queueReplies();
    Q_EMIT queueOverflowed(*m_writer.overflowSize());
    announce();
}

void Link::postReadTurn()
{
    if (m_readPosted)
        return;
    m_readPosted = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readPosted = false;
            readTurn();
        },
        Qt::QueuedConnection);
}

void Link::readTurn()
{
    if (m_reading || m_finished || m_endpoint.readyState() == ReadyState::Connecting)
        return;
    const QScopedValueRollback<bool> reading(m_reading, true);
    std::array<char, readSize> buffer;
    qint64 total = 0;
    while (!m_finished && !m_readingPaused && !m_readingHeld) {
        if (total >= maxReadPerTurn) {
            postReadTurn();
            break;
        }
        const qint64 count = m_transport->read(buffer);
        if (count <= 0)
            break;
        total += count;
        receive(std::span<char>(buffer).first(std::size_t(count)));
    }
}

void Link::receive(std::span<char> octets)
{
    m_keepAlive.noteSignOfLife();
    const qsizetype queuedBefore = bufferedAmount();
    std::vector<EndpointEvent> events;
    while (!octets.empty() && !m_finished) {
        octets = m_endpoint.receiveNext(octets, events);
        queueReplies();
        for (const EndpointEvent &event : events)
            handle(event);
        events.clear();
        announce();
    }
    // The peer may end its side right behind its Close: answer while it is there.
    if (m_endpoint.isClosing())
        flush();
    // A peer that asks faster than it takes the answers waits for them.
    const qsizetype queued = bufferedAmount();
    m_readingPaused = m_endpoint.maySend() && queued > queuedBefore && queued > m_policy.maxQueueSize / 2;
}

void Link::handle(const EndpointEvent &event)
{
    if (m_finished)
        return;
    bool answered = false;
    switch (event.kind) {
    case EndpointEvent::Kind::Message:
        Q_EMIT messageReceived({event.opcode, event.payload, event.fragments, event.wireSize});
        break;
    case EndpointEvent::Kind::Ping:
        answered = maySend();
        Q_EMIT pingReceived(event.payload);
        if (answered && !m_finished)
            Q_EMIT controlSent(Opcode::Pong, event.payload);
        break;
    case EndpointEvent::Kind::Pong:
        m_roundTripTime = m_roundTripClock.pongReceived(event.payload, std::chrono::steady_clock::now())
                              .value_or(m_roundTripTime);
        Q_EMIT pongReceived(event.payload);
        break;
    case EndpointEvent::Kind::Close:
        if (m_announcedState == ReadyState::Closing)
            startClosingTimer(); // its second half: until the end of the transport
        Q_EMIT closeReceived(event.closeStatus);
        break;
    case EndpointEvent::Kind::Failure:
        Q_EMIT failed(event.error);
        break;
    }
}

/// Queues what the endpoint has to say: Pongs, which the bound holds for, and the one Close, which ends the
/// queue.
void Link::queueReplies()
{
    QByteArray output = m_endpoint.takeOutput();
    if (output.isEmpty())
        return;
    if (m_endpoint.isClosing()) {
        m_writer.appendLast(std::move(output));
        m_scheduler.schedule(*this);
    } else if (!m_writer.overflowSize()) {
        enqueue(std::move(output));
    }
}

void Link::resumeReading()
{
    if (!m_readingPaused || (m_endpoint.maySend() && bufferedAmount() > m_policy.maxQueueSize / 2))
        return;
    m_readingPaused = false;
    postReadTurn();
}

/// Emits what has become of the ready state since the last time.
void Link::announce()
{
    if (m_finished || m_announcedState == m_endpoint.readyState())
        return;
    m_announcedState = m_endpoint.readyState();
    if (m_announcedState == ReadyState::Closing) {
        m_keepAlive.stop();
        startClosingTimer();
    }
    Q_EMIT readyStateChanged(m_announcedState);
    const std::optional<CloseStatus> sent = m_endpoint.outcome().sent;
    if (sent && !m_closeSentAnnounced && !m_finished) {
        m_closeSentAnnounced = true;
        Q_EMIT closeSent(*sent);
    }
}

/// From here the peer has its time to go on with the closing handshake; a peer that overflowed has no more
/// than its grace.
void Link::startClosingTimer()
{
    if (!m_writer.overflowSize())
        m_closingTimer.start(m_policy.closingTimeout);
    else if (!m_closingTimer.isActive())
        m_closingTimer.start(m_policy.overflowGrace);
}

/// RFC 6455 §7.1.4: the transport is closed, and so is the connection.
void Link::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_keepAlive.stop();
    m_closingTimer.stop();
    m_writer.clear();
    m_endpoint.transportEnded();
    m_announcedState = m_endpoint.readyState();
    Q_EMIT readyStateChanged(m_announcedState);
    Q_EMIT closed(m_endpoint.outcome());
}

} // namespace confab
