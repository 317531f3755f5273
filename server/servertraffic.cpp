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

void ServerTraffic::request(const TrafficPeer &peer, const QByteArray &head)
{
    append(peer, Direction::Received, TrafficKind::Request, head);
}

void ServerTraffic::response(const TrafficPeer &peer, int status, const QByteArray &head)
{
    TrafficRecord record;
    record.status = status;
    append(peer, Direction::Sent, TrafficKind::Response, head, std::move(record));
}

void ServerTraffic::tlsFailure(const TrafficPeer &peer, const QByteArray &words)
{
    append(peer, Direction::Received, TrafficKind::TlsFailure, words);
}

void ServerTraffic::message(const TrafficPeer &peer, Direction direction, const Message &message)
{
    TrafficRecord record;
    record.fragments = message.fragments;
    append(peer, direction, kindOf(message.type), message.payload, std::move(record), message.wireSize);
}

void ServerTraffic::broadcast(Opcode type, const QByteArray &payload, int recipients, quint64 wireSize)
{
    TrafficRecord record;
    record.recipients = quint32(recipients);
    append({}, Direction::Sent, kindOf(type), payload, std::move(record), wireSize);
}

void ServerTraffic::control(const TrafficPeer &peer, Direction direction, Opcode opcode,
                            const QByteArray &payload)
{
    append(peer, direction, kindOf(opcode), payload);
}

void ServerTraffic::close(const TrafficPeer &peer, Direction direction, const CloseStatus &status)
{
    TrafficRecord record;
    record.close = status;
    append(peer, direction, TrafficKind::Close, encodeClosePayload(status), std::move(record));
}

void ServerTraffic::failure(const TrafficPeer &peer, WireError error)
{
    TrafficRecord record;
    record.error = error;
    append(peer, Direction::Received, TrafficKind::Failure, {}, std::move(record));
}

void ServerTraffic::ended(const TrafficPeer &peer, const CloseStatus &status, Bound exceeded)
{
    TrafficRecord record;
    record.exceeded = exceeded;
    record.close = status;
    append(peer, Direction::Received, TrafficKind::Ended, {}, std::move(record));
}

void ServerTraffic::append(const TrafficPeer &peer, Direction direction, TrafficKind kind,
                           const QByteArray &payload, TrafficRecord record, std::optional<quint64> wireSize)
{
    if (!isWatched())
        return;
    record.source = TrafficSource::Server;
    record.connection = peer.connection;
    record.peer = peer.name;
    record.direction = direction;
    record.kind = kind;
    record.size = quint64(payload.size());
    record.wireSize = wireSize.value_or(record.size);
    record.payload = payload;
    m_log->append(std::move(record));
}

} // namespace confab
