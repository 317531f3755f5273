#pragma once

#include "core/link/tlscontext.h"
#include "tests/client/certificate.h"

namespace confab {

/// A server's context with a certificate of its own; null if it cannot be made.
inline TlsContext selfSignedContext()
{
    const SelfSignedCertificate own;
    return serverTlsContext({own.certificate()}, own.key());
}

} // namespace confab
