#include "tests/bench/generator/stream.h"

#include "tests/bench/generator/failure.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <climits>
#include <cstring>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace confab::bench {

namespace {

bool isPatient(int error)
{
    return error == EAGAIN || error == EINTR || error == ENOTCONN;
}

int tlsCount(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, INT_MAX));
}

[[noreturn]] void fail(const char *what)
{
    throw Failure(std::string(what) + ": " + std::strerror(errno));
}

} // namespace

TlsContext makeTlsContext()
{
    TlsContext context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    return context;
}

Stream::Stream(std::uint16_t port, const TlsContext &tls)
    : m_descriptor(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
{
    if (m_descriptor < 0)
        fail("no socket");
    const int on = 1;
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // Thousands of ports are wanted again by the next run at once.
    const linger reset{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 &&
        errno != EINPROGRESS)
        fail("no connection");
    if (tls) {
        m_tls = SSL_new(tls.get());
        SSL_set_fd(m_tls, m_descriptor);
        SSL_set_connect_state(m_tls);
    }
}

Stream::~Stream()
{
    SSL_free(m_tls);
    close(m_descriptor);
}

std::size_t Stream::read(char *octets, std::size_t room)
{
    if (m_tls) {
        ERR_clear_error();
        return resultOfTls(SSL_read(m_tls, octets, tlsCount(room)), "the server ended a TLS connection");
    }
    const ssize_t count = recv(m_descriptor, octets, room, 0);
    if (count > 0)
        return static_cast<std::size_t>(count);
    if (count == 0)
        throw Failure("the server ended a connection");
    if (!isPatient(errno))
        fail("a connection is lost");
    return 0;
}

std::size_t Stream::write(const char *octets, std::size_t count)
{
    if (m_tls) {
        ERR_clear_error();
        return resultOfTls(SSL_write(m_tls, octets, tlsCount(count)), "a TLS connection is lost");
    }
    const ssize_t taken = send(m_descriptor, octets, count, MSG_NOSIGNAL);
    if (taken >= 0)
        return static_cast<std::size_t>(taken);
    if (!isPatient(errno))
        fail("a connection is lost");
    return 0;
}

std::size_t Stream::resultOfTls(int result, const char *failure)
{
    if (result > 0)
        return static_cast<std::size_t>(result);
    const int error = SSL_get_error(m_tls, result);
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE)
        return 0;
    throw Failure(failure);
}

} // namespace confab::bench
