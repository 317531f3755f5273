#pragma once

#include <QHostAddress>

namespace confab {

/// Both ends of a TCP connection. An IPv4 address that came to an IPv6 socket is IPv4 again.
struct SocketEnds
{
    QHostAddress peer;
    quint16 peerPort = 0;
    QHostAddress local;
};

/// The ends of a connected socket; null addresses if it is not connected any more.
SocketEnds socketEnds(qintptr descriptor);

/// IPv4 if it is, also if it is written as IPv6 (RFC 4291 §2.5.5.2).
QHostAddress plainAddress(const QHostAddress &address);

} // namespace confab
