#pragma once

#include "core/chat/conversation.h"
#include "core/chat/memberinfo.h"
#include "core/traffic/trafficlog.h"
#include "server/joinlinkwatch.h"
#include "server/memberevent.h"
#include "server/refusal.h"
#include "server/roster.h"
#include "server/servererror.h"
#include "server/serverpolicy.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace confab {

class NetworkThread;
class RoomHost;

/// The life of one server, for the window and the terminal: start, stop, watch, speak, moderate. Lives on the
/// thread that made it; sockets, rooms and members live on a network thread of its own. All commands return
/// at once; what comes of them is signalled.
class RoomServer : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Starting, Listening, Stopping };
    Q_ENUM(State)

    /// @param conversation how much of what is said is kept for who asks conversation(). @param detail of
    /// roster().
    explicit RoomServer(std::shared_ptr<TrafficLog> log, ConversationLimits conversation = {},
                        Roster::Detail detail = Roster::Detail::Counters, QObject *parent = nullptr);
    /// Stops, waiting as long as stop() may take.
    ~RoomServer() override;

    State state() const;
    const ServerPolicy &policy() const;
    quint16 port() const; ///< while Listening
    /// http:// links that open the join page (https:// with TLS), the best one to share first, with the PIN
    /// if there is one; empty unless Listening.
    QStringList joinLinks() const;
    /// Of the certificate that TLS shows, see sha256Fingerprint(); empty without TLS and unless Listening.
    QByteArray fingerprint() const;

    /// While Listening: what is said is kept in the policy's file.
    bool keepsHistory() const;

    const std::shared_ptr<Roster> &roster() const;
    const std::shared_ptr<Conversation> &conversation() const;

    /// Stopped → Starting; then listening() or failed().
    void start(const ServerPolicy &policy);
    /// Members are closed with 1001 after what is queued for them; then stopped().
    void stop();

    /// Allows one more origin from now on.
    void allowOrigin(const QByteArray &origin);
    /// Asks those who join from now on for this PIN; empty: for none. Who is in stays.
    void setPin(const QByteArray &pin);
    /// Lets in nobody from these addresses, and closes who is here from there with 1008; those that are no
    /// more in the list may come again.
    void setBannedAddresses(const QList<QHostAddress> &addresses);
    /// The host says something in a room ("/" is the main one).
    void say(const QString &room, const QString &text);
    /// To one member alone: told, where it speaks confab.v1; verbatim to others.
    void sendText(quint64 member, const QString &text);
    /// To one member alone, verbatim.
    void sendBinary(quint64 member, const QByteArray &payload);
    void ping(quint64 member);
    void close(quint64 member, const confab::CloseStatus &status);
    /// Cuts the connection without a closing handshake.
    void kick(quint64 member);
    /// Asks for historyMeasured(); nothing comes where no history is kept, or as long as the disk does not
    /// answer.
    void measureHistory();

Q_SIGNALS:
    void listening();
    void failed(const confab::ServerError &error);
    void stopped();
    /// While Listening: a network has come or gone, or the PIN is another.
    void joinLinksChanged();
    /// @param count WebSocket connections after it.
    void memberJoined(const confab::MemberInfo &member, int count);
    /// It has another name than it joined with: confab.v1's hello gave it one.
    void memberNamed(const confab::MemberInfo &member, const QString &formerName, int count);
    void memberLeft(const confab::MemberInfo &member, int count);
    void refused(const confab::Refusal &refusal);
    /// While Listening: what is said is not kept in the policy's file any more.
    void historyFailed(const confab::ServerError &error);
    /// @param size octets that the history takes on the disk.
    void historyMeasured(qint64 size);

private:
    /// Runs something with the host, on its thread, after what was asked before.
    template <typename Action>
    void ask(Action action);
    void onListening(quint16 port, const QByteArray &fingerprint);
    void onFailed(const ServerError &error);
    void onStopped();
    void onHistoryFailed(const ServerError &error);
    void onMembersChanged(const QList<MemberEvent> &events);

    std::shared_ptr<TrafficLog> m_log;
    std::shared_ptr<Roster> m_roster;
    std::shared_ptr<Conversation> m_conversation;
    State m_state = State::Stopped;
    bool m_hasHistoryFailed = false; ///< in this run
    ServerPolicy m_policy;
    quint16 m_port = 0;
    JoinLinkWatch m_links;
    QByteArray m_fingerprint;
    std::unique_ptr<NetworkThread> m_thread;
    RoomHost *m_host = nullptr; ///< lives on the thread and is deleted as it ends
};

} // namespace confab
