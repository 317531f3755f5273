#include "client/certificateerror.h"

#include "core/link/fingerprint.h"

#include <QSslSocket>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace confab {

bool isPinned(const QSslSocket &socket, const QByteArray &fingerprint)
{
    return !fingerprint.isEmpty() && sha256Fingerprint(socket.peerCertificate()) == fingerprint;
}

ClientError certificateError(const QSslSocket &socket, const QByteArray &pinned)
{
    ClientError error;
    error.kind =
        pinned.isEmpty() ? ClientErrorKind::CertificateUntrusted : ClientErrorKind::CertificateChanged;
    error.certificates = socket.peerCertificateChain();
    error.pinnedFingerprint = pinned;
    QStringList words;
    for (const QSslError &one : socket.sslHandshakeErrors()) {
        if (!error.certificateErrors.contains(one.error()))
            error.certificateErrors.append(one.error());
        words.append(one.errorString());
    }
    words.removeDuplicates();
    error.detail = words.join("; "_L1);
    return error;
}

} // namespace confab
