#pragma once

#include "core/chat/memberinfo.h"
#include "core/link/linkloop.h"
#include "server/participant.h"
#include "server/remoteshard.h"

#include <functional>
#include <memory>

namespace confab {

/// What stands, on the thread of the rooms, for a member whose connection lives on another thread: has its
/// name, and passes on what it is told.
class RemoteMember final : public Participant
{
public:
    /// @param loop of this thread; it and the shard outlive this. @param place what counts for the
    /// connection's address; given up, on this thread, with this.
    RemoteMember(const MemberInfo &info, const std::optional<int> &deflateBits, RemoteShard &shard,
                 LinkLoop &loop, std::shared_ptr<const void> place);
    ~RemoteMember() override;

    RemoteShard &shard() const { return m_shard; }
    const std::optional<int> &deflateBits() const { return m_deflateBits; }

    Author author() const override { return {id(), m_name, behaviour() == Behaviour::Plain}; }
    void setName(const QString &name) override;
    /// True: whether it is OPEN is known there alone.
    bool send(Opcode type, QByteArrayView payload) override;
    bool replay(Opcode type, QByteArrayView payload) override;
    void probe() override;
    Member *here() override { return nullptr; }
    RemoteMember *elsewhere() override { return this; }

    /// Does something with the member, on its thread, behind what its room said before; nothing if it is
    /// gone.
    void tell(std::function<void(Member &)> action, qint64 size = 0);

private:
    QString m_name;
    std::optional<int> m_deflateBits;
    RemoteShard &m_shard;
    LinkLoop &m_loop;
    std::shared_ptr<const void> m_place;
};

} // namespace confab
