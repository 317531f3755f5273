#pragma once

#include "core/chat/conversation.h"
#include "core/link/linkloop.h"
#include "server/member.h"
#include "server/reception.h"
#include "server/room.h"
#include "server/roster.h"

#include <QHash>
#include <QTimer>

#include <map>

namespace confab {

/// All members and rooms of one server: brings admitted connections into their rooms, lets closed ones go,
/// and keeps the roster true. Lives on the network thread.
class Lobby : public QObject, private MemberListener
{
    Q_OBJECT
public:
    /// How often counters of members that changed reach the roster.
    static constexpr std::chrono::milliseconds refreshInterval{200};

    /// traffic, roster and conversation outlive this.
    Lobby(const LinkPolicy &policy, ServerTraffic &traffic, Roster &roster, Conversation &conversation,
          const MemberRates &rates = {}, QObject *parent = nullptr);
    ~Lobby() override;

    void admit(Admission &admission);
    int count() const { return int(m_members.size()); }
    /// Null if there is none of that number.
    Member *member(quint64 id) const;
    /// The host says something. Nothing if there is no such room.
    void say(const QString &room, const QString &text);
    void closeAll(const CloseStatus &status);
    void cutAll();

Q_SIGNALS:
    /// @param count WebSocket connections after it.
    void memberJoined(const confab::MemberInfo &member, int count);
    void memberLeft(const confab::MemberInfo &member, int count);
    /// The last member left.
    void emptied();

private:
    void memberSaid(Member &member, const Message &message) override;
    void memberStateChanged(Member &member) override;
    void memberClosed(Member &member) override;
    Room *roomFor(const Member &member, const QString &path);
    void release(quint64 id);
    void refreshRoster();

    const LinkPolicy m_policy;
    const MemberRates m_rates;
    ServerTraffic &m_traffic;
    Roster &m_roster;
    Conversation &m_conversation;
    LinkLoop m_loop;
    std::map<QString, Room> m_rooms;
    std::map<quint64, std::unique_ptr<Member>> m_members;
    QTimer m_refresh;
};

} // namespace confab
