#pragma once

#include "core/link/transport.h"
#include "core/traffic/connectionid.h"
#include "core/traffic/trafficwriter.h"
#include "core/wire/httphead.h"

#include <QHostAddress>

#include <memory>

namespace confab {

/// Someone at the door: a connection from which a request's head was read (or what there was of one), before
/// it is anything else.
struct Visitor
{
    ConnectionId id = 0; ///< 0 for readers of pages
    std::unique_ptr<Transport> transport;
    QByteArray head; ///< as received
    RequestHead request;
    bool sentMore = false; ///< octets came right behind the head
    QHostAddress address;  ///< the peer's; IPv4 if it is one
    quint16 port = 0;
    QHostAddress localAddress; ///< ours that it reached; IPv4 if it is one
    bool isEncrypted = false;  ///< came over TLS

    /// The peer's address and port, as one writes them.
    QString addressText() const;
    TrafficPeer peer() const { return {id, addressText()}; }
};

} // namespace confab
