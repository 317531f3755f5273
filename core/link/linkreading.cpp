#include "core/link/link.h"

#include "core/link/linkloop.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

// How a link reads: in turns, and no faster than what it answers and whom it tells can follow.
namespace confab {

namespace {

/// How much is read from one peer before the others have their turn, in octets.
constexpr qint64 maxReadPerTurn = 1024 * 1024;
constexpr std::size_t minReadSize = 1024;
/// The same at once of a peer that compresses, of which each octet may become a thousand.
constexpr std::size_t maxCompressedReadSize = 16 * 1024;

/// How often in a turn the system is asked for the rest of a message that has begun: 10 to 20 µs together.
constexpr int maxLooks = 16;

} // namespace

void Link::setReadingHeld(bool held)
{
    if (m_readingHeld == held)
        return;
    m_readingHeld = held;
    if (held) {
        m_keepAliveTimer.stop();
        return;
    }
    if (m_endpoint.maySend())
        startKeepAlive();
    m_loop.scheduleRead(*this);
}

void Link::readTurn()
{
    if (m_reading || m_finished || m_endpoint.readyState() == ReadyState::Connecting)
        return;
    const QScopedValueRollback<bool> reading(m_reading, true);
    // No more at once than can be answered within the bound of the queue.
    const auto most = std::max<std::size_t>(minReadSize, std::size_t(m_policy.maxQueueSize) / 8);
    const std::size_t atOnce = m_endpoint.inflates() ? maxCompressedReadSize : LinkLoop::readSize;
    const std::span<char> buffer = m_loop.buffer().first(std::min(most, atOnce));
    m_inflated = 0;
    qint64 total = 0;
    int looks = maxLooks;
    while (!m_finished && !m_readingPaused && !m_readingHeld) {
        if (std::max(total, m_inflated) >= maxReadPerTurn || m_loop.isReadingHeld()) {
            m_loop.scheduleRead(*this);
            break;
        }
        const qint64 count = readSome(buffer, looks);
        if (count <= 0)
            break;
        total += count;
        receive(buffer.first(std::size_t(count)));
    }
}

/// What was collected is dear to hand out, one call of the system for each member. A message that has begun
/// to arrive may go with it, if its rest is only microseconds behind: so it is between two records of TLS.
qint64 Link::readSome(std::span<char> buffer, int &looks)
{
    qint64 count = m_transport->read(buffer);
    while (count <= 0 && looks > 0 && m_loop.hasCollected() && m_endpoint.isWithinFrame()) {
        --looks;
        m_transport->lookAgain();
        count = m_transport->read(buffer);
    }
    return count;
}

/// What is answered meanwhile is gathered, and on its way when this returns.
void Link::receive(std::span<char> octets)
{
    m_keepAlive.noteSignOfLife(std::chrono::steady_clock::now());
    const qsizetype loadBefore = m_writer.load();
    QByteArray *const replies = m_loop.lendReplies();
    m_writer.gatherIn(replies);
    m_loop.noteReadStarts();
    receiveEach(octets);
    m_loop.noteReadEnds();
    noteUnfinished();
    // The peer may end its side right behind its Close: answer while it is there.
    if (m_endpoint.isClosing() || m_writer.hasGathered())
        flush();
    m_writer.gatherIn(nullptr);
    if (replies)
        m_loop.takeRepliesBack();
    // A peer that asks faster than it takes the answers waits for them.
    const qsizetype load = m_writer.load();
    m_readingPaused = m_endpoint.maySend() && load > loadBefore && load > m_policy.maxQueueSize / 2;
}

void Link::receiveEach(std::span<char> octets)
{
    std::vector<EndpointEvent> events = std::move(m_loop.events());
    while (!octets.empty() && !m_finished) {
        // Most of what arrives needs none of the below.
        MessageView message;
        if (m_endpoint.receiveWhole(octets, message)) {
            m_listener.linkReceivedMessage(message);
            continue;
        }
        octets = m_endpoint.receiveNext(octets, events);
        if (m_endpoint.isClosing())
            settleBeforeClose();
        queueReplies();
        for (const EndpointEvent &event : events)
            handle(event);
        events.clear();
        announce();
    }
    m_loop.events() = std::move(events);
}

/// What was collected for this link comes before the Close that the endpoint has ready.
void Link::settleBeforeClose()
{
    const QScopedValueRollback<bool> beforeClose(m_closeWaits, !m_writer.overflowSize() && !m_closeQueued);
    m_loop.settle();
}

void Link::handle(const EndpointEvent &event)
{
    if (m_finished)
        return;
    bool answered = false;
    switch (event.kind) {
    case EndpointEvent::Kind::Message:
        m_inflated += event.payload.size();
        m_listener.linkReceivedMessage({event.opcode, event.payload, event.fragments, event.wireSize,
                                        &event.payload, event.frameHeaders});
        break;
    case EndpointEvent::Kind::Ping:
        answered = maySend();
        m_listener.linkReceivedPing(event.payload, event.frameHeaders);
        if (answered && !m_finished)
            m_listener.linkSentControl(Opcode::Pong, event.payload);
        break;
    case EndpointEvent::Kind::Pong:
        m_roundTripTime = m_roundTripClock.pongReceived(event.payload, std::chrono::steady_clock::now())
                              .value_or(m_roundTripTime);
        m_listener.linkReceivedPong(event.payload, event.frameHeaders);
        endProbe();
        break;
    case EndpointEvent::Kind::Close:
        if (m_announcedState == ReadyState::Closing)
            startClosingTimer(); // its second half: until the end of the transport
        m_listener.linkReceivedClose(event.closeStatus, event.frameHeaders);
        break;
    case EndpointEvent::Kind::Failure:
        m_listener.linkFailed(event.error, event.payload);
        break;
    }
}

/// Few octets on the wire may have become very many here, and stay as long as the message does not end.
void Link::noteUnfinished()
{
    const qint64 size = m_endpoint.unfinishedSize();
    if (size < UnfinishedMessages::minCounted && !m_unfinishedNoted)
        return;
    UnfinishedMessages &unfinished = m_loop.unfinished();
    m_unfinishedNoted = unfinished.note(*this, size);
    while (Link *largest = unfinished.largestPast(m_policy.maxUnfinishedSize))
        largest->giveUpUnfinished();
}

void Link::resumeReading()
{
    if (!m_readingPaused || (m_endpoint.maySend() && m_writer.load() > m_policy.maxQueueSize / 2))
        return;
    m_readingPaused = false;
    m_loop.scheduleRead(*this);
}

} // namespace confab
