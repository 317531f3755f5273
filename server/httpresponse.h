#pragma once

#include "core/wire/httphead.h"

namespace confab {

/// A whole answer of the front door to one request. Every connection carries one; none is kept alive.
struct HttpResponse
{
    int status = 200;
    HttpHeaders headers; ///< beside Content-Length and Connection
    QByteArray body;
    bool withoutBody = false; ///< the request was HEAD: the body is measured, not sent (RFC 9110 §9.3.2)
};

/// The octets to send.
QByteArray encodeResponse(const HttpResponse &response);

/// The words that RFC 9110 gives to the status codes used here.
QByteArrayView reasonPhrase(int status);

} // namespace confab
