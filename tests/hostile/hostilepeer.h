#pragma once

#include "tests/server/serverfixture.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <memory>
#include <vector>

namespace confab {

using RawPeers = std::vector<std::unique_ptr<RawPeer>>;

/// This many connected peers.
inline RawPeers connectPeers(quint16 port, int count)
{
    RawPeers peers;
    for (int i = 0; i < count; ++i)
        peers.push_back(std::make_unique<RawPeer>(port));
    return peers;
}

/// Ends the connection with a RST, as a peer that crashed or wants to harm does.
inline void reset(RawPeer &peer)
{
    const linger atOnce{1, 0};
    ::setsockopt(int(peer.socket().socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    peer.socket().abort();
}

/// Ends the peer's own direction only: FIN.
inline void endHalf(RawPeer &peer)
{
    ::shutdown(int(peer.socket().socketDescriptor()), SHUT_WR);
}

/// Writes until the system takes no more, of a bounded number of octets: the other side has stopped reading.
/// Without Qt's buffer, which takes everything. @return octets written
inline qint64 floodSocket(RawPeer &peer, const QByteArray &octets, qint64 bound)
{
    qint64 written = 0;
    qsizetype offset = 0;
    while (written < bound) {
        const ssize_t taken = ::send(int(peer.socket().socketDescriptor()), octets.constData() + offset,
                                     std::size_t(octets.size() - offset), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (taken < 0)
            return written;
        written += taken;
        offset = (offset + taken) % octets.size();
    }
    return written;
}

/// Lets this process open as many descriptors as the system allows it.
inline void raiseDescriptorLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace confab
