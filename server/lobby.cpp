#include "server/lobby.h"

#include "server/history.h"
#include "server/roompath.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

/// What one thread's links may take of what all may take together.
LinkPolicy shareOf(LinkPolicy policy, int threads)
{
    if (policy.maxUnfinishedSize > 0)
        policy.maxUnfinishedSize = std::max<qint64>(1, policy.maxUnfinishedSize / threads);
    return policy;
}

} // namespace

Lobby::Lobby(const LinkPolicy &policy, TrafficWriter &traffic, Roster &roster, const RoomMemory &memory,
             const MemberRates &rates, int threads, QObject *parent)
    : QObject(parent)
    , m_policy(shareOf(policy, threads))
    , m_rates(rates)
    , m_traffic(traffic)
    , m_roster(roster)
    , m_memory(memory)
    , m_rosterWriter(roster, m_loop.timers())
{
    m_loop.setReadObserver(&m_traffic);
    roomAt(mainRoomPath);
    if (History *history = m_memory.history) {
        connect(history, &History::pressed, this, &Lobby::holdBack);
        connect(history, &History::advanced, this, &Lobby::onHistoryAdvanced);
    }
    for (int number = 2; number <= threads; ++number) {
        auto shard = std::make_unique<RemoteShard>(
            number,
            RemoteShard::Setup{m_policy, m_rates, m_traffic.log(), m_roster, *this, [this] { holdBack(); }});
        if (!shard->isRunning())
            break; // the system gives no more, which Qt has told: those that there are do it all
        m_shards.push_back(std::move(shard));
    }
}

/// Rooms, members and what stands for them refer to the other threads; what those report is not heard any
/// more.
Lobby::~Lobby()
{
    if (m_memory.history)
        m_memory.history->finish(); // what waits refers to its room
    m_rooms.clear();
    m_remotes.clear();
    m_shards.clear();
}

void Lobby::admit(Admission &admission)
{
    if (admitElsewhere(admission))
        return;
    const quint64 id = admission.info.id;
    MemberListener &listener = *this;
    auto owned = std::make_unique<Member>(std::move(admission.transport), m_policy, m_loop, admission.info,
                                          m_traffic, m_rosterWriter, listener, m_rates);
    Member &member = *m_members.emplace(id, std::move(owned)).first->second;
    member.open(admission.deflate);
    bringIn(member, admission.info.room);
    Q_EMIT memberJoined(member.info(), count());
}

/// On the thread that has the fewest members, if that is another one (which this one, having the rooms as
/// well, prefers) and the connection can go there.
bool Lobby::admitElsewhere(Admission &admission)
{
    const auto fewest =
        std::min_element(m_shards.begin(), m_shards.end(), [](const auto &one, const auto &other) {
            return one->memberCount() < other->memberCount();
        });
    if (fewest == m_shards.end() || (*fewest)->memberCount() > int(m_members.size()))
        return false;
    const std::shared_ptr<PassingConnection> passing = admission.transport->takeConnection();
    if (!passing)
        return false;
    MemberInfo &info = admission.info;
    auto owned = std::make_unique<RemoteMember>(
        info, admission.deflate ? std::optional<int>(admission.deflate->serverMaxWindowBits) : std::nullopt,
        **fewest, m_loop, admission.transport->takeCompanion());
    RemoteMember &member = *m_remotes.emplace(info.id, std::move(owned)).first->second;
    info.structured = member.behaviour() == Participant::Behaviour::Structured;
    info.readyState = ReadyState::Open;
    m_roster.update(info); // from here until it is CLOSED, that is the other thread's
    (*fewest)->post(
        [passing, info, deflate = admission.deflate](Shard &shard) { shard.admit(*passing, info, deflate); });
    bringIn(member, info.room);
    info.name = member.author().name;
    Q_EMIT memberJoined(info, count());
    return true;
}

/// Made when it is first asked for.
Room &Lobby::roomAt(const QString &path)
{
    const auto named = [this](const Participant &member, const QString &formerName) {
        tellNamed(member, formerName);
    };
    return m_rooms.try_emplace(path, path, m_loop, m_traffic, m_memory, named).first->second;
}

void Lobby::bringIn(Participant &participant, const QString &path)
{
    if (participant.behaviour() == Participant::Behaviour::Echo)
        return;
    Room &room = roomAt(path);
    participant.setRoom(&room);
    room.enter(participant);
}

void Lobby::tellNamed(const Participant &participant, const QString &formerName)
{
    std::optional<MemberInfo> info = m_roster.member(participant.id());
    if (!info)
        return;
    info->name = participant.author().name; // which another thread may not have told the roster yet
    Q_EMIT memberNamed(*info, formerName, count());
}

