#include "server/refusalwords.h"

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxQuoted = 200;

/// Something the peer sent, short enough to repeat to it.
QString quoted(const QString &text)
{
    return text.size() > maxQuoted ? text.first(maxQuoted) + u'…' : text;
}

QString joined(const QList<QByteArray> &names)
{
    return names.isEmpty() ? u"-"_s : quoted(QString::fromLatin1(names.join(", ")));
}

RefusalWords badHead(const Refusal &refusal)
{
    const RefusalWords why = refusal.requestError == RequestError::HostMissing
                                 ? requestErrorWords(refusal.requestError)
                                 : httpErrorWords(refusal.httpError);
    return {u"The request could not be read: %1. This address speaks HTTP/1.1 and WebSocket; connect with a "
            u"browser or a "
            u"WebSocket client."_s.arg(why.english),
            u"요청을 읽을 수 없습니다: %1. 이 주소는 HTTP/1.1과 WebSocket을 사용합니다. 브라우저나 WebSocket "
            u"클라이언트로 연결하십시오."_s.arg(why.korean)};
}

RefusalWords badHandshake(RequestError error)
{
    const RefusalWords why = requestErrorWords(error);
    return {u"The WebSocket opening handshake was refused: %1. Correct the request as RFC 6455, section 4.1 "
            u"says, and connect "
            u"again."_s.arg(why.english),
            u"WebSocket 열기 핸드셰이크가 거부되었습니다: %1. RFC 6455 4.1절에 맞게 요청을 고친 "
            u"뒤 다시 연결하십시오."_s.arg(why.korean)};
}

RefusalWords subprotocolUnsupported(const Refusal &refusal, const QList<QByteArray> &supported)
{
    const QString offered = joined(refusal.offeredSubprotocols);
    const QString known = joined(supported);
    return {u"None of the offered subprotocols is supported here. Offered: %1. Supported: %2. Offer one of "
            u"these, or none at all; or "
            u"ask the host to support yours."_s.arg(offered, known),
            u"제시한 서브프로토콜 가운데 이 서버가 지원하는 것이 없습니다. 제시: %1. 지원: %2. 지원하는 것 "
            u"가운데 하나를 제시하거나 아무것도 "
            u"제시하지 마십시오. 진행자에게 지원을 요청할 수도 있습니다."_s.arg(offered, known)};
}

} // namespace

