#include "core/wire/endpoint.h"

#include "core/wire/closepayload.h"
#include "core/wire/frameencoder.h"

#include <utility>

// How an endpoint becomes CLOSED: the closing handshake (RFC 6455 §7), and its end by a failure.
namespace confab {

bool Endpoint::close(const CloseStatus &status)
{
    if (m_readyState != ReadyState::Open)
        return false;
    // RFC 6455 §7.1.3: "The WebSocket Closing Handshake is Started".
    sendClose(mayAppearOnWire(status.code) ? status : CloseStatus{});
    return true;
}

void Endpoint::giveUp(const CloseStatus &status)
{
    stopListening();
    if (m_readyState == ReadyState::Open)
        sendClose(status);
}

void Endpoint::transportEnded()
{
    // RFC 6455 §7.1.4: "The WebSocket Connection is Closed".
    setReadyState(ReadyState::Closed);
    stopListening();
}

bool Endpoint::shouldEndTransport() const
{
    if (m_readyState != ReadyState::Closing)
        return false;
    // RFC 6455 §7.1.7 for a failed connection, §7.1.1 for a closed one.
    return m_closeReceived ? m_role == Role::Server : m_stoppedListening;
}

void Endpoint::takeClose(QByteArray payload, std::vector<EndpointEvent> &events)
{
    CloseStatus status;
    const WireError error = parseClosePayload(payload, status);
    if (error != WireError::None) {
        fail(error, payload, events);
        return;
    }
    m_closeReceived = true;
    stopListening();
    // RFC 6455 §5.5.1: the answer to a Close echoes its status code; with the reason too, a browser's onclose
    // shows both.
    if (m_readyState == ReadyState::Open)
        sendClose(status);
    m_outcome.status = status;
    m_outcome.wasClean = true;
    EndpointEvent event;
    event.kind = EndpointEvent::Kind::Close;
    event.opcode = Opcode::Close;
    event.payload = std::move(payload);
    event.frameHeaders = m_decoder.headerOctets().toByteArray();
    event.closeStatus = std::move(status);
    events.push_back(std::move(event));
}

void Endpoint::fail(WireError error, QByteArrayView atFault, std::vector<EndpointEvent> &events)
{
    // RFC 6455 §7.1.7: _Fail the WebSocket Connection_. If our Close was sent before, no second one follows
    // it.
    m_outcome.error = error;
    if (m_readyState == ReadyState::Open)
        sendClose({closeCodeFor(error), QString::fromLatin1(wireErrorName(error))});
    EndpointEvent event;
    event.kind = EndpointEvent::Kind::Failure;
    event.payload = atFault.toByteArray();
    event.error = error;
    events.push_back(std::move(event));
    stopListening();
}

void Endpoint::sendClose(const CloseStatus &status)
{
    const QByteArray payload = encodeClosePayload(status);
    appendFrame(m_output, {.opcode = Opcode::Close}, payload);
    // What was sent, which is shorter than what was asked for if the reason had to be trimmed.
    CloseStatus &sent = m_outcome.sent.emplace();
    parseClosePayload(payload, sent);
    setReadyState(ReadyState::Closing);
}

/// What has arrived of a message is of no use any more, but to be looked at.
void Endpoint::stopListening()
{
    m_stoppedListening = true;
    if (m_assembler.isWithinMessage()) {
        PartialMessage unfinished = m_assembler.unfinished();
        unfinished.frameHeaders = m_frameHeaders;
        m_outcome.unfinished = std::make_shared<const PartialMessage>(std::move(unfinished));
    }
    m_assembler.clear();
    m_frameHeaders = {};
    m_controlPayload = {};
}

} // namespace confab
