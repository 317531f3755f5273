#pragma once

#include <QHostAddress>

#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace confab {

/// An address and port where the system drops each attempt to connect, as a host that is gone does: it
/// listens, but the one place of its queue is taken for good. 127.0.0.2, so that another may listen at the
/// same port.
class DeadEnd
{
public:
    /// @param port that a server of the test has at 127.0.0.1, so that nobody else has it here; 0: any.
    explicit DeadEnd(quint16 port = 0)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        ::inet_pton(AF_INET, "127.0.0.2", &address.sin_addr);
        socklen_t length = sizeof address;
        auto *const generic = reinterpret_cast<sockaddr *>(&address);
        m_works = ::bind(m_listener, generic, length) == 0 && ::listen(m_listener, 0) == 0 &&
                  ::getsockname(m_listener, generic, &length) == 0 &&
                  ::connect(m_taker, generic, length) == 0;
        m_port = ntohs(address.sin_port);
    }
    ~DeadEnd()
    {
        ::close(m_taker);
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(DeadEnd)

    bool works() const { return m_works; }
    static QHostAddress address() { return QHostAddress(QStringLiteral("127.0.0.2")); }
    quint16 port() const { return m_port; }

private:
    int m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int m_taker = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool m_works = false;
    quint16 m_port = 0;
};

} // namespace confab
