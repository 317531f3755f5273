#pragma once

#include "server/httpresponse.h"

#include <optional>

namespace confab {

/// The answer to a GET or HEAD that came without TLS: the same address with https:// (308, RFC 9110
/// §15.4.9). The port stays, because the one port speaks both.
/// @return nothing if the request does not say properly which host it means.
std::optional<HttpResponse> tlsRedirect(const RequestHead &request);

} // namespace confab
