#include "server/refusalresponse.h"

#include "server/pincheck.h"
#include "server/refusalwords.h"

namespace confab {

int refusalStatus(RefusalReason reason, RequestError requestError)
{
    switch (reason) {
    case RefusalReason::BadHead:
    case RefusalReason::EarlyFrames:
    case RefusalReason::SubprotocolUnsupported:
    case RefusalReason::TlsRequired:
    case RefusalReason::DeskRefused:
        return 400;
    case RefusalReason::BadHandshake:
        return requestError == RequestError::VersionUnsupported ? 426 : 400;
    case RefusalReason::HeadTooLarge:
        return 431;
    case RefusalReason::HeadTimeout:
        return 408;
    case RefusalReason::HostForeign:
        return 421; // RFC 9110 §15.5.20
    case RefusalReason::AddressBanned:
    case RefusalReason::OriginForbidden:
        return 403;
    case RefusalReason::PinMissing:
    case RefusalReason::PinWrong:
        return 401; // RFC 6455 §4.1 names it
    case RefusalReason::ServerFull:
    case RefusalReason::OutOfDescriptors:
        return 503;
    case RefusalReason::TooManyConnections:
    case RefusalReason::TooManyHandshakes:
    case RefusalReason::TooManyWrongPins:
        return 429; // RFC 6585 §4
    case RefusalReason::NotFound:
        return 404;
    case RefusalReason::MethodNotAllowed:
        return 405;
    case RefusalReason::TlsFailed:
    case RefusalReason::TlsTimeout:
        return 0;
    }
    Q_UNREACHABLE();
}

HttpResponse refusalResponse(const Refusal &refusal, const QList<QByteArray> &supported)
{
    HttpResponse response;
    response.status = refusal.status;
    response.headers.append("Content-Type", "text/plain; charset=utf-8");
    if (refusal.status == 426) {
        response.headers.append("Upgrade", "websocket");        // RFC 9110 §15.5.22
        response.headers.append("Sec-WebSocket-Version", "13"); // RFC 6455 §4.4
    }
    if (refusal.reason == RefusalReason::MethodNotAllowed)
        response.headers.append("Allow", "GET, HEAD");
    if (refusal.status == 503 || refusal.reason == RefusalReason::TooManyConnections)
        response.headers.append("Retry-After", "10");
    if (refusal.reason == RefusalReason::TooManyHandshakes)
        response.headers.append("Retry-After", "1");
    if (refusal.reason == RefusalReason::TooManyWrongPins)
        response.headers.append("Retry-After",
                                QByteArray::number(std::chrono::seconds(PinCheck::period).count()));
    if (refusal.reason == RefusalReason::OriginForbidden)
        response.headers.append("Vary", "Origin"); // which tells it from another 403
    if (refusal.status == 401)
        response.headers.append("WWW-Authenticate", "PIN realm=\"Confab\""); // RFC 9110 §15.5.2
    const RefusalWords words = refusalWords(refusal, supported);
    response.body = words.english.toUtf8() + "\n\n" + words.korean.toUtf8() + '\n';
    return response;
}

} // namespace confab
