#pragma once

#include "core/link/passingconnection.h"
#include "server/shard.h"
#include "socketpair.h"

#include <QTest>

#include <memory>

#include <unistd.h>

namespace confab {

/// What a shard of a test refers to, and what it reports.
struct ShardWorld : ShardListener
{
    virtual ~ShardWorld() = default;

    std::shared_ptr<TrafficLog> log = std::make_shared<TrafficLog>();
    TrafficWriter traffic{log};
    Roster roster;
    LinkPolicy policy;
    QList<std::pair<quint64, QByteArray>> said;
    QList<quint64> answered;
    QList<MemberInfo> closed;

    void remoteSaid(quint64 member, const Message &message) override
    {
        said.append({member, message.payload});
    }
    void remoteAnswered(quint64 member) override { answered.append(member); }
    void remoteClosed(quint64, const MemberInfo &info) override { closed.append(info); }
};

inline MemberInfo memberInfo(quint64 id, const QString &subprotocol = {})
{
    MemberInfo info;
    info.id = id;
    info.name = QStringLiteral("Guest %1").arg(id);
    info.room = QStringLiteral("/");
    info.subprotocol = subprotocol;
    return info;
}

/// The accepted end, for a transport of its own: the socket ends, the connection does not.
inline std::shared_ptr<PassingConnection> takeConnection(SocketPair &pair)
{
    auto connection = std::make_shared<PassingConnection>(::dup(int(pair.accepted->socketDescriptor())));
    pair.accepted.reset();
    return connection;
}

} // namespace confab
