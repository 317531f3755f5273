#pragma once

#include "core/link/sockettransport.h"
#include "server/frontdoor.h"
#include "server/lobby.h"
#include "server/reception.h"
#include "server/refuser.h"
#include "socketpair.h"

namespace confab {

/// What stands behind a front door, on this thread.
struct DoorFixture
{
    explicit DoorFixture(const ServerPolicy &policy = {})
        : refuser(policy.subprotocols, traffic)
        , reception(policy, refuser, traffic, roster)
    {}

    /// A visitor at the other end of the pair's peer, with this request.
    static Visitor visitor(SocketPair &pair, const QByteArray &head)
    {
        Visitor visitor;
        visitor.id = nextConnectionId();
        visitor.head = head;
        visitor.request = requestOf(head);
        visitor.address = pair.accepted->peerAddress();
        visitor.port = pair.accepted->peerPort();
        visitor.localAddress = pair.accepted->localAddress();
        visitor.transport = std::make_unique<SocketTransport>(std::move(pair.accepted));
        return visitor;
    }

    std::shared_ptr<TrafficLog> log = std::make_shared<TrafficLog>();
    TrafficWriter traffic{log};
    Roster roster;
    Refuser refuser;
    Reception reception;
};

} // namespace confab
