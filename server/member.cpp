#include "server/member.h"

#include "core/chat/confabv1.h"
#include "server/roompath.h"

#include <QDateTime>

#include <algorithm>

namespace confab {

using namespace Qt::StringLiterals;

Member::Member(std::unique_ptr<Transport> transport, const LinkPolicy &policy, LinkLoop &loop,
               MemberInfo info, TrafficWriter &traffic, RosterWriter &roster, MemberListener &listener,
               const MemberRates &rates)
    : Participant(info.id, behaviourFor(info.room, info.subprotocol))
    , m_link(std::move(transport), Role::Server, policy, loop, *this)
    , m_traffic(traffic)
    , m_roster(roster)
    , m_info(std::move(info))
    , m_peer{m_info.id, m_info.name}
    , m_listener(listener)
    , m_rates(rates)
{
    m_info.structured = behaviour() == Behaviour::Structured;
}

Member::~Member()
{
    m_roster.forget(*this);
}

void Member::open(const std::optional<DeflateParameters> &deflate)
{
    if (deflate)
        m_deflateBits = deflate->serverMaxWindowBits;
    m_link.open({}, deflate);
}

void Member::setName(const QString &name)
{
    m_info.name = name;
    m_peer.name = name;
    m_roster.update(*this);
}

const MemberInfo &Member::info()
{
    counters();
    return m_info;
}

const MemberCounters &Member::counters()
{
    m_info.bufferedAmount = m_link.bufferedAmount();
    m_info.roundTripMicroseconds = std::max<qint64>(-1, m_link.roundTripTime().count());
    return m_info;
}

/// For each message that it gets: mostly it is listed.
void Member::noteCounters()
{
    if (m_rosterPlace == RosterWriter::unlisted)
        m_roster.list(*this);
}

bool Member::send(Opcode type, QByteArrayView payload)
{
    return noteSent(type, payload, queue(type, payload));
}

bool Member::replay(Opcode type, QByteArrayView payload)
{
    const std::optional<quint64> wireSize = m_link.sendUncompressed(type, payload);
    count(payload, wireSize);
    return noteSent(type, payload, wireSize);
}

/// @param wireSize as Link::sendText() gave it.
bool Member::noteSent(Opcode type, QByteArrayView payload, const std::optional<quint64> &wireSize)
{
    if (wireSize && m_traffic.isWatched())
        m_traffic.message(m_peer, Direction::Sent, {type, payload, 1, *wireSize});
    return wireSize.has_value();
}

/// @return as Link::sendText().
std::optional<quint64> Member::queue(Opcode type, QByteArrayView payload)
{
    const std::optional<quint64> wireSize =
        type == Opcode::Text ? m_link.sendText(payload) : m_link.sendBinary(payload);
    count(payload, wireSize);
    return wireSize;
}

void Member::count(QByteArrayView payload, const std::optional<quint64> &wireSize)
{
    if (!wireSize)
        return;
    ++m_info.messagesSent;
    m_info.octetsSent += quint64(payload.size());
    noteCounters();
}

bool Member::deliver(const QByteArray &frames, int messages, quint64 octets)
{
    if (!m_link.sendEncoded(frames))
        return false;
    m_info.messagesSent += quint64(messages);
    m_info.octetsSent += octets;
    noteCounters();
    return true;
}

void Member::prefetch() const
{
    m_link.prefetch();
    confab::prefetch(&m_deflateBits);
    confab::prefetch(&m_info.octetsSent);
}

void Member::ping()
{
    m_link.sendPing();
}

void Member::close(const CloseStatus &status)
{
    m_link.close(status);
}

void Member::dismiss(const CloseStatus &status)
{
    m_isDismissed = true;
    m_link.close(status);
}

void Member::abort()
{
    m_link.abort();
}

void Member::linkReceivedMessage(const MessageView &message)
{
    if (!charge(message.payload.size()))
        return;
    ++m_info.messagesReceived;
    m_info.octetsReceived += quint64(message.payload.size());
    noteCounters();
    if (behaviour() == Behaviour::Echo) {
        echo(message);
        return;
    }
    const Message said = message.toMessage(); // which the log may share
    if (m_traffic.isWatched())
        m_traffic.message(m_peer, Direction::Received, MessageView::of(said, message.frameHeaders));
    m_listener.memberSaid(*this, said);
}

void Member::echo(const MessageView &message)
{
    const bool watched = m_traffic.isWatched();
    if (watched)
        m_traffic.message(m_peer, Direction::Received, message);
    const std::optional<quint64> wireSize = queue(message.type, message.payload);
    if (wireSize && watched)
        m_traffic.sentBack(m_peer, message, *wireSize);
}

void Member::linkReceivedPing(const QByteArray &payload, QByteArrayView header)
{
    if (charge(payload.size()))
        m_traffic.control(m_peer, Direction::Received, Opcode::Ping, payload, header);
}

void Member::linkSentControl(Opcode opcode, const QByteArray &payload)
{
    noteCounters(); // of what is queued
    m_traffic.control(m_peer, Direction::Sent, opcode, payload);
}

void Member::linkReceivedPong(const QByteArray &payload, QByteArrayView header)
{
    noteCounters();
    if (charge(payload.size()))
        m_traffic.control(m_peer, Direction::Received, Opcode::Pong, payload, header);
}

void Member::linkReceivedClose(const CloseStatus &status, QByteArrayView header)
{
    m_traffic.close(m_peer, Direction::Received, status, header);
}

void Member::linkSentClose(const CloseStatus &status)
{
    m_traffic.close(m_peer, Direction::Sent, status);
}

void Member::linkFailed(WireError error, const QByteArray &atFault)
{
    m_traffic.failure(m_peer, error, atFault);
}

void Member::linkStateChanged(ReadyState state)
{
    m_info.readyState = state;
    if (state != ReadyState::Closed) // linkClosed() tells of that, with the outcome
        m_roster.update(*this);
}

bool Member::charge(qsizetype octets)
{
    if (m_isDismissed)
        return false;
    if (m_rates.isUnlimited())
        return true;
    const Bound exceeded = m_rates.charge(octets, std::chrono::steady_clock::now());
    if (exceeded == Bound::None)
        return true;
    m_isDismissed = true;
    m_link.close({CloseCode::PolicyViolation, exceeded == Bound::MessageRate
                                                  ? u"too fast: messages per second"_s
                                                  : u"too fast: bytes per second"_s},
                 exceeded);
    return false;
}

void Member::linkClosed(const CloseOutcome &outcome)
{
    m_info.readyState = ReadyState::Closed;
    m_info.close = outcome.status;
    if (outcome.sent)
        m_info.closeSent = outcome.sent->code;
    m_info.exceeded = outcome.bound;
    m_info.closedAt = QDateTime::currentMSecsSinceEpoch();
    m_roster.forget(*this);
    m_traffic.ended(m_peer, outcome);
    m_listener.memberClosed(*this);
}

Participant::Behaviour behaviourFor(const QString &room, const QString &subprotocol)
{
    if (room == echoPath || subprotocol == "echo"_L1)
        return Member::Behaviour::Echo;
    return subprotocol == v1::subprotocol ? Member::Behaviour::Structured : Member::Behaviour::Plain;
}

} // namespace confab
