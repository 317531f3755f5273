#include "server/servertraffic.h"

#include "core/wire/frameencoder.h"

namespace confab {

namespace {

TrafficKind kindOf(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Binary:
        return TrafficKind::Binary;
    case Opcode::Ping:
        return TrafficKind::Ping;
    case Opcode::Pong:
        return TrafficKind::Pong;
    case Opcode::Close:
        return TrafficKind::Close;
    case Opcode::Text:
    case Opcode::Continuation:
        break;
    }
    return TrafficKind::Text;
}

} // namespace

ServerTraffic::ServerTraffic(std::shared_ptr<TrafficLog> log)
    : m_log(std::move(log))
{}

ServerTraffic::~ServerTraffic()
{
    handOver();
}

void ServerTraffic::request(const TrafficPeer &peer, const QByteArray &head)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::Request;
    append(facts, peer, head);
}

void ServerTraffic::response(const TrafficPeer &peer, int status, const QByteArray &head)
{
    TrafficFacts facts;
    facts.direction = Direction::Sent;
    facts.kind = TrafficKind::Response;
    facts.status = status;
    append(facts, peer, head);
}

void ServerTraffic::tlsFailure(const TrafficPeer &peer, const QByteArray &words)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::TlsFailure;
    append(facts, peer, words);
}

void ServerTraffic::message(const TrafficPeer &peer, Direction direction, const MessageView &message)
{
    if (!isWatched())
        return;
    TrafficFacts &facts = m_collected.append(peer.name, message.payload, message.shared);
    facts.time = m_clock.timeFor(message.payload.size());
    facts.connection = peer.connection;
    facts.size = quint64(message.payload.size());
    facts.wireSize = message.wireSize;
    facts.fragments = message.fragments;
    facts.direction = direction;
    facts.kind = kindOf(message.type);
    m_receivedIsLast = direction == Direction::Received;
    noteAppended();
}

void ServerTraffic::sentBack(const TrafficPeer &peer, const MessageView &received, quint64 wireSize)
{
    if (!m_receivedIsLast) {
        message(peer, Direction::Sent, {received.type, received.payload, 1, wireSize, received.shared});
        return;
    }
    TrafficFacts &facts = m_collected.appendAgain();
    facts.time = m_clock.timeFor(0);
    facts.wireSize = wireSize;
    facts.fragments = 1;
    facts.direction = Direction::Sent;
    m_receivedIsLast = false;
    noteAppended();
}

void ServerTraffic::control(const TrafficPeer &peer, Direction direction, Opcode opcode,
                            const QByteArray &payload)
{
    TrafficFacts facts;
    facts.direction = direction;
    facts.kind = kindOf(opcode);
    append(facts, peer, payload);
}

void ServerTraffic::close(const TrafficPeer &peer, Direction direction, const CloseStatus &status)
{
    TrafficFacts facts;
    facts.direction = direction;
    facts.kind = TrafficKind::Close;
    append(facts, peer, encodeClosePayload(status), &status);
}

void ServerTraffic::failure(const TrafficPeer &peer, WireError error)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::Failure;
    facts.error = error;
    append(facts, peer, {});
}

void ServerTraffic::ended(const TrafficPeer &peer, const CloseStatus &status, Bound exceeded)
{
    TrafficFacts facts;
    facts.kind = TrafficKind::Ended;
    facts.exceeded = exceeded;
    append(facts, peer, {}, &status);
}

void ServerTraffic::handOver()
{
    m_clock.distrust(); // what comes next may take its time
    m_receivedIsLast = false;
    if (m_collected.isEmpty())
        return;
    m_log->append(m_collected);
    m_collected.clear();
}

void ServerTraffic::readEnds()
{
    m_collecting = false;
    handOver();
}

/// What does not come by the thousand has the system's time.
void ServerTraffic::append(const TrafficFacts &facts, const TrafficPeer &peer, const QByteArray &payload,
                           const CloseStatus *close)
{
    if (!isWatched())
        return;
    TrafficFacts &added = m_collected.append(peer.name, payload, &payload);
    added = facts;
    m_clock.distrust();
    added.time = m_clock.timeFor(payload.size());
    added.connection = peer.connection;
    added.size = quint64(payload.size());
    added.wireSize = added.size;
    if (close)
        m_collected.setClose(*close);
    m_receivedIsLast = false;
    noteAppended();
}

void ServerTraffic::noteAppended()
{
    if (!m_collecting || m_collected.isFull())
        handOver();
}

void appendBroadcast(TrafficBlock &records, qint64 time, Opcode type, const QByteArray &payload,
                     int recipients, quint64 wireSize)
{
    TrafficFacts &facts = records.append({}, payload, &payload);
    facts.time = time;
    facts.size = quint64(payload.size());
    facts.wireSize = wireSize;
    facts.recipients = quint32(recipients);
    facts.direction = Direction::Sent;
    facts.kind = kindOf(type);
}

} // namespace confab
