#include "ui/views/roomcontrol.h"

#include "server/limits.h"

#include <algorithm>

namespace confab {

RoomControl::RoomControl(RoomServer &server, const ServerPolicy &policy, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_policy(policy)
{
    connect(&server, &RoomServer::listening, this, &RoomControl::serverListening);
    connect(&server, &RoomServer::stopped, this, &RoomControl::serverStopped);
    connect(&server, &RoomServer::failed, this, [this] {
        m_restarting = false;
        Q_EMIT stateChanged();
    });
}

void RoomControl::setPolicy(const ServerPolicy &policy)
{
    const ServerPolicy before = std::exchange(m_policy, policy);
    Q_EMIT policyChanged(m_policy);
    if (!isRunning())
        return;
    if (policy.address != before.address) {
        restart();
        return;
    }
    m_server.setPin(policy.pin);
    m_server.setBannedAddresses(policy.bannedAddresses);
    for (const QByteArray &origin : policy.allowedOrigins) {
        if (!before.allowedOrigins.contains(origin))
            m_server.allowOrigin(origin);
    }
}

bool RoomControl::isRunning() const
{
    return m_server.state() == RoomServer::State::Starting ||
           m_server.state() == RoomServer::State::Listening;
}

bool RoomControl::needsRestart() const
{
    if (m_server.state() != RoomServer::State::Listening)
        return false;
    const ServerPolicy &running = m_server.policy();
    const bool originWithdrawn =
        std::ranges::any_of(running.allowedOrigins, [this](const QByteArray &origin) {
            return !m_policy.allowedOrigins.contains(origin);
        });
    const bool limitChanged = std::ranges::any_of(limitRules(), [this, &running](const LimitRule &rule) {
        return !rule.windowAlone && rule.value(running) != rule.value(m_policy);
    });
    return originWithdrawn || limitChanged || running.port != m_policy.port || running.tls != m_policy.tls ||
           running.deflate != m_policy.deflate || running.subprotocols != m_policy.subprotocols ||
           running.acceptUnknownSubprotocol != m_policy.acceptUnknownSubprotocol ||
           running.allowAnyOrigin != m_policy.allowAnyOrigin || running.historyFile != m_policy.historyFile;
}

void RoomControl::start()
{
    if (m_server.state() == RoomServer::State::Stopping)
        m_startAgain = true;
    else if (m_server.state() == RoomServer::State::Stopped)
        m_server.start(m_policy);
    Q_EMIT stateChanged();
}

void RoomControl::stop()
{
    m_startAgain = false;
    m_restarting = false;
    if (isRunning())
        m_server.stop();
    Q_EMIT stateChanged();
}

void RoomControl::restart()
{
    if (isRunning()) {
        m_startAgain = true;
        m_restarting = true;
        m_server.stop();
        Q_EMIT stateChanged();
    } else {
        start();
    }
}

void RoomControl::allowOrigin(const QByteArray &origin)
{
    if (origin.isEmpty() || m_policy.allowedOrigins.contains(origin))
        return;
    ServerPolicy policy = m_policy;
    policy.allowedOrigins.append(origin);
    setPolicy(policy);
}

void RoomControl::ban(const QHostAddress &address)
{
    if (address.isNull() || m_policy.bannedAddresses.contains(address))
        return;
    ServerPolicy policy = m_policy;
    policy.bannedAddresses.append(address);
    setPolicy(policy);
}

void RoomControl::serverListening()
{
    Q_EMIT stateChanged();
    if (std::exchange(m_restarting, false))
        Q_EMIT restarted();
}

void RoomControl::serverStopped()
{
    if (std::exchange(m_startAgain, false))
        m_server.start(m_policy);
    Q_EMIT stateChanged();
}

} // namespace confab
