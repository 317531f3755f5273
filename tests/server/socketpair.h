#pragma once

#include "rawpeer.h"

#include <QTcpServer>

#include <memory>

namespace confab {

/// Both ends of one TCP connection over 127.0.0.1, on this thread.
struct SocketPair
{
    SocketPair()
    {
        listener.listen(QHostAddress(QHostAddress::LocalHost));
        peer.connectTo(listener.serverPort());
        listener.waitForNewConnection(RawPeer::patience);
        std::unique_ptr<QTcpSocket> socket(listener.nextPendingConnection());
        socket->setParent(nullptr);
        accepted = std::move(socket);
    }

    QTcpServer listener;
    RawPeer peer;
    std::unique_ptr<QTcpSocket> accepted; ///< the server's end
};

/// The request in these octets, which must be well-formed.
inline RequestHead requestOf(const QByteArray &octets)
{
    RequestHead request;
    const HttpError error = parseRequestHead(octets, request);
    Q_ASSERT(error == HttpError::None);
    Q_UNUSED(error)
    return request;
}

} // namespace confab
