#include "server/roomhost.h"

#include "core/link/networkbackend.h"
#include "core/traffic/connectionid.h"
#include "server/serverrun.h"

#include <algorithm>
#include <utility>

namespace confab {

RoomHost::RoomHost(std::shared_ptr<TrafficLog> log, std::shared_ptr<Roster> roster,
                   std::shared_ptr<Conversation> conversation)
    : m_roster(std::move(roster))
    , m_conversation(std::move(conversation))
    , m_traffic(std::move(log))
{}

RoomHost::~RoomHost()
{
    if (m_turnAwaited)
        forgetAtTurnEnd(*this);
}

void RoomHost::start(const ServerPolicy &policy)
{
    std::unique_ptr<History> history;
    KeptHistory kept;
    if (!policy.historyFile.isEmpty()) {
        history = std::make_unique<History>(policy.historyFile, policy.history);
        auto opened = history->open(m_isInterrupted);
        if (const auto *error = std::get_if<ServerError>(&opened)) {
            Q_EMIT failed(*error);
            return;
        }
        kept = std::get<KeptHistory>(std::move(opened));
        bringBack(kept.messages);
    }
    m_run = std::make_unique<ServerRun>(policy, m_traffic, *m_roster, *m_conversation, std::move(history),
                                        std::move(kept));
    connect(m_run.get(), &ServerRun::historyFailed, this, &RoomHost::historyFailed);
    connect(m_run.get(), &ServerRun::historyMeasured, this, &RoomHost::historyMeasured);
    using Kind = MemberEvent::Kind;
    connect(&m_run->lobby(), &Lobby::memberJoined, this, [this](const MemberInfo &member, int count) {
        note({Kind::Joined, member, count, {}});
    });
    connect(&m_run->lobby(), &Lobby::memberNamed, this,
            [this](const MemberInfo &member, const QString &formerName, int count) {
                note({Kind::Named, member, count, formerName});
            });
    connect(&m_run->lobby(), &Lobby::memberLeft, this, [this](const MemberInfo &member, int count) {
        note({Kind::Left, member, count, {}});
    });
    connect(&m_run->refuser(), &Refuser::refused, this, [this](const Refusal &refusal) {
        tellMembers();
        Q_EMIT refused(refusal);
    });
    // Queued: the run ends from inside a function of its own.
    connect(m_run.get(), &ServerRun::finished, this, &RoomHost::finish, Qt::QueuedConnection);
    if (const std::optional<ServerError> error = m_run->open()) {
        m_run.reset();
        Q_EMIT failed(*error);
        return;
    }
    Q_EMIT listening(m_run->port(), m_run->fingerprint());
    // The system takes its time to say them, and nobody is let in before the event loop goes on.
    m_run->learnNames();
}

/// Who watches sees what was said before, too; and nobody gets the number of somebody who spoke then.
void RoomHost::bringBack(const std::vector<RoomMessage> &messages)
{
    m_conversation->bringBack(messages);
    ConnectionId last = 0;
    for (const RoomMessage &message : messages)
        last = std::max(last, message.author.id);
    skipConnectionIds(last);
}

void RoomHost::stop()
{
    m_isInterrupted = false;
    if (m_run)
        m_run->finish();
    else
        Q_EMIT stopped();
}

void RoomHost::allowOrigin(const QByteArray &origin)
{
    if (m_run)
        m_run->allowOrigin(origin);
}

void RoomHost::setPin(const QByteArray &pin)
{
    if (m_run)
        m_run->setPin(pin);
}

void RoomHost::setBannedAddresses(const QList<QHostAddress> &addresses)
{
    if (m_run)
        m_run->setBannedAddresses(addresses);
}

void RoomHost::say(const QString &room, const QString &text)
{
    if (m_run)
        m_run->lobby().say(room, text);
}

void RoomHost::measureHistory()
{
    if (m_run)
        m_run->measureHistory();
}

void RoomHost::withMember(quint64 id, const std::function<void(Member &)> &action)
{
    if (m_run)
        m_run->lobby().withMember(id, action);
}

/// Another thread is woken once for all who come and go in a turn, not for each.
void RoomHost::note(MemberEvent event)
{
    m_memberEvents.append(std::move(event));
    if (!std::exchange(m_turnAwaited, true) && !callAtTurnEnd(*this))
        QMetaObject::invokeMethod(this, &RoomHost::takeTurn, Qt::QueuedConnection);
}

void RoomHost::tellMembers()
{
    if (!m_memberEvents.isEmpty())
        Q_EMIT membersChanged(std::exchange(m_memberEvents, {}));
}

void RoomHost::takeTurn()
{
    m_turnAwaited = false;
    tellMembers();
}

void RoomHost::finish()
{
    m_run.reset();
    tellMembers();
    Q_EMIT stopped();
}

} // namespace confab