RefusalWords refusalWords(const Refusal &refusal, const QList<QByteArray> &supported)
{
    switch (refusal.reason) {
    case RefusalReason::BadHead:
        return badHead(refusal);
    case RefusalReason::HeadTooLarge:
        return {u"The request was refused: its header fields are larger than this server reads. Send fewer "
                u"or shorter ones; in a browser, "
                u"delete the cookies of this address."_s,
                u"요청이 거부되었습니다: 헤더가 이 서버가 읽는 크기보다 큽니다. 헤더를 줄이십시오. "
                u"브라우저라면 이 주소의 쿠키를 지우십시오."_s};
    case RefusalReason::HeadTimeout:
        return {u"The connection was ended: no complete request arrived in time. Send the whole request at "
                u"once, up to its empty line, and "
                u"connect again."_s,
                u"연결이 종료되었습니다: 완전한 요청이 제시간에 도착하지 않았습니다. 빈 줄까지 포함한 전체 "
                u"요청을 한 번에 보내 다시 연결하십시오."_s};
    case RefusalReason::BadHandshake:
        return badHandshake(refusal.requestError);
    case RefusalReason::EarlyFrames:
        return {
            u"The WebSocket opening handshake was refused: data arrived before the server had answered. "
            u"Wait for the response 101, then "
            u"send frames."_s,
            u"WebSocket 열기 핸드셰이크가 거부되었습니다: 서버가 응답하기 전에 데이터가 도착했습니다. 101 "
            u"응답을 받은 뒤에 프레임을 보내십시오."_s};
    case RefusalReason::AddressBanned:
        return {u"The host of this server does not let your device in. Ask the host before you try again."_s,
                u"진행자가 이 기기의 참가를 막았습니다. 다시 시도하기 전에 진행자에게 문의하십시오."_s};
    case RefusalReason::HostForeign:
        return {
            u"This server is not %1: it answers only to its own addresses and names, so that no page "
            u"elsewhere can reach it under a name of its own (DNS rebinding). Open the server's own link, "
            u"or ask the host to start it with --host and this name."_s.arg(quoted(refusal.host)),
            u"이 서버는 %1이(가) 아닙니다: 다른 곳의 페이지가 자신의 이름으로 접근하지 못하도록(DNS "
            u"rebinding) 서버 자신의 주소와 이름으로 온 요청에만 응답합니다. 서버의 링크를 직접 열거나, "
            u"진행자에게 --host 옵션에 이 이름을 지정하여 시작해 달라고 요청하십시오."_s.arg(
                quoted(refusal.host))};
    case RefusalReason::OriginForbidden:
        return {
            u"Pages from %1 may not join this server: it lets in its own page, pages of localhost and of "
            u"origins that the host has allowed, to protect the people in the room. Open the server's own "
            u"link, or ask the host to allow this origin."_s.arg(quoted(refusal.origin)),
            u"%1의 페이지는 이 서버에 참가할 수 없습니다: 방에 있는 사람들을 보호하기 위해 서버 자신의 "
            u"페이지, localhost의 페이지와 진행자가 허용한 출처(origin)의 페이지만 받아들입니다. 서버의 "
            u"링크를 "
            u"직접 열거나, 진행자에게 이 출처의 허용을 요청하십시오."_s.arg(quoted(refusal.origin))};
    case RefusalReason::SubprotocolUnsupported:
        return subprotocolUnsupported(refusal, supported);
    case RefusalReason::PinMissing:
        return {u"This room asks for a PIN. Open the link that the host shows, or type the PIN on the join "
                u"page; other clients add ?pin= and the PIN to the address."_s,
                u"이 방은 PIN을 묻습니다. 진행자가 보여 주는 링크를 열거나 참가 페이지에 PIN을 입력하십시오. "
                u"다른 클라이언트는 주소 끝에 ?pin=과 PIN을 붙이십시오."_s};
    case RefusalReason::PinWrong:
        return {u"That is not the PIN of this room. Ask the host for it, and try again."_s,
                u"이 방의 PIN이 아닙니다. 진행자에게 PIN을 확인한 뒤 다시 시도하십시오."_s};
    case RefusalReason::TooManyWrongPins:
        return {u"The PIN was not looked at: too many wrong ones have come. Wait a minute, ask the host for "
                u"the PIN, and try again."_s,
                u"PIN을 확인하지 않았습니다: 틀린 PIN이 너무 많이 들어왔습니다. 1분 뒤에 진행자에게 PIN을 "
                u"확인하고 다시 시도하십시오."_s};
    case RefusalReason::ServerFull:
        return {
            u"The server is full: it has as many connections as it may have. Try again later, or ask the host to allow more."_s,
            u"서버가 가득 찼습니다: 허용된 최대 연결 수에 도달했습니다. 나중에 다시 시도하거나, 진행자에게 "
            u"더 많은 연결의 허용을 요청하십시오."_s};
    case RefusalReason::OutOfDescriptors:
        return {u"The server is full: its system allows it no more open connections. Try again later, or ask "
                u"the host to raise the limit of open files (ulimit -n)."_s,
                u"서버가 가득 찼습니다: 서버의 운영 체제가 더 이상 연결을 허용하지 않습니다. 나중에 다시 "
                u"시도하거나, 진행자에게 열 수 있는 파일 수의 한도(ulimit -n)를 늘려 달라고 요청하십시오."_s};
    case RefusalReason::TooManyConnections:
        return {u"The request was refused: your address has as many connections to this server as one "
                u"address may have. Close some of them, or ask the host to allow more per address."_s,
                u"요청이 거부되었습니다: 사용자의 IP 주소에서 이 서버에 연결할 수 있는 최대 연결 수에 "
                u"도달했습니다. "
                u"다른 연결을 닫거나, 진행자에게 주소당 연결 수를 늘려 달라고 요청하십시오."_s};
    case RefusalReason::TooManyHandshakes:
        return {u"The WebSocket opening handshake was refused: your address connects more often per second "
                u"than one address may. Wait a second and connect again."_s,
                u"WebSocket 열기 핸드셰이크가 거부되었습니다: 사용자의 IP 주소에서 1초에 허용된 횟수보다 "
                u"자주 연결을 "
                u"시도했습니다. 1초 뒤에 다시 연결하십시오."_s};
    case RefusalReason::NotFound:
        return {u"There is nothing at %1: rooms are at / and at /room/NAME, with a name of 1 to 64 "
                u"characters. Check the link, or start at "
                u"/."_s.arg(quoted(refusal.target)),
                u"%1에는 아무것도 없습니다: 방의 주소는 / 또는 /room/이름이며, 이름은 1~64자입니다. 링크를 "
                u"확인하거나 /에서 시작하십시오."_s.arg(quoted(refusal.target))};
    case RefusalReason::MethodNotAllowed:
        return {u"The request was refused: only GET and HEAD are answered here. To join a room, open its "
                u"link in a browser or connect by "
                u"WebSocket."_s,
                u"요청이 거부되었습니다: 이 서버는 GET과 HEAD에만 응답합니다. 방에 참가하려면 브라우저에서 "
                u"링크를 열거나 WebSocket으로 연결하십시오."_s};
    case RefusalReason::TlsRequired:
        return {u"The request was refused: this server speaks only over TLS. Connect again with https:// in "
                u"place of http://, or wss:// in place of ws://."_s,
                u"요청이 거부되었습니다: 이 서버는 TLS로 암호화된 연결만 받습니다. http:// 대신 https://로, "
                u"ws:// 대신 wss://로 다시 연결하십시오."_s};
    case RefusalReason::DeskRefused:
        return {
            u"The WebSocket opening handshake was refused: the server could not accept this request. "
            u"Check it against RFC 6455, section "
            u"4.1, and connect again."_s,
            u"WebSocket 열기 핸드셰이크가 거부되었습니다: 서버가 이 요청을 받아들일 수 없습니다. RFC 6455 "
            u"4.1절에 비추어 확인한 뒤 다시 연결하십시오."_s};
    case RefusalReason::TlsFailed:
    case RefusalReason::TlsTimeout:
        break; // there is nobody to read it
    }
    return {};
}

