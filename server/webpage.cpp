#include "server/webpage.h"

#include "server/roompath.h"

#include <QFile>

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

std::optional<HttpResponse> resource(const QByteArray &name)
{
    QFile file(u":/web/"_s + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    HttpResponse response;
    response.headers.append("Content-Type", contentTypeOf(name).toByteArray());
    response.headers.append("Content-Security-Policy", contentSecurityPolicy.toByteArray());
    response.headers.append("Referrer-Policy", "no-referrer");
    response.headers.append("Cache-Control", "no-cache");
    response.body = file.readAll();
    return response;
}

/// A name of a file, not a way to another folder.
bool isAssetName(QByteArrayView name)
{
    const auto mayStand = [](char octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') ||
               (octet >= '0' && octet <= '9') || octet == '-' || octet == '_' || octet == '.';
    };
    return !name.isEmpty() && !name.startsWith('.') && std::all_of(name.begin(), name.end(), mayStand);
}

HttpResponse favicon()
{
    if (std::optional<HttpResponse> icon = resource("confab.svg"))
        return *icon;
    HttpResponse none;
    none.status = 204;
    return none;
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

std::optional<HttpResponse> responseFor(const QByteArray &path, int connectionCount)
{
    constexpr QByteArrayView assets("/assets/");
    if (path == "/healthz")
        return plainText(200, "ok\nconnections " + QByteArray::number(connectionCount) + '\n');
    if (path == "/favicon.ico")
        return favicon();
    if (path.startsWith(assets)) {
        const QByteArray name = path.sliced(assets.size());
        return isAssetName(name) ? resource(name) : std::nullopt;
    }
    const std::optional<QString> room = roomOfPath(path);
    if (!room)
        return {};
    return *room == echoPath ? echoHint() : resource("index.html");
}

} // namespace

std::optional<HttpResponse> webPage(const RequestHead &request, int connectionCount)
{
    std::optional<HttpResponse> response = responseFor(request.path(), connectionCount);
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
