// A whole endpoint, in both roles, with and without permessage-deflate: a peer that sends anything, and a
// peer that is an endpoint too.
#include "tests/core/wire/endpointdriver.h"
#include "tests/fuzz/fuzzing.h"

using namespace confab;
using namespace confab::fuzz;

namespace {

constexpr MaskingKey maskingKey{0x37, 0xFA, 0x21, 0x3D};

std::optional<DeflateParameters> makeParameters(Input &input)
{
    const quint8 choice = input.octet();
    const quint8 bits = input.octet();
    if ((choice & 1) == 0)
        return {};
    const auto window = [](int value) { return minWindowBits + value % (maxWindowBits - minWindowBits + 1); };
    return DeflateParameters{(choice & 2) != 0, (choice & 4) != 0, window(bits & 15), window(bits >> 4)};
}

EndpointLimits makeLimits(Input &input)
{
    if (!input.flag())
        return {};
    return {.maxFrameSize = 200, .message = {.maxMessageSize = 300, .maxFragments = 3}};
}

Endpoint makeEndpoint(Role role, EndpointLimits limits, const std::optional<DeflateParameters> &deflate)
{
    Endpoint endpoint(role, limits, [] { return maskingKey; });
    endpoint.open(deflate);
    return endpoint;
}

Role otherRole(Role role)
{
    return role == Role::Server ? Role::Client : Role::Server;
}

/// Everything that is known of an endpoint once it has taken octets.
struct Aftermath
{
    QByteArray events;
    QByteArray output;
    CloseOutcome outcome; ///< but for what was unfinished, which is described
    QByteArray unfinished;
    ReadyState readyState = ReadyState::Connecting;
    bool shouldEnd = false;

    bool operator==(const Aftermath &) const = default;
};

/// How far a message was read that breaks a rule depends on the cuts; all else does not.
QByteArray describedUnfinished(const CloseOutcome &outcome)
{
    if (!outcome.unfinished)
        return {};
    const auto &[message, size, headers] = *outcome.unfinished;
    require(message.payload.size() <= PartialMessage::maxKeptPayload &&
                quint64(message.payload.size()) <= size,
            "the beginning is kept");
    QByteArray text = QByteArray::number(int(message.type)) + ' ' + QByteArray::number(message.fragments) +
                      ' ' + headers.toHex();
    if (outcome.error == WireError::None)
        text += ' ' + QByteArray::number(size) + ' ' + QByteArray::number(message.wireSize) + ' ' +
                message.payload;
    return text;
}

Aftermath takeAll(Endpoint endpoint, const QList<QByteArray> &pieces)
{
    test::Events events;
    for (QByteArray piece : pieces)
        endpoint.receive(writable(piece), events);
    QByteArray sizes;
    for (const EndpointEvent &event : events)
        sizes += QByteArray::number(event.wireSize) + ' ';
    const ReadyState readyState = endpoint.readyState();
    const bool shouldEnd = endpoint.shouldEndTransport();
    const QByteArray output = endpoint.takeOutput();
    endpoint.transportEnded();
    require(endpoint.readyState() == ReadyState::Closed && !endpoint.maySend(), "an end is an end");
    CloseOutcome outcome = endpoint.outcome();
    const QByteArray unfinished = describedUnfinished(outcome);
    outcome.unfinished.reset();
    return {test::described(events) + sizes, output, outcome, unfinished, readyState, shouldEnd};
}

/// A peer that sends anything: the cuts change nothing, and what is answered breaks no rule.
void anything(Input &input)
{
    const Role role = input.flag() ? Role::Server : Role::Client;
    const std::optional<DeflateParameters> deflate = makeParameters(input);
    const EndpointLimits limits = makeLimits(input);
    const bool closing = input.flag();
    const quint32 seed = input.number();
    const QByteArray octets = input.rest();
    const auto make = [&] {
        Endpoint endpoint = makeEndpoint(role, limits, deflate);
        if (closing)
            endpoint.close({CloseCode::GoingAway, {}});
        return endpoint;
    };

    const Aftermath whole = takeAll(make(), {octets});
    require(takeAll(make(), cutUp(octets, seed)) == whole, "the cuts change nothing");
    require(takeAll(make(), cutUp(octets, 0)) == whole, "octet by octet it is the same");

    const CloseOutcome &outcome = whole.outcome;
    require(outcome.wasClean == (outcome.status.code != CloseCode::AbnormalClosure), "a Close is clean");
    require(outcome.wasClean ? outcome.error == WireError::None : true, "what failed is not clean");
    const bool ended = outcome.wasClean || outcome.error != WireError::None;
    require(ended ? outcome.sent.has_value() : outcome.sent.has_value() == closing, "each end has its Close");
    require((whole.readyState == ReadyState::Closing) == (ended || closing), "a Close is CLOSING");
    if (!closing && outcome.error != WireError::None)
        require(outcome.sent->code == closeCodeFor(outcome.error), "each error has its code");

    test::Events heard;
    Endpoint peer = makeEndpoint(otherRole(role), {}, deflate);
    QByteArray output = whole.output;
    peer.receive(writable(output), heard);
    require(peer.outcome().error == WireError::None, "what we answer breaks no rule");
    require(peer.outcome().wasClean == outcome.sent.has_value(), "our Close is read as it was meant");
}

/// Two endpoints that talk: what one says, the other hears.
void conversation(Input &input)
{
    const Role role = input.flag() ? Role::Server : Role::Client;
    const std::optional<DeflateParameters> deflate = makeParameters(input);
    const quint32 seed = input.number();
    Endpoint speaker = makeEndpoint(role, {}, deflate);
    Endpoint listener = makeEndpoint(otherRole(role), {}, deflate);
    QByteArray sent;
    QByteArray said;
    while (!input.isEmpty()) {
        const int what = input.below(4);
        const int times = 1 + input.below(8);
        const QByteArray payload = input.take(input.octet()).repeated(times);
        const bool isText = what == 0 && isValidUtf8(payload);
        const Opcode opcode = what == 1 ? Opcode::Ping : isText ? Opcode::Text : Opcode::Binary;
        test::Events one(1);
        one[0].opcode = opcode;
        one[0].payload = payload;
        if (what == 1) {
            one[0].kind = EndpointEvent::Kind::Ping;
            one[0].payload = payload.first(std::min(payload.size(), maxControlPayloadSize));
        }
        if (what == 2) {
            one[0].fragments = 3;
            const qsizetype third = payload.size() / 3;
            sent += speaker.encode(opcode, payload.first(third), false) +
                    speaker.encode(Opcode::Continuation, payload.sliced(third, third), false) +
                    speaker.encode(Opcode::Continuation, payload.sliced(2 * third));
        } else {
            sent += speaker.encode(opcode, payload);
        }
        said += test::described(one);
    }
    const CloseStatus status{CloseCode(3000 + seed % 2000), QString::number(seed)};
    require(speaker.close(status), "what is OPEN can be closed");
    sent += speaker.takeOutput();

    test::Events heard;
    for (QByteArray piece : cutUp(sent, seed))
        listener.receive(writable(piece), heard);
    require(!heard.empty() && heard.back().closeStatus == status, "the Close is heard");
    heard.pop_back();
    require(test::described(heard) == said, "what was said is heard");
    QByteArray answer = listener.takeOutput();
    test::Events answered;
    speaker.receive(writable(answer), answered);
    require(speaker.outcome().wasClean && listener.outcome().wasClean, "the closing handshake is done");
    require(speaker.outcome().status == status && listener.outcome().sent == status, "and says the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    if (input.flag())
        anything(input);
    else
        conversation(input);
    return 0;
}
