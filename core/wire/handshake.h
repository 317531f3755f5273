#pragma once

#include "core/wire/deflateparameters.h"
#include "core/wire/httphead.h"

#include <QUrl>

#include <optional>

namespace confab {

/// One enumerator for each rule of the opening handshake that a request can break (RFC 6455 §4.2.1) …
enum class RequestError {
    None,
    MethodNotGet,
    HttpVersionTooOld, ///< below 1.1
    HostMissing,       ///< or more than one
    UpgradeMissing,
    ConnectionMissing,  ///< no "Upgrade" token in Connection
    KeyMissing,         ///< or more than one
    KeyNot16Octets,     ///< not the base64 of 16 octets
    VersionMissing,     ///< or more than one
    VersionUnsupported, ///< not 13: answered with 426 and Sec-WebSocket-Version (§4.4)
    SubprotocolInvalid, ///< an offered subprotocol is not a token, or offered twice
};
inline constexpr int requestErrorCount = int(RequestError::SubprotocolInvalid) + 1;

/// … and that a response can break (RFC 6455 §4.1).
enum class ResponseError {
    None,
    StatusNot101,
    UpgradeMissing,
    ConnectionMissing,
    AcceptMissing,
    AcceptWrong,
    SubprotocolNotOffered,
    ExtensionNotOffered,
    ExtensionParametersInvalid, ///< permessage-deflate otherwise than offered, or malformed (RFC 7692 §5.1)
};
inline constexpr int responseErrorCount = int(ResponseError::ExtensionParametersInvalid) + 1;

/// base64(SHA-1(key + GUID)) (RFC 6455 §4.2.2).
QByteArray acceptForKey(QByteArrayView key);
/// Whether the key is the base64 of 16 octets (RFC 6455 §4.2.1).
bool isValidKey(QByteArrayView key);
/// A fresh random key (RFC 6455 §4.1).
QByteArray makeKey();

/// Whether this is a request to upgrade to WebSocket at all: an Upgrade list that has "websocket".
bool asksForWebSocket(const RequestHead &request);
RequestError checkRequest(const RequestHead &request);
/// The offered subprotocols, in the client's order of preference.
QList<QByteArray> offeredSubprotocols(const RequestHead &request);

/// What a client's opening request is made of.
struct HandshakeOffer
{
    QUrl url; ///< ws or wss; the fragment is not sent
    QByteArray key;
    QList<QByteArray> subprotocols;
    QList<HttpHeader>
        extraHeaders; ///< sent as they are, after ours; one that repeats a header of ours replaces it
    bool offerDeflate = false; ///< permessage-deflate (RFC 7692)
};
/// The request head (RFC 6455 §4.1): Host without a default port, IPv6 in brackets.
QByteArray buildRequest(const HandshakeOffer &offer);

/// What the server chose of an offer.
struct HandshakeAgreement
{
    QByteArray subprotocol; ///< empty if none
    std::optional<DeflateParameters> deflate;
};
/// Checks the server's answer (RFC 6455 §4.1); agreement is the server's choice, for None.
ResponseError checkResponse(const ResponseHead &response, const HandshakeOffer &offer,
                            HandshakeAgreement &agreement);

} // namespace confab
