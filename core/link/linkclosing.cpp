#include "core/link/link.h"

#include "core/link/linkloop.h"

#include <utility>

using namespace Qt::StringLiterals;

// How a link becomes CLOSED: the closing handshake (RFC 6455 §7) and its clock.
namespace confab {

namespace {

/// How many times its grace a peer that overflowed has for the rest of the message under way, and the Close.
constexpr int maxGraces = 10;

} // namespace

void Link::close(const CloseStatus &status, Bound exceeded)
{
    m_loop.settle();
    if (m_writer.overflowSize() || !m_endpoint.close(status))
        return;
    m_exceeded = exceeded;
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

void Link::cut(const CloseStatus &status, Bound exceeded)
{
    close(status, exceeded);
    flush();
    abort();
}

void Link::closeOverflowed()
{
    m_endpoint.close({CloseCode::TryAgainLater, u"too slow: the queue is full"_s});
    m_exceeded = Bound::QueueSize;
    m_graceEnds = std::chrono::steady_clock::now() + maxGraces * m_policy.overflowGrace;
    m_progress = m_transport->progress();
    queueReplies();
    m_listener.linkOverflowed(*m_writer.overflowSize());
    announce();
}

/// Nothing more is taken from the peer, as if it had broken a rule: it would go on with its message.
void Link::giveUpUnfinished()
{
    m_loop.settle();
    if (m_exceeded == Bound::None)
        m_exceeded = Bound::UnfinishedSize;
    m_endpoint.giveUp(
        {CloseCode::TryAgainLater, u"too many messages are unfinished: yours is the largest"_s});
    forgetUnfinished();
    queueReplies();
    announce();
    m_loop.scheduleFlush(*this); // which ends the transport, also if the Close was sent before
}

void Link::forgetUnfinished()
{
    if (std::exchange(m_unfinishedNoted, false))
        m_loop.unfinished().forget(*this);
}

/// Tells what has become of the ready state since the last time.
void Link::announce()
{
    if (m_finished || m_announcedState == m_endpoint.readyState())
        return;
    m_announcedState = m_endpoint.readyState();
    if (m_announcedState == ReadyState::Closing) {
        m_keepAliveTimer.stop();
        startClosingTimer();
    }
    m_listener.linkStateChanged(m_announcedState);
    const std::optional<CloseStatus> sent = m_endpoint.outcome().sent;
    if (sent && !m_closeSentAnnounced && !m_finished) {
        m_closeSentAnnounced = true;
        m_listener.linkSentClose(*sent);
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

/// It has taken something: there is hope that it will have the rest.
void Link::prolongClosing()
{
    if (!m_writer.overflowSize())
        startClosingTimer();
    else if (std::chrono::steady_clock::now() < m_graceEnds)
        m_closingTimer.start(m_policy.overflowGrace);
}

/// The peer's Close may have come, and wait for us to read again, or for the link's turn.
void Link::closingTimeIsOver()
{
    if (m_readScheduled && m_loop.isReadingHeld()) {
        startClosingTimer();
        return;
    }
    if (m_readScheduled)
        readTurn(); // a Close starts the time of its second half
    const TcpProgress before = std::exchange(m_progress, m_transport->progress());
    if (m_progress.acknowledged > before.acknowledged && m_writer.overflowSize())
        prolongClosing(); // it takes what the system has of it
    if (!m_closingTimer.isActive())
        abort();
}

/// RFC 6455 §7.1.4: the transport is closed, and so is the connection.
void Link::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_keepAliveTimer.stop();
    m_closingTimer.stop();
    m_writer.clear();
    m_endpoint.transportEnded();
    forgetUnfinished();
    m_announcedState = m_endpoint.readyState();
    m_listener.linkStateChanged(m_announcedState);
    CloseOutcome outcome = m_endpoint.outcome();
    outcome.bound = m_exceeded == Bound::None ? boundOf(outcome.error) : m_exceeded;
    m_listener.linkClosed(outcome);
}

} // namespace confab
