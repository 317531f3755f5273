#include "server/roomhost.h"

#include "server/joinlinks.h"
#include "server/serverrun.h"

namespace confab {

RoomHost::RoomHost(std::shared_ptr<TrafficLog> log, std::shared_ptr<Roster> roster,
                   std::shared_ptr<Conversation> conversation)
    : m_roster(std::move(roster))
    , m_conversation(std::move(conversation))
    , m_traffic(std::move(log))
{}

RoomHost::~RoomHost() = default;

void RoomHost::start(const ServerPolicy &policy)
{
    m_run = std::make_unique<ServerRun>(policy, m_traffic, *m_roster, *m_conversation);
    connect(&m_run->lobby(), &Lobby::memberJoined, this, &RoomHost::memberJoined);
    connect(&m_run->lobby(), &Lobby::memberLeft, this, &RoomHost::memberLeft);
    connect(&m_run->refuser(), &Refuser::refused, this, &RoomHost::refused);
    // Queued: the run ends from inside a function of its own.
    connect(m_run.get(), &ServerRun::finished, this, &RoomHost::finish, Qt::QueuedConnection);
    if (const std::optional<ServerError> error = m_run->open()) {
        m_run.reset();
        Q_EMIT failed(*error);
        return;
    }
    Q_EMIT listening(m_run->port(),
                     joinLinks(policy.address, m_run->port(), networkAddresses(), policy.tls.isOn()),
                     m_run->fingerprint());
}

void RoomHost::stop()
{
    if (m_run)
        m_run->finish();
    else
        Q_EMIT stopped();
}

void RoomHost::allowOrigin(const QByteArray &origin)
{
    if (m_run)
        m_run->origins().allow(origin);
}

void RoomHost::say(const QString &room, const QString &text)
{
    if (m_run)
        m_run->lobby().say(room, text);
}

void RoomHost::withMember(quint64 id, const std::function<void(Member &)> &action)
{
    if (m_run)
        m_run->lobby().withMember(id, action);
}

void RoomHost::finish()
{
    m_run.reset();
    Q_EMIT stopped();
}

} // namespace confab
