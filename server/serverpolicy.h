#pragma once

#include "core/chat/conversation.h"
#include "core/link/linkpolicy.h"
#include "core/traffic/trafficlog.h"
#include "core/wire/deflatenegotiation.h"
#include "server/addressbounds.h"
#include "server/memberrates.h"
#include "server/tlspolicy.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace confab {

/// Of links whose peers are anybody's. Its maxUnfinishedSize is that of all threads together.
inline LinkPolicy defaultLinkPolicy()
{
    LinkPolicy policy;
    policy.maxUnfinishedSize = qint64(256) * 1024 * 1024;
    return policy;
}

/// Everything that a server is told before it starts: plain values with their defaults.
struct ServerPolicy
{
    /// The address to listen on: loopback is "this computer", Any is "this network".
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 3000; ///< 0: any free one

    TlsPolicy tls;

    /// Supported subprotocols.
    QList<QByteArray> subprotocols{"chatting", "chat", "echo", "confab.v1"};
    /// What to do when a client offers only others: accept without a subprotocol, or refuse with 400.
    bool acceptUnknownSubprotocol = false;

    /// What everybody who joins is asked for, see isPin(); empty: nothing.
    QByteArray pin;

    /// Origins allowed beside the server's own and localhost, serialised as browsers send them
    /// ("https://example.org", "null").
    QList<QByteArray> allowedOrigins;
    bool allowAnyOrigin = false;

    /// Who comes from one of these is let in nowhere, see BanList.
    QList<QHostAddress> bannedAddresses;

    /// Names of this server beside those that this computer knows itself by: what a Host field may say.
    QStringList hostNames;

    /// Bounds of the front door: the request head and the time it may take.
    qsizetype maxHeadSize = 16 * 1024;
    std::chrono::milliseconds headTimeout{10'000};
    /// Listen backlog, in connections.
    int listenBacklog = 4096;
    /// WebSocket connections at one time; one more is refused with 503.
    int maxMembers = 10'000;
    /// Threads that serve connections. Each room's order is made on one of them.
    int threads = 1;
    AddressBounds perAddress;
    MemberRates perMember;
    /// How long stop() waits for members to answer the Close before it cuts them.
    std::chrono::milliseconds stopTimeout{3'000};

    /// permessage-deflate (RFC 7692).
    DeflatePolicy deflate;

    LinkPolicy link = defaultLinkPolicy();

    /// What is kept of the traffic, by who shows it.
    TrafficLogLimits log;
    /// What is kept of what is said: by who shows it, and for members who come back.
    ConversationLimits history;
    /// The file in which it is kept beyond the end of the server; empty: in none.
    QString historyFile;
    /// Messages of a history that a member gets who comes for the first time.
    int replay = 100;
};

} // namespace confab
