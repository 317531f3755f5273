#include "client/clienterror.h"

namespace confab {

QByteArrayView clientErrorName(ClientErrorKind kind)
{
    switch (kind) {
    case ClientErrorKind::None:
        return {};
    case ClientErrorKind::BadUrl:
        return "bad-url";
    case ClientErrorKind::BadSubprotocol:
        return "bad-subprotocol";
    case ClientErrorKind::BadHeader:
        return "bad-header";
    case ClientErrorKind::HostNotFound:
        return "host-not-found";
    case ClientErrorKind::ConnectionRefused:
        return "connection-refused";
    case ClientErrorKind::NetworkUnreachable:
        return "network-unreachable";
    case ClientErrorKind::ProxyFailed:
        return "proxy-failed";
    case ClientErrorKind::TlsFailed:
        return "tls-failed";
    case ClientErrorKind::CertificateUntrusted:
        return "certificate-untrusted";
    case ClientErrorKind::CertificateChanged:
        return "certificate-changed";
    case ClientErrorKind::TimedOut:
        return "timed-out";
    case ClientErrorKind::AnswerUnfinished:
        return "answer-unfinished";
    case ClientErrorKind::ConnectionLost:
        return "connection-lost";
    case ClientErrorKind::BadResponse:
        return "bad-response";
    case ClientErrorKind::Redirected:
        return "redirected";
    case ClientErrorKind::Refused:
        return "refused";
    case ClientErrorKind::HandshakeFailed:
        return "handshake-failed";
    case ClientErrorKind::Cancelled:
        return "cancelled";
    }
    Q_UNREACHABLE();
}

} // namespace confab
