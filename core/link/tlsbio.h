#pragma once

#include "core/link/opensslowner.h"
#include "core/link/transport.h"

#include <QByteArray>

namespace confab {

/// Where a TLS session's own octets come from and go to.
struct TlsEnds
{
    Transport &transport;
    QByteArray &gathered; ///< written by the session, and not sent yet
    QByteArray backlog;   ///< sent, and not taken by the transport yet
    bool isLast = false;  ///< nothing follows what the session writes next

    /// Sends what was gathered, if anything, and the last octets behind it, in one write().
    void send(QByteArrayView last = {});
};

/// An OpenSSL BIO that reads from the transport, and gathers whatever is written; the last of it is sent with
/// what was gathered. Neither what is read nor the last of what is written is copied. Null if there is no
/// memory. @param ends outlives it.
openssl::Bio makeTlsBio(TlsEnds &ends);

} // namespace confab
