#pragma once

#include <QByteArray>

class QSslCertificate;

namespace confab {

/// The SHA-256 fingerprint of a certificate as people compare it: 32 octets in upper-case hexadecimal digits
/// with colons between them. Empty for a certificate that is null.
QByteArray sha256Fingerprint(const QSslCertificate &certificate);

/// Brings what a person typed or pasted into that form: colons, spaces and lower case are all the same.
/// @return nothing if it is no SHA-256 fingerprint.
QByteArray normalisedFingerprint(const QByteArray &text);

} // namespace confab
