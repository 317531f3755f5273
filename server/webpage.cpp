#include "server/webpage.h"

#include "server/contentcoding.h"
#include "server/entitytag.h"
#include "server/roompath.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <array>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// The page may load its own assets and speak WebSocket; nothing else. Words of members cannot become
/// scripts.
constexpr QByteArrayView contentSecurityPolicy(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'");

HttpResponse plainText(int status, QByteArray body)
{
    HttpResponse response;
    response.status = status;
    response.headers.append("Content-Type", "text/plain; charset=utf-8");
    response.headers.append("Cache-Control", "no-cache");
    response.body = std::move(body);
    return response;
}

/// The octets that are sent, and their tag: those of another coding are others (RFC 9110 §8.8.3.3).
struct Representation
{
    explicit Representation(const QByteArray &octets)
        : content(octets)
        , entityTag(entityTagOf(octets))
    {}
    QByteArray content;
    QByteArray entityTag;
};

struct Asset
{
    QByteArray contentType;
    Representation plain;
    Representation gzip;
};

/// All of :/web by name, read when it is first asked for.
const QHash<QByteArray, Asset> &assets()
{
    static const QHash<QByteArray, Asset> all = [] {
        QHash<QByteArray, Asset> found;
        const QDir folder(u":/web"_s);
        for (const QString &fileName : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(fileName));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            const QByteArray name = fileName.toLatin1();
            found.emplace(name, Asset{contentTypeOf(name).toByteArray(), Representation(content),
                                      Representation(gzipped(content))});
        }
        return found;
    }();
    return all;
}

/// The same for everybody, compressed for who takes that; for who has them already, the word that they still
/// are. It has the fields that the browser keeps with them (RFC 9110 §15.4.5).
std::optional<HttpResponse> asset(const QByteArray &name, const HttpHeaders &asked)
{
    const auto found = assets().constFind(name);
    if (found == assets().cend())
        return {};
    const bool compressed = acceptsGzip(asked);
    const Representation &chosen = compressed ? found->gzip : found->plain;
    HttpResponse response;
    response.headers.append("ETag", chosen.entityTag);
    response.headers.append("Cache-Control", "no-cache"); // to be kept, and asked for each time
    response.headers.append("Vary", "Accept-Encoding");
    response.headers.append("Content-Security-Policy", contentSecurityPolicy.toByteArray());
    response.headers.append("Referrer-Policy", "no-referrer");
    if (ifNoneMatchNames(asked, chosen.entityTag)) {
        response.status = 304;
        return response;
    }
    response.headers.append("Content-Type", found->contentType);
    if (compressed)
        response.headers.append("Content-Encoding", "gzip");
    response.body = chosen.content;
    return response;
}

HttpResponse echoHint()
{
    HttpResponse response = plainText(426, "/echo is a WebSocket address: what is sent to it comes back. "
                                           "There is no page here; connect with a WebSocket "
                                           "client, or open / to join the room.\n\n"
                                           "/echo는 WebSocket 주소입니다. 보낸 메시지를 그대로 돌려줍니다. "
                                           "여기에는 페이지가 없습니다. WebSocket 클라이언트로 "
                                           "연결하거나, 방에 참가하려면 /를 여십시오.\n"_ba);
    response.headers.append("Upgrade", "websocket"); // RFC 9110 §15.5.22
    return response;
}

std::optional<HttpResponse> responseFor(const RequestHead &request, int connectionCount)
{
    constexpr QByteArrayView assetsPath("/assets/");
    const QByteArray path = request.path();
    if (path == "/healthz")
        return plainText(200, "ok\nconnections " + QByteArray::number(connectionCount) + '\n');
    if (path == "/favicon.ico")
        return asset("confab.svg", request.headers);
    if (path.startsWith(assetsPath))
        return asset(path.sliced(assetsPath.size()), request.headers);
    const std::optional<QString> room = roomOfPath(path);
    if (!room)
        return {};
    return *room == echoPath ? echoHint() : asset("index.html", request.headers);
}

} // namespace

std::optional<HttpResponse> webPage(const RequestHead &request, int connectionCount)
{
    std::optional<HttpResponse> response = responseFor(request, connectionCount);
    if (response)
        response->withoutBody = request.method == "HEAD";
    return response;
}

QByteArrayView contentTypeOf(QByteArrayView fileName)
{
    static constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 9> types{{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".json", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".woff2", "font/woff2"},
    }};
    const auto type = std::find_if(types.begin(), types.end(),
                                   [fileName](const auto &entry) { return fileName.endsWith(entry.first); });
    return type == types.end() ? QByteArrayView("application/octet-stream") : type->second;
}

} // namespace confab
