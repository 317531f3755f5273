#pragma once

#include "client/clienterror.h"

class QSslSocket;

namespace confab {

/// Whether the peer's own certificate is the one with this SHA-256 fingerprint (see sha256Fingerprint()).
bool isPinned(const QSslSocket &socket, const QByteArray &fingerprint);

/// What is wrong with the certificates that the peer showed: CertificateUntrusted, or CertificateChanged if
/// there is a pin. To ask only while the handshake is failing for them.
/// @param pinned the fingerprint that was expected; empty if any trusted certificate will do.
ClientError certificateError(const QSslSocket &socket, const QByteArray &pinned);

} // namespace confab
