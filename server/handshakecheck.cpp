#include "server/handshakecheck.h"

#include "server/pin.h"
#include "server/refusalresponse.h"
#include "server/roompath.h"

#include <algorithm>

namespace confab {

namespace {

OriginRequest originRequest(const RequestHead &request, const QHostAddress &localAddress, bool isEncrypted)
{
    OriginRequest result;
    for (const HttpHeader &header : request.headers.all()) {
        if (equalsIgnoringCase(header.name, "Origin"))
            result.origins.append(header.value);
    }
    result.host = request.host();
    result.localAddress = localAddress;
    result.isEncrypted = isEncrypted;
    return result;
}

bool hasSupported(const QList<QByteArray> &offered, const QList<QByteArray> &supported)
{
    return std::any_of(offered.cbegin(), offered.cend(),
                       [&supported](const QByteArray &name) { return supported.contains(name); });
}

} // namespace

std::optional<Refusal> checkHandshake(const RequestHead &request, const HandshakeRules &rules,
                                      const QHostAddress &localAddress, bool hasEarlyFrames)
{
    const RequestError error = checkRequest(request);
    if (error != RequestError::None) {
        Refusal refusal = makeRefusal(RefusalReason::BadHandshake, request);
        refusal.requestError = error;
        refusal.status = refusalStatus(refusal.reason, error);
        return refusal;
    }
    if (hasEarlyFrames)
        return makeRefusal(RefusalReason::EarlyFrames, request);
    if (!roomOfPath(request.path()))
        return makeRefusal(RefusalReason::NotFound, request);
    if (!rules.origins.accepts(originRequest(request, localAddress, rules.isEncrypted)))
        return makeRefusal(RefusalReason::OriginForbidden, request);
    if (const auto reason = checkPlace(offeredSubprotocols(request), rules))
        return makeRefusal(*reason, request);
    return {};
}

std::optional<RefusalReason> checkPlace(const QList<QByteArray> &offered, const HandshakeRules &rules)
{
    if (!offered.isEmpty() && !rules.acceptUnknownSubprotocol && !hasSupported(offered, rules.subprotocols))
        return RefusalReason::SubprotocolUnsupported;
    if (rules.isFull)
        return RefusalReason::ServerFull;
    return {};
}

std::optional<Refusal> checkHost(const RequestHead &request, const OriginPolicy &origins,
                                 const QHostAddress &localAddress)
{
    if (request.headers.count("Host") != 1 || request.headers.value("Host").isEmpty()) { // RFC 9112 §3.2
        Refusal refusal = makeRefusal(
            asksForWebSocket(request) ? RefusalReason::BadHandshake : RefusalReason::BadHead, request);
        refusal.requestError = RequestError::HostMissing;
        return refusal;
    }
    if (!origins.isOwnHost(request.host(), localAddress))
        return makeRefusal(RefusalReason::HostForeign, request);
    return {};
}

Refusal makeRefusal(RefusalReason reason, const RequestHead &request)
{
    Refusal refusal;
    refusal.reason = reason;
    refusal.status = refusalStatus(reason);
    refusal.target = QString::fromLatin1(withoutPin(request.target));
    refusal.host = QString::fromLatin1(request.host());
    refusal.origin = QString::fromLatin1(request.headers.value("Origin"));
    refusal.offeredSubprotocols = offeredSubprotocols(request);
    return refusal;
}

} // namespace confab
