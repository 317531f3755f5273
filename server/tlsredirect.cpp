#include "server/tlsredirect.h"

#include "server/originpolicy.h"

namespace confab {

std::optional<HttpResponse> tlsRedirect(const RequestHead &request)
{
    constexpr quint16 defaultPort = 443;
    // Read and written anew: nothing of it is trusted to be a host.
    const std::optional<Origin> target = parseOrigin("http://" + request.headers.value("Host"));
    if (request.headers.count("Host") != 1 || !target)
        return {};
    const bool isIPv6 = target->host.contains(':');
    QByteArray location = "https://" + (isIPv6 ? '[' + target->host + ']' : target->host);
    if (target->port != defaultPort)
        location += ':' + QByteArray::number(target->port);
    location += request.target.startsWith('/') ? request.target : request.path();

    HttpResponse response;
    response.status = 308;
    response.headers.append("Location", location);
    response.headers.append("Content-Type", "text/plain; charset=utf-8");
    response.headers.append("Cache-Control", "no-store"); // tomorrow this port may not speak TLS
    response.body = location + '\n';
    response.withoutBody = request.method == "HEAD";
    return response;
}

} // namespace confab
