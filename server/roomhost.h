#pragma once

#include "core/chat/conversation.h"
#include "core/link/turntask.h"
#include "core/traffic/trafficlog.h"
#include "core/traffic/trafficwriter.h"
#include "server/backlog.h"
#include "server/memberevent.h"
#include "server/refusal.h"
#include "server/roomserver.h"
#include "server/roster.h"
#include "server/serverpolicy.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace confab {

class Member;
class ServerRun;

/// The part of RoomServer that lives on the network thread: starts and stops runs of the server, and passes
/// commands to them. All of it but interrupt() is called on that thread.
class RoomHost : public QObject, private TurnTask
{
    Q_OBJECT
public:
    RoomHost(std::shared_ptr<TrafficLog> log, std::shared_ptr<Roster> roster,
             std::shared_ptr<Conversation> conversation);
    ~RoomHost() override;

    void start(const ServerPolicy &policy);
    void stop();
    /// From any thread: a start() that waits for the disk, or is about to, fails; until the next stop().
    void interrupt() { m_isInterrupted = true; }
    void allowOrigin(const QByteArray &origin);
    void setPin(const QByteArray &pin);
    void setBannedAddresses(const QList<QHostAddress> &addresses);
    void say(const QString &room, const QString &text);
    /// See ServerRun.
    void measureHistory();
    /// Does something with a member, on its thread; nothing if it is gone.
    void withMember(quint64 id, const std::function<void(Member &)> &action);

Q_SIGNALS:
    void listening(quint16 port, const QByteArray &fingerprint);
    void failed(const confab::ServerError &error);
    void stopped();
    /// Who came, took a name and went within a turn of the event loop, in that order; never empty. Told
    /// before anything else that happened later.
    void membersChanged(const QList<confab::MemberEvent> &events);
    void refused(const confab::Refusal &refusal);
    /// What is said is not kept in the policy's file any more.
    void historyFailed(const confab::ServerError &error);
    void historyMeasured(qint64 size);

private:
    void bringBack(const std::vector<RoomMessage> &messages);
    void note(MemberEvent event);
    void tellMembers();
    void takeTurn() override;
    void finish();

    std::shared_ptr<Roster> m_roster;
    std::shared_ptr<Conversation> m_conversation;
    TrafficWriter m_traffic;
    std::unique_ptr<ServerRun> m_run;
    QList<MemberEvent> m_memberEvents; ///< of this turn, not told yet
    bool m_turnAwaited = false;
    std::atomic<bool> m_isInterrupted = false;
};

} // namespace confab
