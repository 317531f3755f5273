#pragma once

#include "core/wire/handshake.h"

#include <QHostAddress>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>

namespace confab {

/// Why a client connection did not become OPEN.
enum class ClientErrorKind {
    None,
    BadUrl,         ///< not ws:// or wss://, or no host
    BadSubprotocol, ///< not a token, or offered twice
    BadHeader,      ///< an extra header's name or value cannot be sent
    HostNotFound,
    ConnectionRefused,
    NetworkUnreachable,
    ProxyFailed,          ///< the proxy refused, was not found, or wants a password
    TlsFailed,            ///< detail: OpenSSL's or Qt's words
    CertificateUntrusted, ///< certificates, certificateErrors
    CertificateChanged,   ///< certificates, pinnedFingerprint: another one is pinned
    TimedOut,
    AnswerUnfinished, ///< timed out when a part of the response head had come
    ConnectionLost,   ///< before the answer was complete
    BadResponse,      ///< not an HTTP head; httpError
    Redirected,       ///< 3xx: status, location; not followed
    Refused,          ///< any other status than 101: status, headers, body
    HandshakeFailed,  ///< 101, but wrong: responseError
    Cancelled,        ///< closed by the user before it was OPEN
};
inline constexpr int clientErrorKindCount = int(ClientErrorKind::Cancelled) + 1;

/// What programs know it by, in ASCII; empty for None. Words for people are made in ui/text.
QByteArrayView clientErrorName(ClientErrorKind kind);

struct ClientError
{
    ClientErrorKind kind = ClientErrorKind::None;
    QString detail;                     ///< the system's words, untranslated; may be empty
    QList<QHostAddress> triedAddresses; ///< of the host's name, if none was reached
    HttpError httpError = HttpError::None;
    ResponseError responseError = ResponseError::None;
    ResponseHead response;               ///< of Redirected, Refused and HandshakeFailed
    QByteArray body;                     ///< of a refusal, as far as it was kept
    QList<QSslCertificate> certificates; ///< that the server showed, its own first
    QList<QSslError::SslError> certificateErrors;
    QByteArray pinnedFingerprint; ///< the one that was expected
};

} // namespace confab
