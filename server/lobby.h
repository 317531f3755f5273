#pragma once

#include "core/link/linkloop.h"
#include "server/member.h"
#include "server/reception.h"
#include "server/remotemember.h"
#include "server/room.h"
#include "server/rosterwriter.h"

#include <QSet>

#include <functional>
#include <map>
#include <vector>

namespace confab {

/// All members and rooms of one server: brings admitted connections into their rooms, lets closed ones go,
/// and keeps the roster true. With more threads than one it spreads the connections over them; the rooms, and
/// with them the order in which things happen, stay on this one, the network thread.
class Lobby : public QObject, private MemberListener, private ShardListener
{
    Q_OBJECT
public:
    /// traffic, roster and what memory refers to outlive this. @param threads that serve connections, this
    /// one included.
    Lobby(const LinkPolicy &policy, TrafficWriter &traffic, Roster &roster, const RoomMemory &memory,
          const MemberRates &rates = {}, int threads = 1, QObject *parent = nullptr);
    ~Lobby() override;

    void admit(Admission &admission);
    int count() const { return int(m_members.size() + m_remotes.size()); }
    /// Does something with a member, on its thread, behind what its room said before; nothing if it is gone.
    void withMember(quint64 id, const std::function<void(Member &)> &action);
    /// The host says something. Nothing if there is no such room.
    void say(const QString &room, const QString &text);
    /// Behind what waits for the history; then closing().
    void closeAll(const CloseStatus &status);
    void cutAll();
    /// Dismisses all who are here from one of these addresses, with 1008.
    void closeBanned(const BanList &bans);

Q_SIGNALS:
    /// @param count WebSocket connections after it.
    void memberJoined(const confab::MemberInfo &member, int count);
    /// It said hello, and has another name than it joined with.
    void memberNamed(const confab::MemberInfo &member, const QString &formerName, int count);
    void memberLeft(const confab::MemberInfo &member, int count);
    /// All members get their Close now.
    void closing();
    /// The last member left.
    void emptied();

private:
    void memberSaid(Member &member, const Message &message) override;
    void memberAnswered(Member &member) override;
    void memberClosed(Member &member) override;
    void remoteSaid(quint64 member, const Message &message) override;
    void remoteAnswered(quint64 member) override;
    void remoteClosed(quint64 member, const MemberInfo &info) override;
    bool admitElsewhere(Admission &admission);
    Room &roomAt(const QString &path);
    void bringIn(Participant &participant, const QString &path);
    void tellNamed(const Participant &participant, const QString &formerName);
    void releaseClosed();
    void releaseRoom(const QString &path);
    void onHistoryAdvanced();
    void letGo(Participant &participant, const MemberInfo &info);
    void holdBack();

    const LinkPolicy m_policy;
    const MemberRates m_rates;
    TrafficWriter &m_traffic;
    Roster &m_roster;
    const RoomMemory m_memory;
    LinkLoop m_loop;
    RosterWriter m_rosterWriter;                        ///< of those on this thread
    std::vector<std::unique_ptr<RemoteShard>> m_shards; ///< the other threads
    std::map<QString, Room> m_rooms;
    std::map<quint64, std::unique_ptr<Member>> m_members;       ///< those on this thread
    std::map<quint64, std::unique_ptr<RemoteMember>> m_remotes; ///< those on others
    QList<quint64> m_closed;                                    ///< members to be released
    QSet<QString> m_lingering; ///< rooms that nobody may be in, but that wait for the history
};

} // namespace confab
