#include "client/socketerror.h"

namespace confab {

ClientErrorKind clientErrorKindFor(QAbstractSocket::SocketError error, bool connected, bool proxied)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return ClientErrorKind::HostNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return ClientErrorKind::ConnectionRefused;
    case QAbstractSocket::SocketTimeoutError:
        return ClientErrorKind::TimedOut;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return ClientErrorKind::ProxyFailed;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
    case QAbstractSocket::UnsupportedSocketOperationError: // Qt without TLS
        return ClientErrorKind::TlsFailed;
    case QAbstractSocket::RemoteHostClosedError:
        return ClientErrorKind::ConnectionLost;
    default:
        break;
    }
    if (connected)
        return ClientErrorKind::ConnectionLost;
    // A proxy that forbids the connection shows as an error of access.
    return proxied ? ClientErrorKind::ProxyFailed : ClientErrorKind::NetworkUnreachable;
}

} // namespace confab
