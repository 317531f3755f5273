#include "server/remotemember.h"

namespace confab {

RemoteMember::RemoteMember(const MemberInfo &info, const std::optional<int> &deflateBits, RemoteShard &shard,
                           LinkLoop &loop, std::shared_ptr<const void> place)
    : Participant(info.id, behaviourFor(info.room, info.subprotocol))
    , m_name(info.name)
    , m_deflateBits(deflateBits)
    , m_shard(shard)
    , m_loop(loop)
    , m_place(std::move(place))
{
    m_shard.countMember(1);
}

RemoteMember::~RemoteMember()
{
    m_shard.countMember(-1);
}

void RemoteMember::setName(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    m_shard.post([id = id(), name](Shard &shard) { shard.rename(id, name); });
}

bool RemoteMember::send(Opcode type, QByteArrayView payload)
{
    tell([type, octets = payload.toByteArray()](Member &member) { member.send(type, octets); },
         payload.size());
    return true;
}

bool RemoteMember::replay(Opcode type, QByteArrayView payload)
{
    tell([type, octets = payload.toByteArray()](Member &member) { member.replay(type, octets); },
         payload.size());
    return true;
}

void RemoteMember::probe()
{
    tell([](Member &member) { member.probe(); });
}

void RemoteMember::tell(std::function<void(Member &)> action, qint64 size)
{
    m_loop.settle();
    m_shard.post(
        [id = id(), action = std::move(action)](Shard &shard) {
            if (Member *member = shard.member(id))
                action(*member);
        },
        size);
}

} // namespace confab
