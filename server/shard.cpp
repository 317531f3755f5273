#include "server/shard.h"

#include "core/link/networkbackend.h"

namespace confab {

Shard::Shard(const Setup &setup)
    : m_setup(setup)
    , m_traffic(setup.log)
    , m_roster(setup.roster, m_loop.timers())
{
    m_loop.setReadObserver(&m_traffic);
}

Shard::~Shard()
{
    m_loop.forget(*this);
}

void Shard::admit(PassingConnection &connection, const MemberInfo &info,
                  const std::optional<DeflateParameters> &deflate)
{
    MemberListener &listener = *this;
    auto owned = std::make_unique<Member>(makeTransport(connection), m_setup.policy, m_loop, info, m_traffic,
                                          m_roster, listener, m_setup.rates);
    m_members.emplace(info.id, std::move(owned)).first->second->open(deflate);
}

Member *Shard::member(quint64 id) const
{
    const auto found = m_members.find(id);
    return found == m_members.end() ? nullptr : found->second.get();
}

void Shard::rename(quint64 id, const QString &name)
{
    if (Member *renamed = member(id))
        renamed->setName(name);
}

void Shard::release(quint64 id)
{
    m_members.erase(id);
}

void Shard::closeAll(const CloseStatus &status)
{
    for (const auto &[id, member] : m_members)
        member->close(status);
}

void Shard::cutAll()
{
    for (const auto &[id, member] : m_members)
        member->abort();
}

void Shard::enterRoom(quint64 part, Audience group, quint64 id)
{
    if (Member *entering = member(id))
        m_parts.try_emplace(part, m_loop).first->second.enter(group, *entering);
}

void Shard::leaveRoom(quint64 part, quint64 id)
{
    const auto found = m_parts.find(part);
    Member *leaving = member(id);
    if (found == m_parts.end() || !leaving)
        return;
    found->second.leave(*leaving);
    if (found->second.isEmpty())
        m_parts.erase(found);
}

void Shard::deliver(quint64 part, Parcel parcel)
{
    const auto found = m_parts.find(part);
    if (found != m_parts.end())
        found->second.add(std::move(parcel));
}

void Shard::memberSaid(Member &member, const Message &message)
{
    report([&listener = m_setup.listener, id = member.id(), message] { listener.remoteSaid(id, message); },
           message.payload.size());
}

void Shard::memberAnswered(Member &member)
{
    report([&listener = m_setup.listener, id = member.id()] { listener.remoteAnswered(id); }, 0);
}

/// The rooms' thread tells the roster as well.
void Shard::memberClosed(Member &member)
{
    report([&listener = m_setup.listener, info = member.info()] { listener.remoteClosed(info.id, info); }, 0);
}

void Shard::report(Mailbox::Task task, qint64 size)
{
    if (m_letters.empty())
        m_loop.collect(*this);
    m_letters.push_back({std::move(task), size});
    m_collected += size + Mailbox::letterOverhead;
    if (m_collected > maxCollected)
        m_loop.settle();
}

void Shard::settle()
{
    m_collected = 0;
    m_traffic.handOver(); // who said it comes before who got it
    if (!m_setup.reports.post(std::exchange(m_letters, {})))
        m_loop.holdReading(true);
}

} // namespace confab
