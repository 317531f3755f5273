#pragma once

#include "core/wire/handshake.h"

#include <QString>

namespace confab {

/// Why the front door or the desk did not let a request in.
enum class RefusalReason {
    BadHead,                ///< 400: httpError
    HeadTooLarge,           ///< 431
    HeadTimeout,            ///< 408
    BadHandshake,           ///< 400 (426 for the version): requestError
    EarlyFrames,            ///< 400: frames before the 101
    AddressBanned,          ///< 403: by the host
    HostForeign,            ///< 421: the Host is not this server
    OriginForbidden,        ///< 403
    SubprotocolUnsupported, ///< 400
    PinMissing,             ///< 401
    PinWrong,               ///< 401
    TooManyWrongPins,       ///< 429: from one address in one minute, or from all
    ServerFull,             ///< 503
    OutOfDescriptors,       ///< 503: the system gives this program no more
    TooManyConnections,     ///< 429: from one address
    TooManyHandshakes,      ///< 429: from one address in one second
    NotFound,               ///< 404
    MethodNotAllowed,       ///< 405
    TlsRequired,            ///< 400: without TLS where TLS is a must
    DeskRefused,            ///< 400: QWebSocketServer said no for a reason of its own
    TlsFailed,              ///< no status: the TLS handshake before any request failed; detail
    TlsTimeout,             ///< no status: it did not end in time
};
inline constexpr int refusalReasonCount = int(RefusalReason::TlsTimeout) + 1;
/// Whether no request was read, so that there is nobody to answer.
constexpr bool isBeforeRequest(RefusalReason reason)
{
    return reason == RefusalReason::TlsFailed || reason == RefusalReason::TlsTimeout;
}

struct Refusal
{
    RefusalReason reason = RefusalReason::BadHead;
    int status = 400; ///< 0 where no request was read
    HttpError httpError = HttpError::None;
    RequestError requestError = RequestError::None;
    QString address; ///< the peer's, with port
    QString target;  ///< the request's target, if it was read
    QString host;    ///< the request's Host, if it has one
    QString origin;  ///< the request's Origin, if it has one
    QString detail;  ///< of TlsFailed: the TLS library's words
    QList<QByteArray> offeredSubprotocols;
};

} // namespace confab
