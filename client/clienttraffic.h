#pragma once

#include "core/traffic/trafficlog.h"
#include "core/wire/messageassembler.h"

#include <memory>

namespace confab {

/// Writes what is seen on one client connection into the traffic log. Thread-safe as far as the log is.
class ClientTraffic
{
public:
    /// @param peer the server, as host:port.
    ClientTraffic(std::shared_ptr<TrafficLog> log, ConnectionId connection, QString peer);

    void request(const QByteArray &head);
    void response(const QByteArray &head, int status);
    void message(Direction direction, const Message &message);
    /// @param opcode Ping or Pong.
    void control(Direction direction, Opcode opcode, const QByteArray &payload);
    void close(Direction direction, const CloseStatus &status);
    void failure(WireError error);
    /// @param exceeded the bound of ours that the server exceeded, if that ended it.
    void ended(const CloseStatus &status, Bound exceeded = Bound::None);

private:
    TrafficRecord record(Direction direction, TrafficKind kind, const QByteArray &payload = {}) const;

    std::shared_ptr<TrafficLog> m_log;
    ConnectionId m_connection;
    QString m_peer;
};

} // namespace confab
