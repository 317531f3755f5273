#include "core/link/link.h"

#include "core/link/linkloop.h"
#include "core/wire/frameencoder.h"

#include <QScopedValueRollback>

#include <utility>

using namespace Qt::StringLiterals;

// How a link opens and sends; how it reads is in linkreading.cpp, how it closes in linkclosing.cpp.
namespace confab {

namespace {

/// From how many octets on copying a payload costs more than a piece of its own.
constexpr qsizetype minPassedThrough = 16 * 1024;

} // namespace

Link::Link(std::unique_ptr<Transport> transport, Role role, const LinkPolicy &policy, LinkLoop &loop,
           LinkListener &listener)
    : m_policy(policy)
    , m_listener(listener)
    , m_transport(std::move(transport))
    , m_writer(*m_transport, policy.maxQueueSize)
    , m_loop(loop)
    , m_endpoint(role, policy.limits)
    , m_keepAlive(policy.pingInterval, policy.pongTimeout)
    , m_keepAliveTimer(loop.timers(), [this] { checkKeepAlive(); })
    , m_closingTimer(loop.timers(), [this] { closingTimeIsOver(); })
{
    m_transport->setListener(this);
}

Link::~Link()
{
    m_transport->setListener(nullptr);
    m_loop.cancel(*this);
    forgetUnfinished();
}

void Link::open(QByteArrayView alreadyReceived, const std::optional<DeflateParameters> &deflate)
{
    if (m_finished)
        return;
    m_endpoint.open(deflate);
    startKeepAlive();
    announce();
    if (!alreadyReceived.isEmpty()) {
        const QScopedValueRollback<bool> reading(m_reading, true);
        QByteArray octets = alreadyReceived.toByteArray();
        receive(std::span<char>(octets.data(), std::size_t(octets.size())));
    }
    m_loop.scheduleRead(*this);
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

std::optional<quint64> Link::sendUncompressed(Opcode opcode, QByteArrayView payload)
{
    m_loop.settle();
    if (!maySend())
        return {};
    QByteArray frame;
    const std::optional<quint64> wireSize = m_endpoint.encodeUncompressedTo(frame, opcode, payload);
    return enqueue(std::move(frame)) ? wireSize : std::nullopt;
}

bool Link::sendPing(QByteArrayView payload)
{
    const QByteArray sent = payload.first(std::min(payload.size(), maxControlPayloadSize)).toByteArray();
    if (!send(Opcode::Ping, sent))
        return false;
    m_roundTripClock.pingSent(sent, std::chrono::steady_clock::now());
    m_listener.linkSentControl(Opcode::Ping, sent);
    return true;
}

bool Link::sendEncoded(const QByteArray &frames)
{
    if (!maySend() && !m_closeWaits)
        return false;
    if (!sendsAtOnce())
        return enqueue(frames);
    const bool kept = m_writer.appendAndWrite(frames);
    if (!kept)
        m_loop.scheduleFlush(*this); // which closes it
    return kept;
}

/// There is nothing to come behind of, neither now nor later in this turn.
bool Link::sendsAtOnce() const
{
    return m_loop.isTurnEnding() && m_writer.isEmpty();
}

void Link::sendAhead(QByteArrayView frames, SendRing &ring)
{
    if ((maySend() || m_closeWaits) && sendsAtOnce())
        m_transport->sendAhead(frames, ring);
}

qsizetype Link::bufferedAmount() const
{
    return m_finished ? 0 : m_writer.bufferedAmount();
}

qsizetype Link::queueLoad() const
{
    return m_finished ? 0 : m_writer.load();
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
    m_loop.settle();
    if (!maySend())
        return {};
    if (payload.size() >= minPassedThrough && m_writer.mayWriteThrough()) {
        const QByteArray header = m_endpoint.headerBefore(opcode, quint64(payload.size()));
        if (!header.isEmpty())
            return passThrough(header, payload);
    }
    if (QByteArray *place = m_writer.gatheringPlace(payload.size() + maxFrameHeaderSize))
        return m_endpoint.encodeTo(*place, opcode, payload);
    QByteArray frame;
    const std::optional<quint64> wireSize = m_endpoint.encodeTo(frame, opcode, payload);
    return enqueue(std::move(frame)) ? wireSize : std::nullopt;
}

/// An answer that is not copied on its way.
std::optional<quint64> Link::passThrough(QByteArrayView header, QByteArrayView payload)
{
    m_loop.noteReadEnds(); // an answer goes out
    const bool kept = m_writer.writeThrough(header, payload);
    m_loop.noteReadStarts();
    if (kept)
        return quint64(payload.size());
    m_loop.scheduleFlush(*this); // which closes it
    return {};
}

bool Link::enqueue(QByteArray frame)
{
    if (!m_writer.gatheringPlace(frame.size())) // else receive() sends it
        m_loop.scheduleFlush(*this);
    return m_writer.append(std::move(frame));
}

void Link::flush()
{
    if (m_finished)
        return;
    if (m_writer.overflowSize() && m_endpoint.maySend())
        closeOverflowed();
    if (m_writer.write() && m_endpoint.isClosing())
        prolongClosing();
    // RFC 6455 §7.1.1: the server ends the transport first; whoever fails the connection does it too
    // (§7.1.7).
    if (m_writer.isEmpty() && m_endpoint.shouldEndTransport() && !m_writingEnded) {
        m_writingEnded = true;
        startClosingTimer();
        m_transport->endWriting();
    }
    resumeReading();
}

/// Octets were refused or pending: the peer has acknowledged some since. Before it has taken what is queued
/// in front of a Ping, it cannot answer that.
void Link::transportWritable()
{
    m_keepAlive.noteSignOfLife(std::chrono::steady_clock::now());
    flush();
}

/// Queues what the endpoint has to say: Pongs, which the bound holds for, and the one Close, which ends the
/// queue.
void Link::queueReplies()
{
    QByteArray output = m_endpoint.takeOutput();
    if (output.isEmpty())
        return;
    if (m_endpoint.isClosing()) {
        m_closeQueued = true;
        m_writer.appendLast(std::move(output));
        m_loop.scheduleFlush(*this);
    } else if (!m_writer.overflowSize()) {
        enqueue(std::move(output));
    }
}

void Link::startKeepAlive()
{
    if (m_keepAlive.isWanted())
        m_keepAliveTimer.start(m_keepAlive.start(std::chrono::steady_clock::now()), m_keepAlive.grain());
}

void Link::checkKeepAlive()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_readScheduled)
        m_keepAlive.noteSignOfLife(now); // it has spoken, and was not read yet
    KeepAlive::Verdict verdict = m_keepAlive.check(now);
    if (verdict.due == KeepAlive::Due::Loss && hasAcknowledged()) {
        m_keepAlive.noteSignOfLife(now);
        verdict = m_keepAlive.check(now);
    }
    if (verdict.due == KeepAlive::Due::Loss) {
        // It may be able to hear, and only not answer.
        cut({CloseCode::InternalError, u"no sign of life after a ping"_s}, Bound::PongTime);
        return;
    }
    const bool isAnswered = verdict.due == KeepAlive::Due::Ping || !m_keepAlive.isWaiting();
    if (verdict.checkAgainIn > std::chrono::nanoseconds::zero())
        m_keepAliveTimer.start(verdict.checkAgainIn, m_keepAlive.grain());
    if (verdict.due == KeepAlive::Due::Ping) {
        m_progress = m_transport->progress();
        sendPing(m_keepAlive.pingPayload());
    }
    if (isAnswered)
        endProbe();
}

void Link::probe()
{
    if (m_probing || !maySend())
        return;
    m_probing = true;
    m_progress = m_transport->progress();
    m_keepAliveTimer.start(m_keepAlive.ask(std::chrono::steady_clock::now(), m_policy.probeTimeout),
                           KeepAlive::grainOf(m_policy.probeTimeout));
    sendPing(m_keepAlive.pingPayload());
}

void Link::endProbe()
{
    if (std::exchange(m_probing, false))
        m_listener.linkAnswered();
}

/// Some of what was in front of the last Ping, but not all: it cannot answer yet. So it is with a peer behind
/// a slow line and a large message on its way.
bool Link::hasAcknowledged() const
{
    const quint64 acknowledged = m_transport->progress().acknowledged;
    return acknowledged > m_progress.acknowledged && acknowledged < m_progress.accepted;
}

} // namespace confab
