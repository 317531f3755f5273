#pragma once

#include "server/roomserver.h"

namespace confab {

/// What the window wants of the server: the policy as edited, and start, stop and restart with it. Shows
/// nothing itself.
class RoomControl : public QObject
{
    Q_OBJECT
public:
    /// @param server outlives this.
    RoomControl(RoomServer &server, const ServerPolicy &policy, QObject *parent = nullptr);

    /// As edited; the server's own is what it was started with.
    const ServerPolicy &policy() const { return m_policy; }
    /// Another address takes effect at once: a running server is restarted on it. A new origin, another PIN
    /// and bans too, without a restart. Everything else waits: see needsRestart().
    void setPolicy(const ServerPolicy &policy);

    bool isRunning() const;
    /// Whether the server runs with a policy that is not the edited one.
    bool needsRestart() const;

    void start();
    void stop();
    /// Stops, then starts with the edited policy; only starts if nothing runs.
    void restart();
    void allowOrigin(const QByteArray &origin);
    /// See RoomServer::setBannedAddresses(); until the program ends.
    void ban(const QHostAddress &address);

Q_SIGNALS:
    void policyChanged(const confab::ServerPolicy &policy);
    /// The server's state may be another now.
    void stateChanged();
    /// A restart that was asked for while the server ran is done.
    void restarted();

private:
    void serverListening();
    void serverStopped();

    RoomServer &m_server;
    ServerPolicy m_policy;
    bool m_startAgain = false;
    bool m_restarting = false;
};

} // namespace confab
