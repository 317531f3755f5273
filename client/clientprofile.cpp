#include "client/clientprofile.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

bool isWebSocketUrl(const QUrl &url)
{
    // RFC 6455 §3; the scheme is in lower case already.
    return url.isValid() && (url.scheme() == "ws"_L1 || url.scheme() == "wss"_L1) && !url.host().isEmpty();
}

bool areSubprotocols(const QList<QByteArray> &subprotocols)
{
    // RFC 6455 §4.1, item 10 of the request: tokens, each one once.
    const QSet<QByteArray> unique(subprotocols.cbegin(), subprotocols.cend());
    return unique.size() == subprotocols.size() &&
           std::all_of(subprotocols.cbegin(), subprotocols.cend(), isToken);
}

bool isHeader(const HttpHeader &header)
{
    return isToken(header.name) && isHeaderValue(header.value);
}

/// Scheme, host and port (RFC 6454 §4), where HTTP's schemes stand for those of WebSockets.
QString originOf(const QUrl &url)
{
    const bool isSecure = url.scheme() == "wss"_L1 || url.scheme() == "https"_L1;
    return u"%1 %2 %3"_s.arg(isSecure ? "wss"_L1 : "ws"_L1, url.host()).arg(url.port(isSecure ? 443 : 80));
}

} // namespace

ClientErrorKind checkProfile(const ClientProfile &profile)
{
    if (!isWebSocketUrl(profile.url))
        return ClientErrorKind::BadUrl;
    if (!areSubprotocols(profile.subprotocols))
        return ClientErrorKind::BadSubprotocol;
    if (!std::all_of(profile.extraHeaders.cbegin(), profile.extraHeaders.cend(), isHeader))
        return ClientErrorKind::BadHeader;
    return ClientErrorKind::None;
}

bool mayFollow(const ClientProfile &profile, const QUrl &target)
{
    return profile.extraHeaders.isEmpty() || originOf(target) == originOf(profile.url);
}

} // namespace confab
