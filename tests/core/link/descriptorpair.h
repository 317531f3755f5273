#pragma once

#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

namespace confab {

/// Two connected sockets.
struct DescriptorPair
{
    DescriptorPair() { opened = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0; }
    ~DescriptorPair()
    {
        for (const int end : ends) {
            if (end >= 0)
                ::close(end);
        }
    }
    Q_DISABLE_COPY_MOVE(DescriptorPair)
    void send(const char *octet = "x") const { QCOMPARE(::send(ends[1], octet, 1, 0), 1); }
    void receive() const
    {
        std::array<char, 16> buffer;
        ::recv(ends[0], buffer.data(), buffer.size(), 0);
    }

    std::array<int, 2> ends{-1, -1};
    bool opened = false;
};

} // namespace confab
