#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

struct ssl_st;
struct ssl_ctx_st;

namespace confab::bench {

using TlsContext = std::shared_ptr<ssl_ctx_st>;

/// A context for streams that trust any certificate: the server is the one that was just started.
TlsContext makeTlsContext();

/// One end of a TCP connection that never blocks, with TLS where a context is given.
class Stream
{
public:
    /// Begins to connect to 127.0.0.1. @param tls may be null.
    Stream(std::uint16_t port, const TlsContext &tls);
    ~Stream();
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    int descriptor() const { return m_descriptor; }

    /// @return how many octets; 0: none for now. Throws Failure at the end of the stream.
    std::size_t read(char *octets, std::size_t room);
    /// @return how many were taken; 0: none for now.
    std::size_t write(const char *octets, std::size_t count);

private:
    std::size_t resultOfTls(int result, const char *failure);

    int m_descriptor;
    ssl_st *m_tls = nullptr;
};

} // namespace confab::bench
