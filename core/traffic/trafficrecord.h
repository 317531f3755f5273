#pragma once

#include "core/wire/bound.h"
#include "core/wire/closecode.h"
#include "core/wire/wireerror.h"

#include <QByteArray>
#include <QString>

namespace confab {

/// Unique among all connections, server's and client's, of one run of the program; 0 is none.
using ConnectionId = quint64;

enum class TrafficSource { Server, Client };
enum class Direction { Received, Sent };

/// What was seen.
enum class TrafficKind {
    Request,    ///< an opening handshake's request head (or any HTTP request)
    Response,   ///< its answer: 101 or a refusal, with the status
    TlsFailure, ///< the TLS handshake before any request failed; payload: why, empty if its time was over
    Text,
    Binary,
    Ping,
    Pong,
    Close,
    Failure, ///< the peer broke a rule of the protocol: wireError
    Ended,   ///< the connection is CLOSED; close tells how
};

/// One thing that was seen on a connection. A broadcast is one record with the number of its recipients.
struct TrafficRecord
{
    quint64 number = 0; ///< given by the log, from 1, without gaps
    qint64 time = 0;    ///< microseconds since 1970-01-01T00:00Z
    TrafficSource source = TrafficSource::Server;
    ConnectionId connection = 0; ///< 0 for a broadcast
    QString peer;                ///< the member's name or the address at that time; empty for a broadcast
    Direction direction = Direction::Received;
    TrafficKind kind = TrafficKind::Text;
    quint64 size = 0; ///< octets of payload, or of the head
    /// Octets that the payload took on the wire: fewer if it was compressed, else size. Of a broadcast, the
    /// mean of its recipients.
    quint64 wireSize = 0;
    QByteArray payload; ///< its first maxKeptPayload octets
    quint32 recipients = 1;
    quint32 fragments = 1;
    int status = 0;    ///< HTTP status of a Response
    CloseStatus close; ///< of a Close or Ended
    WireError error = WireError::None;
    Bound exceeded = Bound::None; ///< of an Ended: the bound that the peer exceeded, if that ended it

    /// How much of a payload a record keeps, in octets.
    static constexpr qsizetype maxKeptPayload = 64 * 1024;
};

} // namespace confab
