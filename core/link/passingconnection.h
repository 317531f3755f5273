#pragma once

#include "core/link/opensslowner.h"

#include <utility>

namespace confab {

/// A connection on its way from one thread's transport to another's: the descriptor, and its TLS session if
/// it has one. The connection ends unless somebody takes it.
class PassingConnection
{
public:
    explicit PassingConnection(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~PassingConnection();
    PassingConnection(const PassingConnection &) = delete;
    PassingConnection &operator=(const PassingConnection &) = delete;

    int takeDescriptor() { return std::exchange(m_descriptor, -1); }
    /// Null if the connection has none.
    openssl::Session takeSession() { return std::move(m_session); }
    void setSession(openssl::Session session) { m_session = std::move(session); }

private:
    int m_descriptor;
    openssl::Session m_session;
};

} // namespace confab
