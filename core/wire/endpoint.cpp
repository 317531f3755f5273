#include "core/wire/endpoint.h"

#include "core/wire/frameencoder.h"

#include <algorithm>
#include <utility>

namespace confab {

namespace {

/// A frame of compressed data may be longer than what it inflates to: so much for each stored block (RFC 1951
/// §3.2.4), which may be short.
quint64 maxCompressedFrameSize(quint64 maxFrameSize)
{
    constexpr quint64 shortBlock = 1024;
    constexpr quint64 blockHeaderSize = 5;
    return maxFrameSize + (maxFrameSize / shortBlock + 2) * blockHeaderSize;
}

void addMessage(Message message, QByteArray frameHeaders, std::vector<EndpointEvent> &events)
{
    EndpointEvent event;
    event.opcode = message.type;
    event.payload = std::move(message.payload);
    event.fragments = message.fragments;
    event.wireSize = message.wireSize;
    event.frameHeaders = std::move(frameHeaders);
    events.push_back(std::move(event));
}

} // namespace

Endpoint::Endpoint(Role role, EndpointLimits limits, MaskingKeySource maskingKeys)
    : m_role(role)
    , m_limits(limits)
    , m_maskingKeys(std::move(maskingKeys))
    , m_decoder(role, limits.maxFrameSize)
    , m_assembler(limits.message)
{}

void Endpoint::open(const std::optional<DeflateParameters> &deflate)
{
    // RFC 6455 §4.1: "the WebSocket Connection is Established".
    if (m_readyState != ReadyState::Connecting)
        return;
    setReadyState(ReadyState::Open);
    if (!deflate)
        return;
    const bool isServer = m_role == Role::Server;
    const bool noTakeover = isServer ? deflate->serverNoContextTakeover : deflate->clientNoContextTakeover;
    const bool peersNoTakeover =
        isServer ? deflate->clientNoContextTakeover : deflate->serverNoContextTakeover;
    m_deflater.emplace(isServer ? deflate->serverMaxWindowBits : deflate->clientMaxWindowBits, !noTakeover);
    m_decoder = FrameDecoder(m_role, maxCompressedFrameSize(m_limits.maxFrameSize), true);
    m_assembler = MessageAssembler(m_limits.message, !peersNoTakeover);
}

void Endpoint::receive(std::span<char> octets, std::vector<EndpointEvent> &events)
{
    while (!octets.empty()) {
        MessageView message;
        if (receiveWhole(octets, message))
            addMessage(message.toMessage(), message.frameHeaders.toByteArray(), events);
        else
            octets = receiveNext(octets, events);
    }
}

bool Endpoint::receiveWhole(std::span<char> &octets, MessageView &message)
{
    if (!listens())
        return false;
    const std::optional<WholeFrame> frame = m_decoder.peekWhole(octets);
    if (!frame || !m_assembler.admitsWhole(frame->payload.size()))
        return false;
    const QByteArrayView payload(frame->payload.data(), qsizetype(frame->payload.size()));
    const bool isAscii = frame->maskingKey && applyMask(frame->payload, *frame->maskingKey);
    if (frame->opcode == Opcode::Text && !isAscii && !isValidUtf8(payload)) {
        if (frame->maskingKey)
            applyMask(frame->payload, *frame->maskingKey);
        return false;
    }
    const QByteArrayView header(octets.data(), frame->payload.data());
    octets = octets.subspan(std::size_t(header.size()) + frame->payload.size());
    message = {
        .type = frame->opcode, .payload = payload, .wireSize = frame->payload.size(), .frameHeaders = header};
    return true;
}

std::span<char> Endpoint::receiveNext(std::span<char> octets, std::vector<EndpointEvent> &events)
{
    FramePart part;
    const std::size_t count = events.size();
    while (listens() && events.size() == count) {
        switch (m_decoder.next(octets, part)) {
        case FrameDecoder::Status::NeedMore:
            return {};
        case FrameDecoder::Status::Failed:
            fail(decoderError(), m_decoder.headerOctets(), events);
            break;
        case FrameDecoder::Status::Part:
            if (isControl(part.header.opcode))
                takeControlPart(part, events);
            else
                takeDataPart(part, events);
            break;
        }
    }
    return listens() ? octets : std::span<char>{};
}

QByteArray Endpoint::encode(Opcode opcode, QByteArrayView payload, bool fin)
{
    QByteArray frame;
    encodeTo(frame, opcode, payload, fin);
    return frame;
}

std::optional<quint64> Endpoint::encodeTo(QByteArray &frames, Opcode opcode, QByteArrayView payload, bool fin)
{
    if (!maySend() || opcode == Opcode::Close)
        return {};
    if (isControl(opcode))
        return appendFrame(frames, {.opcode = opcode},
                           payload.first(std::min(payload.size(), maxControlPayloadSize)));
    if (m_deflater && fin && opcode != Opcode::Continuation) {
        if (const std::optional<QByteArray> compressed = m_deflater->compress(payload))
            return appendFrame(frames, {.rsv1 = true, .opcode = opcode}, *compressed);
    }
    return appendFrame(frames, {.fin = fin, .opcode = opcode}, payload);
}

std::optional<quint64> Endpoint::encodeUncompressedTo(QByteArray &frames, Opcode opcode,
                                                      QByteArrayView payload)
{
    if (!maySend() || isControl(opcode))
        return {};
    return appendFrame(frames, {.opcode = opcode}, payload);
}

QByteArray Endpoint::headerBefore(Opcode opcode, quint64 payloadSize) const
{
    if (!maySend() || isControl(opcode) || m_role == Role::Client || m_deflater)
        return {};
    return encodeRawFrame({.opcode = opcode, .payloadLength = payloadSize}, {});
}

QByteArray Endpoint::takeOutput()
{
    return std::exchange(m_output, {});
}

void Endpoint::setReadyState(ReadyState readyState)
{
    m_readyState = readyState;
}

/// Whether what the peer sends is taken (RFC 6455 §1.4, §5.5.1).
bool Endpoint::listens() const
{
    return (m_readyState == ReadyState::Open || m_readyState == ReadyState::Closing) && !m_stoppedListening;
}

void Endpoint::takeControlPart(const FramePart &part, std::vector<EndpointEvent> &events)
{
    m_controlPayload.append(part.payload.data(), qsizetype(part.payload.size()));
    if (!part.last)
        return;
    QByteArray payload = std::exchange(m_controlPayload, {});
    const Opcode opcode = part.header.opcode;
    if (opcode == Opcode::Close) {
        takeClose(std::move(payload), events);
        return;
    }
    // RFC 6455 §5.5.2: a Ping is answered with the same application data; not after our Close, which is our
    // last word.
    if (opcode == Opcode::Ping && maySend())
        appendFrame(m_output, {.opcode = Opcode::Pong}, payload);
    EndpointEvent event;
    event.kind = opcode == Opcode::Ping ? EndpointEvent::Kind::Ping : EndpointEvent::Kind::Pong;
    event.opcode = opcode;
    event.payload = std::move(payload);
    event.frameHeaders = m_decoder.headerOctets().toByteArray();
    events.push_back(std::move(event));
}

void Endpoint::takeDataPart(const FramePart &part, std::vector<EndpointEvent> &events)
{
    if (part.first && m_frameHeaders.size() <= maxKeptHeaders - maxFrameHeaderSize &&
        m_assembler.checkOrder(part.header.opcode) == WireError::None)
        m_frameHeaders.append(m_decoder.headerOctets());
    const WireError error = m_assembler.add(part);
    if (error != WireError::None) {
        fail(error, error == WireError::TextNotUtf8 ? m_assembler.textAtFault() : m_decoder.headerOctets(),
             events);
        return;
    }
    if (!m_assembler.isComplete())
        return;
    addMessage(m_assembler.takeMessage(), std::exchange(m_frameHeaders, {}), events);
}

/// A frame that is too big may have been at fault before its length: by its opcode (RFC 6455 §5.4).
WireError Endpoint::decoderError() const
{
    const WireError error = m_decoder.error();
    const Opcode opcode = m_decoder.header().opcode;
    const WireError before = isControl(opcode) ? WireError::None : m_assembler.checkOrder(opcode);
    return error == WireError::FrameTooBig && before != WireError::None ? before : error;
}

/// @return how many octets the payload takes.
quint64 Endpoint::appendFrame(QByteArray &frames, FrameHeader header, QByteArrayView payload)
{
    // RFC 6455 §5.3: a client masks every frame, with a fresh key.
    if (m_role == Role::Client)
        header.maskingKey = m_maskingKeys();
    header.payloadLength = quint64(payload.size());
    const qsizetype before = frames.size();
    appendRawFrame(frames, header, payload);
    if (m_role == Role::Client) {
        m_lastSentHeaderSize = quint8(frames.size() - before - payload.size());
        std::copy_n(frames.cbegin() + before, m_lastSentHeaderSize, m_lastSentHeader.begin());
    }
    return header.payloadLength;
}

} // namespace confab
