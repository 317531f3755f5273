#include "core/wire/handshake.h"

#include "core/wire/deflatenegotiation.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr QByteArrayView upgradeToken("websocket");
constexpr QByteArrayView version("13");
constexpr qsizetype keyOctets = 16;

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) {
        // An IPv6 zone is of this computer's concern alone (RFC 6874 §4).
        const qsizetype zone = host.indexOf('%');
        if (zone >= 0)
            host.truncate(zone);
        host = '[' + host + ']';
    }
    const int defaultPort = url.scheme() == "wss"_L1 ? 443 : 80;
    const int port = url.port(defaultPort);
    return port == defaultPort ? host : host + ':' + QByteArray::number(port);
}

QByteArray requestTarget(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return target;
}

/// Who the URL says that we are (RFC 7617), as browsers tell it; empty if it says nothing.
QByteArray basicCredentials(const QUrl &url)
{
    if (url.userName().isEmpty() && url.password().isEmpty())
        return {};
    const QString both = url.userName(QUrl::FullyDecoded) + ':'_L1 + url.password(QUrl::FullyDecoded);
    return "Basic " + both.toUtf8().toBase64();
}

/// The header fields that the offer amounts to on the wire. Fields that would break the head are left out.
HttpHeaders requestHeaders(const HandshakeOffer &offer)
{
    QList<HttpHeader> ours{
        {"Host", hostHeader(offer.url)},         {"User-Agent", "Confab"},
        {"Upgrade", upgradeToken.toByteArray()}, {"Connection", "Upgrade"},
        {"Sec-WebSocket-Key", offer.key},        {"Sec-WebSocket-Version", version.toByteArray()}};
    if (!offer.subprotocols.isEmpty())
        ours.append({"Sec-WebSocket-Protocol", offer.subprotocols.join(", ")});
    if (offer.offerDeflate)
        ours.append({"Sec-WebSocket-Extensions", deflateOffer()});

    if (const QByteArray credentials = basicCredentials(offer.url); !credentials.isEmpty())
        ours.append({"Authorization", credentials});

    HttpHeaders headers;
    const auto append = [&headers](const HttpHeader &header) {
        if (isToken(header.name) && isHeaderValue(header.value))
            headers.append(header.name, header.value);
    };
    QList<HttpHeader> extra = offer.extraHeaders;
    for (const HttpHeader &header : std::as_const(ours)) {
        const auto repeats = [&header](const HttpHeader &other) {
            return equalsIgnoringCase(other.name, header.name);
        };
        const auto kept = std::stable_partition(extra.begin(), extra.end(), std::not_fn(repeats));
        if (kept == extra.end())
            append(header);
        std::for_each(kept, extra.end(), append);
        extra.erase(kept, extra.end());
    }
    std::for_each(extra.cbegin(), extra.cend(), append);
    return headers;
}

bool wereExtensionsOffered(const HttpHeaders &response, const HttpHeaders &request)
{
    QSet<QByteArray> offered;
    for (const QByteArray &element : request.list("Sec-WebSocket-Extensions"))
        offered.insert(extensionName(element));
    const QList<QByteArray> chosen = response.list("Sec-WebSocket-Extensions");
    return std::all_of(chosen.cbegin(), chosen.cend(), [&offered](const QByteArray &element) {
        return offered.contains(extensionName(element));
    });
}

} // namespace

QByteArray acceptForKey(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    return hash.result().toBase64();
}

bool isValidKey(QByteArrayView key)
{
    const QByteArray octets = QByteArray::fromBase64(key.toByteArray());
    return octets.size() == keyOctets && octets.toBase64() == key;
}

QByteArray makeKey()
{
    std::array<quint32, keyOctets / sizeof(quint32)> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QByteArray(reinterpret_cast<const char *>(random.data()), keyOctets).toBase64();
}

bool asksForWebSocket(const RequestHead &request)
{
    return request.headers.listContains("Upgrade", upgradeToken);
}

RequestError checkRequest(const RequestHead &request)
{
    const HttpHeaders &headers = request.headers;
    if (request.method != "GET")
        return RequestError::MethodNotGet;
    if (request.minorVersion < 1)
        return RequestError::HttpVersionTooOld;
    if (headers.count("Host") != 1 || headers.value("Host").isEmpty())
        return RequestError::HostMissing;
    if (!asksForWebSocket(request))
        return RequestError::UpgradeMissing;
    if (!headers.listContains("Connection", "Upgrade"))
        return RequestError::ConnectionMissing;
    if (headers.count("Sec-WebSocket-Key") != 1)
        return RequestError::KeyMissing;
    if (!isValidKey(headers.value("Sec-WebSocket-Key")))
        return RequestError::KeyNot16Octets;
    if (headers.count("Sec-WebSocket-Version") != 1)
        return RequestError::VersionMissing;
    if (headers.value("Sec-WebSocket-Version") != version)
        return RequestError::VersionUnsupported;
    const QList<QByteArray> offered = offeredSubprotocols(request);
    const QSet<QByteArray> unique(offered.cbegin(), offered.cend());
    if (unique.size() != offered.size() || !std::all_of(offered.cbegin(), offered.cend(), isToken))
        return RequestError::SubprotocolInvalid;
    return RequestError::None;
}

QList<QByteArray> offeredSubprotocols(const RequestHead &request)
{
    return request.headers.list("Sec-WebSocket-Protocol");
}

QByteArray buildRequest(const HandshakeOffer &offer)
{
    QByteArray request = "GET " + requestTarget(offer.url) + " HTTP/1.1\r\n";
    const HttpHeaders headers = requestHeaders(offer);
    for (const HttpHeader &header : headers.all())
        request += header.name + ": " + header.value + "\r\n";
    return request + "\r\n";
}

ResponseError checkResponse(const ResponseHead &response, const HandshakeOffer &offer,
                            HandshakeAgreement &agreement)
{
    const HttpHeaders sent = requestHeaders(offer);
    const HttpHeaders &received = response.headers;
    agreement = {};
    if (response.status != 101)
        return ResponseError::StatusNot101;
    if (received.count("Upgrade") != 1 || !equalsIgnoringCase(received.value("Upgrade"), upgradeToken))
        return ResponseError::UpgradeMissing;
    if (!received.listContains("Connection", "Upgrade"))
        return ResponseError::ConnectionMissing;
    if (!received.contains("Sec-WebSocket-Accept"))
        return ResponseError::AcceptMissing;
    if (received.count("Sec-WebSocket-Accept") != 1 ||
        received.value("Sec-WebSocket-Accept") != acceptForKey(sent.value("Sec-WebSocket-Key")))
        return ResponseError::AcceptWrong;
    const int chosen = received.count("Sec-WebSocket-Protocol");
    const QByteArray choice = received.value("Sec-WebSocket-Protocol");
    if (chosen > 1 || (chosen == 1 && !sent.list("Sec-WebSocket-Protocol").contains(choice)))
        return ResponseError::SubprotocolNotOffered;
    if (!wereExtensionsOffered(received, sent))
        return ResponseError::ExtensionNotOffered;
    if (!readDeflateAnswer(received, sent, agreement.deflate))
        return ResponseError::ExtensionParametersInvalid;
    agreement.subprotocol = choice;
    return ResponseError::None;
}

} // namespace confab
