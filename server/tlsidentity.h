#pragma once

#include "server/servererror.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

#include <variant>

namespace confab {

/// Who a server is in TLS.
struct TlsIdentity
{
    QList<QSslCertificate> chain; ///< the server's own first; at least that one
    QSslKey key;
};

/// Reads an identity from PEM, and checks that the key is the certificate's. Touches no files.
/// @return CertificateInvalid, KeyInvalid or KeyMismatch, if so.
std::variant<TlsIdentity, ServerErrorKind> identityFromPem(const QByteArray &certificates,
                                                           const QByteArray &key);

/// Reads an identity from two files, which may be one and the same.
std::variant<TlsIdentity, ServerError> readIdentity(const QString &certificateFile, const QString &keyFile);

} // namespace confab
