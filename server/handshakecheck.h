#pragma once

#include "server/originpolicy.h"
#include "server/refusal.h"

#include <optional>

namespace confab {

/// What a request to upgrade is measured against.
struct HandshakeRules
{
    const OriginPolicy &origins;
    QList<QByteArray> subprotocols;
    bool acceptUnknownSubprotocol = false;
    bool isFull = false;
    bool isEncrypted = false; ///< this request came over TLS
};

/// What the front door checks of a request to upgrade before it asks the desk: the rules of RFC 6455 §4.2.1
/// that the desk does not know, the path, the origin, the subprotocols, and whether there is room. Pure.
/// @param localAddress the address of this server that the request reached. @param hasEarlyFrames octets came
/// right behind the head.
/// @return the refusal, without an address; nothing if the desk may be asked.
std::optional<Refusal> checkHandshake(const RequestHead &request, const HandshakeRules &rules,
                                      const QHostAddress &localAddress, bool hasEarlyFrames);

/// The part of it that does not ask how the request is made: whether there is a subprotocol, and room. Pure.
std::optional<RefusalReason> checkPlace(const QList<QByteArray> &offered, const HandshakeRules &rules);

/// What is checked of every request, for pages and for upgrades alike: that it has a Host and that the Host
/// is this server. Pure.
/// @return the refusal, without an address; nothing if the request is meant for this server.
std::optional<Refusal> checkHost(const RequestHead &request, const OriginPolicy &origins,
                                 const QHostAddress &localAddress);

/// A refusal for this reason with its status, and with what the request says of itself.
Refusal makeRefusal(RefusalReason reason, const RequestHead &request);

} // namespace confab
