#pragma once

#include <QByteArray>

#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace confab {

/// A TCP connection on 127.0.0.1; the sender's end does not block.
struct TcpConnection
{
    TcpConnection()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        ::bind(listener, generic, size);
        ::listen(listener, 1);
        ::getsockname(listener, generic, &size);
        receiver = ::socket(AF_INET, SOCK_STREAM, 0);
        ::connect(receiver, generic, size);
        sender = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
        ::close(listener);
    }
    ~TcpConnection()
    {
        ::close(sender);
        endReceiver();
    }
    Q_DISABLE_COPY_MOVE(TcpConnection)

    void endReceiver()
    {
        if (receiver >= 0)
            ::close(std::exchange(receiver, -1));
    }
    QByteArray receive(qsizetype size) const
    {
        QByteArray octets(size, '\0');
        qsizetype total = 0;
        while (total < size) {
            const ssize_t count = ::recv(receiver, octets.data() + total, std::size_t(size - total), 0);
            if (count <= 0)
                break;
            total += count;
        }
        return octets.first(total);
    }

    int sender = -1;
    int receiver = -1;
};

} // namespace confab
