#pragma once

#include "core/wire/endpoint.h"
#include "core/wire/frameencoder.h"
#include "tests/core/wire/splits.h"

namespace confab::test {

inline constexpr MaskingKey fixedKey{0x37, 0xFA, 0x21, 0x3D};

using Events = std::vector<EndpointEvent>;

inline Endpoint openEndpoint(Role role, EndpointLimits limits = {})
{
    Endpoint endpoint(role, limits, [] { return fixedKey; });
    endpoint.open();
    return endpoint;
}

/// The masking key of what an endpoint of this role receives.
inline std::optional<MaskingKey> peerKey(Role role)
{
    return role == Role::Server ? std::optional(fixedKey) : std::nullopt;
}

/// The masking key of what an endpoint of this role sends.
inline std::optional<MaskingKey> ownKey(Role role)
{
    return role == Role::Client ? std::optional(fixedKey) : std::nullopt;
}

/// A frame for an endpoint of this role from its peer.
inline QByteArray fromPeer(Role role, Opcode opcode, QByteArrayView payload = {}, bool fin = true)
{
    return encodeFrame(opcode, payload, peerKey(role), fin);
}

/// A frame that an endpoint of this role is expected to send.
inline QByteArray fromUs(Role role, Opcode opcode, QByteArrayView payload = {}, bool fin = true)
{
    return encodeFrame(opcode, payload, ownKey(role), fin);
}

inline Events receive(Endpoint &endpoint, const Pieces &pieces)
{
    Events events;
    for (QByteArray piece : pieces)
        endpoint.receive(std::span(piece.data(), size_t(piece.size())), events);
    return events;
}

inline Events receive(Endpoint &endpoint, const QByteArray &octets)
{
    return receive(endpoint, Pieces{octets});
}

/// One line for each event, to compare and to read.
inline QByteArray described(const Events &events)
{
    QByteArray lines;
    for (const EndpointEvent &event : events) {
        switch (event.kind) {
        case EndpointEvent::Kind::Message:
            lines += event.opcode == Opcode::Text ? "text " : "binary ";
            lines += QByteArray::number(event.fragments) + ' ' + event.payload;
            break;
        case EndpointEvent::Kind::Ping:
            lines += "ping " + event.payload;
            break;
        case EndpointEvent::Kind::Pong:
            lines += "pong " + event.payload;
            break;
        case EndpointEvent::Kind::Close:
            lines += "close " + QByteArray::number(int(event.closeStatus.code)) + ' ' +
                     event.closeStatus.reason.toUtf8();
            break;
        case EndpointEvent::Kind::Failure:
            lines += "failure " + wireErrorName(event.error).toByteArray();
            break;
        }
        lines += '\n';
    }
    return lines;
}

} // namespace confab::test
