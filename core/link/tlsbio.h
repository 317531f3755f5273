#pragma once

#include "core/link/opensslowner.h"
#include "core/link/transport.h"

#include <QByteArray>

namespace confab {

/// Where a TLS session's own octets come from and go to.
struct TlsEnds
{
    Transport &source;
    QByteArray &sink;
};

/// An OpenSSL BIO that reads from the source, without a copy in between, and appends to the sink whatever is
/// written. Null if there is no memory. @param ends outlives it.
openssl::Bio makeTlsBio(TlsEnds &ends);

} // namespace confab
