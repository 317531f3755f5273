#pragma once

#include "core/traffic/trafficlog.h"
#include "core/wire/endpoint.h"

#include <memory>
#include <optional>

namespace confab {

/// Whose traffic a record is about.
struct TrafficPeer
{
    ConnectionId connection = 0;
    QString name; ///< the member's name, or the address before it has one
};

/// Writes down what the server's connections receive and send. Decides nothing. All functions are
/// thread-safe.
class ServerTraffic
{
public:
    explicit ServerTraffic(std::shared_ptr<TrafficLog> log);

    /// Whether the log keeps anything; if not, what is expensive to tell need not be told.
    bool isWatched() const { return m_log->keepsRecords(); }

    void request(const TrafficPeer &peer, const QByteArray &head);
    void response(const TrafficPeer &peer, int status, const QByteArray &head);
    /// @param words the TLS library's; empty if the time was over.
    void tlsFailure(const TrafficPeer &peer, const QByteArray &words);
    void message(const TrafficPeer &peer, Direction direction, const Message &message);
    /// One message to many: one record. @param wireSize the mean of its recipients.
    void broadcast(Opcode type, const QByteArray &payload, int recipients, quint64 wireSize);
    /// A Ping or Pong.
    void control(const TrafficPeer &peer, Direction direction, Opcode opcode, const QByteArray &payload);
    void close(const TrafficPeer &peer, Direction direction, const CloseStatus &status);
    void failure(const TrafficPeer &peer, WireError error);
    /// @param exceeded the bound that the peer exceeded, if that ended it.
    void ended(const TrafficPeer &peer, const CloseStatus &status, Bound exceeded = Bound::None);

private:
    void append(const TrafficPeer &peer, Direction direction, TrafficKind kind, const QByteArray &payload,
                TrafficRecord record = {}, std::optional<quint64> wireSize = {});

    std::shared_ptr<TrafficLog> m_log;
};

} // namespace confab
