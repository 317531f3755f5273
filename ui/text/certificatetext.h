#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>

namespace confab {

/// A chain of certificates for people, the server's own first: whose, issued by whom, valid from when to
/// when, and the SHA-256 fingerprint; lines, with an empty line between two certificates.
QString certificateChainText(const QList<QSslCertificate> &chain);

/// Why a certificate is not trusted, as a sentence.
QString certificateErrorText(QSslError::SslError error);
/// All the reasons, each once.
QString certificateErrorText(const QList<QSslError::SslError> &errors);

} // namespace confab
