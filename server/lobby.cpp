#include "server/lobby.h"

#include "server/roompath.h"

namespace confab {

Lobby::Lobby(const LinkPolicy &policy, ServerTraffic &traffic, Roster &roster, Conversation &conversation,
             const MemberRates &rates, QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_rates(rates)
    , m_traffic(traffic)
    , m_roster(roster)
    , m_conversation(conversation)
{
    m_rooms.try_emplace(QString(mainRoomPath), QString(mainRoomPath), m_loop, m_traffic, m_conversation);
    connect(&m_refresh, &QTimer::timeout, this, &Lobby::refreshRoster);
    m_refresh.start(refreshInterval);
}

Lobby::~Lobby() = default;

void Lobby::admit(Admission &admission)
{
    const quint64 id = admission.info.id;
    MemberListener &listener = *this;
    auto owned = std::make_unique<Member>(std::move(admission.transport), m_policy, m_loop, admission.info,
                                          m_traffic, listener, m_rates);
    Member &member = *m_members.emplace(id, std::move(owned)).first->second;
    Room *room = roomFor(member, admission.info.room);
    member.setRoom(room);
    member.open(admission.deflate);
    if (room)
        room->enter(member);
    m_roster.update(member.info());
    Q_EMIT memberJoined(member.info(), count());
}

Member *Lobby::member(quint64 id) const
{
    const auto found = m_members.find(id);
    return found == m_members.end() ? nullptr : found->second.get();
}

void Lobby::say(const QString &room, const QString &text)
{
    const auto found = m_rooms.find(room);
    if (found != m_rooms.end())
        found->second.say(text);
}

void Lobby::closeAll(const CloseStatus &status)
{
    for (const auto &[id, member] : m_members)
        member->close(status);
}

void Lobby::cutAll()
{
    for (const auto &[id, member] : m_members)
        member->abort();
}

void Lobby::memberSaid(Member &member, const Message &message)
{
    member.room()->receive(member, message);
}

void Lobby::memberStateChanged(Member &member)
{
    m_roster.update(member.info());
}

void Lobby::memberClosed(Member &member)
{
    // Not from inside a broadcast that finds the member gone: one turn later.
    QMetaObject::invokeMethod(
        this, [this, id = member.id()] { release(id); }, Qt::QueuedConnection);
}

Room *Lobby::roomFor(const Member &member, const QString &path)
{
    if (member.behaviour() == Member::Behaviour::Echo)
        return nullptr;
    return &m_rooms.try_emplace(path, path, m_loop, m_traffic, m_conversation).first->second;
}

void Lobby::release(quint64 id)
{
    const auto node = m_members.extract(id);
    if (!node)
        return;
    Member &member = *node.mapped();
    const MemberInfo info = member.info();
    if (Room *room = member.room()) {
        room->leave(member, info.close.code);
        if (room->isEmpty() && room->path() != mainRoomPath)
            m_rooms.erase(m_rooms.find(room->path()));
    }
    m_roster.update(info);
    Q_EMIT memberLeft(info, count());
    if (m_members.empty())
        Q_EMIT emptied();
}

void Lobby::refreshRoster()
{
    for (const auto &[id, member] : m_members) {
        if (member->takeChanged())
            m_roster.update(member->info());
    }
}

} // namespace confab
