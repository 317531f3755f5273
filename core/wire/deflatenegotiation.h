#pragma once

#include "core/wire/deflateparameters.h"
#include "core/wire/httphead.h"

#include <optional>

namespace confab {

/// What a server would have permessage-deflate be.
struct DeflatePolicy
{
    bool enabled = true;
    /// So that no connection keeps a window of what its client said, at the price of a worse ratio.
    bool clientNoContextTakeover = false;

    bool operator==(const DeflatePolicy &) const = default;
};

/// What a server agrees to, and the value of the Sec-WebSocket-Extensions field that says so.
struct DeflateAgreement
{
    DeflateParameters parameters;
    QByteArray response;
};

/// The server's answer to a request's offers (RFC 7692 §5.1, §7.1): agrees to the first well-formed offer of
/// permessage-deflate, always with server_no_context_takeover, so that what is sent to many is compressed
/// once. Nothing if there is no such offer: malformed ones, and those with unknown or repeated parameters,
/// are declined.
std::optional<DeflateAgreement> acceptDeflate(const HttpHeaders &request, const DeflatePolicy &policy);

/// The offer of a client that can do everything: client_max_window_bits without a value (RFC 7692 §7.1.2.2).
QByteArray deflateOffer();

/// Reads the server's answer to the offers of permessage-deflate in the request; agreed is nothing if it
/// declined.
/// @return false if the answer is malformed, comes twice, or answers none of the offers (RFC 7692 §5.1,
/// §7.1).
bool readDeflateAnswer(const HttpHeaders &response, const HttpHeaders &request,
                       std::optional<DeflateParameters> &agreed);

/// The name in one element of Sec-WebSocket-Extensions, without its parameters (RFC 6455 §9.1).
QByteArray extensionName(const QByteArray &element);

} // namespace confab
