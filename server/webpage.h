#pragma once

#include "server/httpresponse.h"

#include <optional>

namespace confab {

/// The answer to a GET or HEAD that asks for no upgrade: the join page, its assets, the health line, or what
/// to do at /echo. Who names the entity tag of the page or an asset in If-None-Match is told 304. Nothing if
/// there is nothing at that path. Reads Qt resources under :/web, no files.
/// @param connectionCount how many WebSocket connections there are, for the health line.
std::optional<HttpResponse> webPage(const RequestHead &request, int connectionCount);

/// The media type of an asset, from its name.
QByteArrayView contentTypeOf(QByteArrayView fileName);

} // namespace confab
