// The opening handshake: a server that is asked anything, a client that is answered anything, and the two
// with each other.
#include "client/clienthandshake.h"
#include "core/wire/deflatenegotiation.h"
#include "server/handshakecheck.h"
#include "server/refusalresponse.h"
#include "tests/fuzz/fuzzing.h"

#include <QHostAddress>

using namespace confab;
using namespace confab::fuzz;
using namespace Qt::StringLiterals;

namespace {

bool isInBounds(const DeflateParameters &parameters)
{
    const auto fits = [](int bits) { return bits >= minWindowBits && bits <= maxWindowBits; };
    return fits(parameters.serverMaxWindowBits) && fits(parameters.clientMaxWindowBits);
}

/// What the server agrees to is what the client that offered it understands.
void checkDeflate(const HttpHeaders &request, const DeflatePolicy &policy)
{
    const std::optional<DeflateAgreement> agreement = acceptDeflate(request, policy);
    if (!agreement)
        return;
    HttpHeaders response;
    response.append("Sec-WebSocket-Extensions", agreement->response);
    std::optional<DeflateParameters> understood;
    require(readDeflateAnswer(response, request, understood), "the answer answers an offer");
    require(understood == agreement->parameters, "both sides agree on the same");
    require(isInBounds(*understood) && understood->serverNoContextTakeover, "and it can be done");
}

void asServer(Input &input)
{
    const DeflatePolicy policy{.enabled = true, .clientNoContextTakeover = input.flag()};
    const bool early = input.flag();
    RequestHead request;
    if (parseRequestHead(input.rest(), request) != HttpError::None)
        return;
    checkDeflate(request.headers, policy);
    const OriginPolicy origins({"https://example.org"_ba}, false);
    const HandshakeRules rules{.origins = origins, .subprotocols = {"chat"_ba}};
    const std::optional<Refusal> refusal =
        checkHandshake(request, rules, QHostAddress(u"127.0.0.1"_s), early);
    if (refusal) {
        require(refusal->status >= 400 && refusal->status < 600, "a refusal has the status of an error");
        return;
    }
    require(!early && checkRequest(request) == RequestError::None, "a broken request is refused");
    require(asksForWebSocket(request) && isValidKey(request.headers.value("Sec-WebSocket-Key")),
            "what is accepted asked for it");
}

HandshakeOffer makeOffer(Input &input)
{
    constexpr const char *urls[] = {"ws://localhost/", "wss://[::1]:8443/a?b=c#d", "ws://例え.jp/한글 x?y%20",
                                    "ws://h:80", "wss://u:p@h:443?q"};
    HandshakeOffer offer;
    offer.url = QUrl(QString::fromUtf8(urls[input.below(int(std::size(urls)))]));
    offer.key = QByteArray("dGhlIHNhbXBsZSBub25jZQ==");
    if (input.flag())
        offer.subprotocols = {"chat", "echo"};
    offer.offerDeflate = input.flag();
    const qsizetype nameSize = input.below(40);
    const qsizetype valueSize = input.below(64);
    if (nameSize > 0)
        offer.extraHeaders.append({input.take(nameSize), input.take(valueSize)});
    return offer;
}

struct Outcome
{
    ClientHandshake::Status status = ClientHandshake::Status::NeedMore;
    ClientErrorKind error = ClientErrorKind::None;
    QByteArray head;
    QByteArray body; ///< of a refusal
    QByteArray subprotocol;
    std::optional<DeflateParameters> deflate;
    QByteArray rest;

    bool operator==(const Outcome &) const = default;
};

Outcome outcomeOf(const HandshakeOffer &offer, const QList<QByteArray> &pieces)
{
    ClientHandshake handshake(offer, 1024, 256);
    ClientHandshake::Status status = ClientHandshake::Status::NeedMore;
    QByteArray behind;
    for (const QByteArray &piece : pieces) {
        if (status == ClientHandshake::Status::NeedMore)
            status = handshake.receive(piece);
        else
            behind += piece;
    }
    if (status == ClientHandshake::Status::NeedMore)
        status = handshake.end();
    require(status != ClientHandshake::Status::NeedMore, "an end is an end");
    if (status == ClientHandshake::Status::Failed)
        return {status, handshake.error().kind, {}, handshake.error().body, {}, {}, {}};
    return {status,
            handshake.error().kind,
            handshake.responseHead(),
            {},
            handshake.subprotocol(),
            handshake.deflate(),
            handshake.rest() + behind};
}

void asClient(Input &input)
{
    const HandshakeOffer offer = makeOffer(input);
    const quint32 seed = input.number();
    RequestHead request;
    require(parseRequestHead(buildRequest(offer), request) == HttpError::None, "our request can be read");
    if (offer.extraHeaders.isEmpty())
        require(checkRequest(request) == RequestError::None, "our request breaks no rule");
    QByteArray answer = input.rest();
    answer.replace("ACCEPT", acceptForKey(request.headers.value("Sec-WebSocket-Key")));
    const Outcome whole = outcomeOf(offer, {answer});
    require(outcomeOf(offer, cutUp(answer, seed)) == whole, "the cuts change nothing");
    if (whole.status != ClientHandshake::Status::Accepted)
        return;
    require(answer.endsWith(whole.head + whole.rest), "nothing behind the head is lost");
    require(whole.subprotocol.isEmpty() || offeredSubprotocols(request).contains(whole.subprotocol),
            "a subprotocol was offered");
    require(!whole.deflate || isInBounds(*whole.deflate), "windows are in their bounds");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    if (input.flag())
        asServer(input);
    else
        asClient(input);
    return 0;
}
