#include "client/clienttraffic.h"

#include "core/wire/frameencoder.h"

#include <utility>

namespace confab {

ClientTraffic::ClientTraffic(std::shared_ptr<TrafficLog> log, ConnectionId connection, QString peer)
    : m_log(std::move(log))
    , m_connection(connection)
    , m_peer(std::move(peer))
{}

void ClientTraffic::request(const QByteArray &head)
{
    m_log->append(record(Direction::Sent, TrafficKind::Request, head));
}

void ClientTraffic::response(const QByteArray &head, int status)
{
    TrafficRecord seen = record(Direction::Received, TrafficKind::Response, head);
    seen.status = status;
    m_log->append(std::move(seen));
}

void ClientTraffic::message(Direction direction, const Message &message)
{
    const TrafficKind kind = message.type == Opcode::Text ? TrafficKind::Text : TrafficKind::Binary;
    TrafficRecord seen = record(direction, kind, message.payload);
    seen.fragments = message.fragments;
    seen.wireSize = message.wireSize;
    m_log->append(std::move(seen));
}

void ClientTraffic::control(Direction direction, Opcode opcode, const QByteArray &payload)
{
    m_log->append(record(direction, opcode == Opcode::Ping ? TrafficKind::Ping : TrafficKind::Pong, payload));
}

void ClientTraffic::close(Direction direction, const CloseStatus &status)
{
    TrafficRecord seen = record(direction, TrafficKind::Close, encodeClosePayload(status));
    seen.close = status;
    m_log->append(std::move(seen));
}

void ClientTraffic::failure(WireError error)
{
    TrafficRecord seen = record(Direction::Received, TrafficKind::Failure);
    seen.error = error;
    m_log->append(std::move(seen));
}

void ClientTraffic::ended(const CloseStatus &status, Bound exceeded)
{
    TrafficRecord seen = record(Direction::Received, TrafficKind::Ended);
    seen.close = status;
    seen.exceeded = exceeded;
    m_log->append(std::move(seen));
}

TrafficRecord ClientTraffic::record(Direction direction, TrafficKind kind, const QByteArray &payload) const
{
    TrafficRecord seen;
    seen.source = TrafficSource::Client;
    seen.connection = m_connection;
    seen.peer = m_peer;
    seen.direction = direction;
    seen.kind = kind;
    seen.size = quint64(payload.size());
    seen.wireSize = seen.size;
    seen.payload = payload;
    return seen;
}

} // namespace confab
