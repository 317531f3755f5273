#pragma once

#include "server/selfsignedcertificate.h"
#include "server/tlsidentity.h"

namespace confab {

/// The self-signed identity that is kept in this folder, if it is good for these names and for some time yet;
/// else a new one, which takes its place. Nobody but the user may read folder (0700) and file (0600).
std::variant<TlsIdentity, ServerError> keptSelfSigned(const QString &folder, const CertificateNames &names,
                                                      const QDateTime &now);

/// The name of the file in that folder.
QString selfSignedFileName();

/// Whether the certificate is valid now, will be for some weeks, and is for each of these names, but for IPv6
/// addresses of networks, which change by the day.
bool isGoodFor(const QSslCertificate &certificate, const CertificateNames &names, const QDateTime &now);

} // namespace confab
