#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>

namespace confab {

/// A fingerprint (see sha256Fingerprint()) in lines of eight octets: short enough for a pane and for the eye.
QString fingerprintText(const QByteArray &fingerprint);

/// A chain of certificates for people, the server's own first: whose, the SHA-256 fingerprint, for what,
/// issued by whom, valid from when to when; lines, with an empty line between two certificates.
QString certificateChainText(const QList<QSslCertificate> &chain);

/// Why a certificate is not trusted, as a sentence.
QString certificateErrorText(QSslError::SslError error);
/// All the reasons, each once.
QString certificateErrorText(const QList<QSslError::SslError> &errors);

} // namespace confab
