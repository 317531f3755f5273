#pragma once

#include "core/wire/bound.h"
#include "core/wire/closecode.h"
#include "core/wire/readystate.h"

#include <QString>

namespace confab {

/// What passed on a connection, and what waits there.
struct MemberCounters
{
    quint64 messagesReceived = 0;
    quint64 octetsReceived = 0; ///< of message payloads
    quint64 messagesSent = 0;
    quint64 octetsSent = 0;
    qint64 bufferedAmount = 0;         ///< octets queued for it
    qint64 roundTripMicroseconds = -1; ///< -1: not known yet

    bool operator==(const MemberCounters &) const = default;
};

/// One connection as the roster shows it: a copy, true at the time it was taken.
struct MemberInfo : MemberCounters
{
    quint64 id = 0;          ///< the ConnectionId; never given again
    QString name;            ///< the name given by hello, or "Guest N"
    bool structured = false; ///< speaks confab.v1
    QString address;         ///< without port
    quint16 port = 0;
    QString subprotocol; ///< as selected; empty if none
    QString room;        ///< "/", "/room/NAME"; "/echo" for a connection that is in no room
    QString origin;      ///< the request's Origin; empty if none
    QString userAgent;
    ReadyState readyState = ReadyState::Connecting;
    qint64 since = 0;             ///< when it was accepted: milliseconds since 1970-01-01T00:00Z
    qint64 closedAt = 0;          ///< likewise; 0 while it is not CLOSED
    CloseStatus close;            ///< once CLOSED: the code and reason received, 1005 or 1006
    CloseCode closeSent{};        ///< once CLOSED: the code of our Close; 0 if none was sent
    Bound exceeded = Bound::None; ///< once CLOSED: the bound that it exceeded, if that ended it

    bool operator==(const MemberInfo &) const = default;
};

} // namespace confab
