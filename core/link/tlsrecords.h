#pragma once

#include "core/link/opensslowner.h"

namespace confab {

class Remainder;

/// The most that one TLS record can hold (RFC 8446 §5.1), in octets.
constexpr int maxTlsRecordSize = 16 * 1024;

/// The most that one encryptRecords() encrypts, in octets.
constexpr int tlsChunkSize = 64 * 1024;

/// Encrypts the first octets of what is left, and consumes them. All records but the first one are full, so
/// that it is the smaller ones that have to be gathered; pieces are joined where they end within one.
/// @param session whose handshake is done, and whose BIO takes everything.
/// @param isLast true while the last one of these records is written, false otherwise.
/// @return false if OpenSSL fails.
bool encryptRecords(SSL *session, Remainder &remainder, bool &isLast);

} // namespace confab
