#pragma once

#include "core/traffic/connectionid.h"
#include "core/wire/httphead.h"
#include "server/servertraffic.h"

#include <QHostAddress>
#include <QTcpSocket>

#include <memory>

namespace confab {

/// Someone at the door: a connection from which a request's head was read (or what there was of one), before
/// it is anything else.
struct Visitor
{
    ConnectionId id = 0; ///< 0 for readers of pages
    std::unique_ptr<QTcpSocket> socket;
    QByteArray head; ///< as received
    RequestHead request;
    QHostAddress address; ///< the peer's; IPv4 if it is one
    quint16 port = 0;
    bool isEncrypted = false; ///< came over TLS

    /// The peer's address and port, as one writes them.
    QString addressText() const;
    TrafficPeer peer() const { return {id, addressText()}; }
};

/// The address of the socket's peer; an IPv4 address that came to an IPv6 socket is IPv4 again.
QHostAddress plainAddress(const QHostAddress &address);

} // namespace confab
