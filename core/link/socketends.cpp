#include "core/link/socketends.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace confab {

namespace {

using AddressOf = int (*)(int descriptor, sockaddr *address, socklen_t *size);

struct End
{
    QHostAddress address;
    quint16 port = 0;
};

End endOf(qintptr descriptor, AddressOf addressOf)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (addressOf(int(descriptor), address, &size) != 0)
        return {};
    const in_port_t port = address->sa_family == AF_INET6
                               ? reinterpret_cast<sockaddr_in6 *>(address)->sin6_port
                               : reinterpret_cast<sockaddr_in *>(address)->sin_port;
    return {plainAddress(QHostAddress(address)), ntohs(port)};
}

} // namespace

SocketEnds socketEnds(qintptr descriptor)
{
    const End peer = endOf(descriptor, [](int socket, sockaddr *address, socklen_t *size) {
        return ::getpeername(socket, address, size);
    });
    const End local = endOf(descriptor, [](int socket, sockaddr *address, socklen_t *size) {
        return ::getsockname(socket, address, size);
    });
    return {peer.address, peer.port, local.address};
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : address;
}

} // namespace confab