void Lobby::withMember(quint64 id, const std::function<void(Member &)> &action)
{
    if (const auto member = m_members.find(id); member != m_members.end())
        action(*member->second);
    else if (const auto remote = m_remotes.find(id); remote != m_remotes.end())
        remote->second->tell(action);
}

void Lobby::say(const QString &room, const QString &text)
{
    roomAt(room).say(text); // also where nobody is any more: it is shown, and may be kept
    releaseRoom(room);
}

void Lobby::closeAll(const CloseStatus &status)
{
    for (const auto &shard : m_shards)
        shard->takeReports(); // what they have read is said before
    const auto close = [this, status] {
        Q_EMIT closing();
        m_loop.settle();
        for (const auto &shard : m_shards)
            shard->post([status](Shard &there) { there.closeAll(status); });
        for (const auto &[id, member] : m_members)
            member->close(status);
    };
    if (m_memory.history)
        m_memory.history->atEnd(close);
    else
        close();
}

void Lobby::cutAll()
{
    for (const auto &shard : m_shards)
        shard->post([](Shard &there) { there.cutAll(); });
    for (const auto &[id, member] : m_members)
        member->abort();
}

void Lobby::closeBanned(const BanList &bans)
{
    const QList<MemberInfo> members = m_roster.members();
    for (const MemberInfo &info : members) {
        if (info.readyState != ReadyState::Closed && bans.has(QHostAddress(info.address)))
            withMember(info.id, [](Member &member) {
                member.dismiss({CloseCode::PolicyViolation, u"banned by the host"_s});
            });
    }
}

void Lobby::memberSaid(Member &member, const Message &message)
{
    member.room()->receive(member, message);
}

void Lobby::memberAnswered(Member &member)
{
    if (Room *room = member.room())
        room->introduceWhoIsBack(member.id());
}

void Lobby::memberClosed(Member &member)
{
    m_roster.update(member.info());
    // Not from inside a broadcast that finds the member gone: one turn later.
    if (m_closed.isEmpty())
        QMetaObject::invokeMethod(this, &Lobby::releaseClosed, Qt::QueuedConnection);
    m_closed.append(member.id());
}

void Lobby::remoteSaid(quint64 id, const Message &message)
{
    const auto found = m_remotes.find(id);
    if (found != m_remotes.end())
        found->second->room()->receive(*found->second, message);
}

void Lobby::remoteAnswered(quint64 id)
{
    const auto found = m_remotes.find(id);
    if (found == m_remotes.end())
        return;
    if (Room *room = found->second->room())
        room->introduceWhoIsBack(id);
}

void Lobby::remoteClosed(quint64 id, const MemberInfo &info)
{
    const auto node = m_remotes.extract(id);
    if (!node)
        return;
    RemoteMember &member = *node.mapped();
    MemberInfo last = info;
    last.name = member.author().name; // which may not have got there yet
    m_roster.update(last);
    letGo(member, last);
    member.shard().post([id](Shard &shard) { shard.release(id); });
}

void Lobby::releaseClosed()
{
    for (const quint64 id : std::exchange(m_closed, {})) {
        const auto node = m_members.extract(id);
        if (node)
            letGo(*node.mapped(), node.mapped()->info());
    }
}

void Lobby::letGo(Participant &participant, const MemberInfo &info)
{
    Q_EMIT memberLeft(info, count());
    if (Room *room = participant.room()) {
        room->leave(participant, info.close.code); // which may give its name to who has come back
        releaseRoom(room->path());
    }
    if (count() == 0)
        Q_EMIT emptied();
}

/// Unless it is the main one, or somebody is in it.
void Lobby::releaseRoom(const QString &path)
{
    const auto found = m_rooms.find(path);
    if (found == m_rooms.end() || path == mainRoomPath)
        return;
    if (found->second.isEmpty())
        m_rooms.erase(found);
    else if (found->second.isWaiting())
        m_lingering.insert(path);
}

void Lobby::onHistoryAdvanced()
{
    const QSet<QString> lingering = std::exchange(m_lingering, {});
    for (const QString &path : lingering)
        releaseRoom(path);
    holdBack();
}

/// While more waits for a thread or the disk than should, nothing new is taken in that could add to it.
void Lobby::holdBack()
{
    const bool held =
        (m_memory.history && m_memory.history->isPressed()) ||
        std::any_of(m_shards.begin(), m_shards.end(), [](const auto &shard) { return shard->isPressed(); });
    m_loop.holdReading(held);
    for (const auto &shard : m_shards)
        shard->setReportsHeld(held);
}

} // namespace confab