RefusalWords requestErrorWords(RequestError error)
{
    switch (error) {
    case RequestError::None:
        return {u"the request breaks a rule"_s, u"요청이 규칙에 맞지 않습니다"_s};
    case RequestError::MethodNotGet:
        return {u"the method is not GET"_s, u"메서드가 GET이 아닙니다"_s};
    case RequestError::HttpVersionTooOld:
        return {u"the HTTP version is below 1.1"_s, u"HTTP 버전이 1.1보다 낮습니다"_s};
    case RequestError::HostMissing:
        return {u"there must be exactly one Host field"_s, u"Host 필드가 정확히 하나 있어야 합니다"_s};
    case RequestError::UpgradeMissing:
        return {u"there is no \"Upgrade: websocket\""_s, u"\"Upgrade: websocket\"이 없습니다"_s};
    case RequestError::ConnectionMissing:
        return {u"there is no \"Connection: Upgrade\""_s, u"\"Connection: Upgrade\"가 없습니다"_s};
    case RequestError::KeyMissing:
        return {u"there must be exactly one Sec-WebSocket-Key field"_s,
                u"Sec-WebSocket-Key 필드가 정확히 하나 있어야 합니다"_s};
    case RequestError::KeyNot16Octets:
        return {u"the Sec-WebSocket-Key is not the base64 of 16 octets"_s,
                u"Sec-WebSocket-Key가 16바이트를 base64로 나타낸 값이 아닙니다"_s};
    case RequestError::VersionMissing:
        return {u"there must be exactly one Sec-WebSocket-Version field"_s,
                u"Sec-WebSocket-Version 필드가 정확히 하나 있어야 합니다"_s};
    case RequestError::VersionUnsupported:
        return {u"the Sec-WebSocket-Version is not 13, the only one there is today"_s,
                u"Sec-WebSocket-Version이 13이 아닙니다. 현재 쓰이는 버전은 13뿐입니다"_s};
    case RequestError::SubprotocolInvalid:
        return {u"an offered subprotocol is not a token, or is offered twice"_s,
                u"제시한 서브프로토콜이 올바른 이름(token)이 아니거나 두 번 제시되었습니다"_s};
    }
    Q_UNREACHABLE();
}

RefusalWords httpErrorWords(HttpError error)
{
    switch (error) {
    case HttpError::None:
        return {u"it is not a well-formed request"_s, u"올바른 형식의 요청이 아닙니다"_s};
    case HttpError::HeadTooLarge:
        return {u"its header fields are too large"_s, u"헤더가 너무 큽니다"_s};
    case HttpError::BadStartLine:
        return {u"its first line is not \"METHOD TARGET HTTP/1.1\""_s,
                u"첫 줄이 \"메서드 대상 HTTP/1.1\" 형식이 아닙니다"_s};
    case HttpError::BadVersion:
        return {u"its version is not HTTP/1.x"_s, u"버전이 HTTP/1.x가 아닙니다"_s};
    case HttpError::BadHeaderName:
        return {u"a header field has no proper name"_s, u"이름이 올바르지 않은 헤더 필드가 있습니다"_s};
    case HttpError::BadHeaderValue:
        return {u"a header field has a control character in its value"_s,
                u"값에 제어 문자가 들어 있는 헤더 필드가 있습니다"_s};
    case HttpError::FoldedHeader:
        return {u"a header field is folded over several lines"_s, u"여러 줄로 나뉜 헤더 필드가 있습니다"_s};
    case HttpError::BareLineFeed:
        return {u"a line ends in a line feed without a carriage return"_s,
                u"CR 없이 LF로만 끝나는 줄이 있습니다"_s};
    }
    Q_UNREACHABLE();
}

} // namespace confab
