#pragma once

#include "server/httpresponse.h"

#include <optional>

namespace confab {

/// The answer to a GET or HEAD that asks for no upgrade: the join page, its assets, the health line, or what
/// to do at /echo. Nothing if there is nothing at that path. Reads Qt resources under :/web, no files.
/// @param connectionCount how many WebSocket connections there are, for the health line.
std::optional<HttpResponse> webPage(const RequestHead &request, int connectionCount);

/// The media type of an asset, from its name.
QByteArrayView contentTypeOf(QByteArrayView fileName);

} // namespace confab
