#include "core/link/link.h"

#include <QScopedValueRollback>

#include <array>

// How a link reads: in turns, and no faster than what it answers and whom it tells can follow.
namespace confab {

namespace {

/// How much is read from one peer before the others have their turn, in octets.
constexpr qint64 maxReadPerTurn = 1024 * 1024;
constexpr std::size_t readSize = 64 * 1024;

} // namespace

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

void Link::resumeReading()
{
    if (!m_readingPaused || (m_endpoint.maySend() && bufferedAmount() > m_policy.maxQueueSize / 2))
        return;
    m_readingPaused = false;
    postReadTurn();
}

} // namespace confab
