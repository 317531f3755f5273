#pragma once

#include "core/traffic/trafficrecord.h"

namespace confab {

/// A record as a server or a client would log it, for tests of views.
inline TrafficRecord makeRecord(TrafficKind kind, const QByteArray &payload, ConnectionId connection = 1,
                                const QString &peer = QStringLiteral("Mina"))
{
    TrafficRecord record;
    record.kind = kind;
    record.payload = payload;
    record.size = quint64(payload.size());
    record.wireSize = record.size;
    record.connection = connection;
    record.peer = peer;
    return record;
}

inline TrafficRecord makeRequest(const QByteArray &origin, ConnectionId connection)
{
    return makeRecord(TrafficKind::Request,
                      "GET / HTTP/1.1\r\nHost: localhost:3000\r\nOrigin: " + origin + "\r\n\r\n", connection);
}

inline TrafficRecord makeResponse(int status, ConnectionId connection)
{
    TrafficRecord record = makeRecord(
        TrafficKind::Response, "HTTP/1.1 " + QByteArray::number(status) + " Words\r\n\r\n", connection);
    record.direction = Direction::Sent;
    record.status = status;
    return record;
}

/// The refusal of a foreign origin.
inline TrafficRecord makeForbidden(ConnectionId connection)
{
    TrafficRecord record = makeResponse(403, connection);
    record.payload = "HTTP/1.1 403 Forbidden\r\nVary: Origin\r\n\r\nNo.";
    record.size = record.wireSize = quint64(record.payload.size());
    return record;
}

} // namespace confab
