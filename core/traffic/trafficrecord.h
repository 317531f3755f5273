#pragma once

#include "core/wire/bound.h"
#include "core/wire/closecode.h"
#include "core/wire/wireerror.h"

#include <QByteArray>
#include <QString>

namespace confab {

/// Unique among all connections, server's and client's, of one run of the program; 0 is none.
using ConnectionId = quint64;

enum class TrafficSource : quint8 { Server, Client };
enum class Direction : quint8 { Received, Sent };

/// What was seen.
enum class TrafficKind : quint8 {
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

/// What is known of something that was seen, but for its words and octets.
struct TrafficFacts
{
    qint64 time = 0;             ///< microseconds since 1970-01-01T00:00Z
    ConnectionId connection = 0; ///< 0 for a broadcast
    quint64 size = 0;            ///< octets of payload, or of the head
    /// Octets that the payload took on the wire: fewer if it was compressed, else size. Of a broadcast, the
    /// mean of its recipients.
    quint64 wireSize = 0;
    quint32 recipients = 1;
    quint32 fragments = 1;
    int status = 0;                    ///< HTTP status of a Response
    WireError error = WireError::None; ///< of a Failure, and of an Ended that it ended
    Bound exceeded = Bound::None;      ///< of an Ended: the bound that the peer exceeded, if that ended it
    quint8 cause = 0; ///< of an Ended that never was OPEN: why, by the connection's own numbers; else 0
    bool isUnfinished = false; ///< of a Text or Binary: no more of it came before the connection ended
    TrafficSource source = TrafficSource::Server;
    Direction direction = Direction::Received;
    TrafficKind kind = TrafficKind::Text;
};

/// One thing that was seen on a connection. A broadcast is one record with the number of its recipients.
struct TrafficRecord : TrafficFacts
{
    quint64 number = 0; ///< given by the log, from 1, without gaps
    QString peer;       ///< the member's name or the address at that time; empty for a broadcast
    QByteArray payload; ///< its first maxKeptPayload octets
    /// The headers of its frames as they were on the wire (EndpointEvent::frameHeaders), where they were
    /// seen; frameHeadersOf() knows more.
    QByteArray frameHeaders;
    CloseStatus close; ///< of a Close or Ended

    /// How much of a payload a record keeps, in octets.
    static constexpr qsizetype maxKeptPayload = 64 * 1024;
};

} // namespace confab
