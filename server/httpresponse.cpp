#include "server/httpresponse.h"

namespace confab {

QByteArray encodeResponse(const HttpResponse &response)
{
    QByteArray octets = "HTTP/1.1 " + QByteArray::number(response.status) + ' ';
    octets.append(reasonPhrase(response.status));
    octets += "\r\n";
    for (const HttpHeader &header : response.headers.all())
        octets += header.name + ": " + header.value + "\r\n";
    octets += "X-Content-Type-Options: nosniff\r\n";
    if (response.status != 204 && response.status != 304) // which have no content (RFC 9110 §8.6)
        octets += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    octets += response.headers.contains("Upgrade") ? "Connection: Upgrade, close\r\n\r\n"
                                                   : "Connection: close\r\n\r\n";
    if (!response.withoutBody)
        octets += response.body;
    return octets;
}

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 421:
        return "Misdirected Request";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Unknown";
    }
}

} // namespace confab
