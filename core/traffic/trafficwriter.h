#pragma once

#include "core/link/readobserver.h"
#include "core/traffic/trafficclock.h"
#include "core/traffic/trafficlog.h"
#include "core/wire/endpoint.h"

#include <memory>
#include <optional>

namespace confab {

/// Whose traffic a record is about.
struct TrafficPeer
{
    ConnectionId connection = 0;
    QString name; ///< of a member, or its address before it has one; of a server, host:port/path
};

/// Writes down what the connections of one thread receive and send. Decides nothing. What is seen while a
/// link takes what it has read goes to the log at once when that ends, before anything is answered; all else
/// goes there as it is seen. For its thread alone, but for log() and isWatched().
class TrafficWriter final : public ReadObserver
{
public:
    /// @param source of all that it writes.
    explicit TrafficWriter(std::shared_ptr<TrafficLog> log, TrafficSource source = TrafficSource::Server);
    virtual ~TrafficWriter();

    const std::shared_ptr<TrafficLog> &log() const { return m_log; }
    /// Whether the log keeps anything; if not, what is expensive to tell need not be told.
    bool isWatched() const { return m_log->keepsRecords(); }

    /// A client sends it, and a server receives it.
    void request(const TrafficPeer &peer, const QByteArray &head);
    /// The other way round.
    void response(const TrafficPeer &peer, int status, const QByteArray &head);
    /// @param words the TLS library's; empty if the time was over.
    void tlsFailure(const TrafficPeer &peer, const QByteArray &words);
    void message(const TrafficPeer &peer, Direction direction, const MessageView &message);
    /// The message that was received last goes back to whoever sent it: its payload need not be kept twice.
    void sentBack(const TrafficPeer &peer, const MessageView &received, quint64 wireSize);
    /// A Ping or Pong. @param header here and below: of its frame, if that was seen.
    void control(const TrafficPeer &peer, Direction direction, Opcode opcode, const QByteArray &payload,
                 QByteArrayView header = {});
    void close(const TrafficPeer &peer, Direction direction, const CloseStatus &status,
               QByteArrayView header = {});
    /// @param atFault the octets that show it (EndpointEvent::payload).
    void failure(const TrafficPeer &peer, WireError error, const QByteArray &atFault);
    /// With what had come of a message before it, if one had not ended.
    void ended(const TrafficPeer &peer, const CloseOutcome &outcome);
    /// CLOSED without having been OPEN. @param cause why, by the connection's own numbers. @param status of
    /// the answer, if that is why. @param words the system's; may be empty.
    void neverOpened(const TrafficPeer &peer, quint8 cause, int status, const QByteArray &words);

    /// What was collected goes to the log now: before it is passed on to whoever writes to the log as well.
    void handOver();

    void readStarts() override { m_collecting = true; }
    void readEnds() override;

private:
    quint32 partyOf(const TrafficPeer &peer);
    void unfinished(const TrafficPeer &peer, const PartialMessage &partial);
    void append(TrafficFacts facts, const TrafficPeer &peer, const QByteArray &payload,
                const CloseStatus *close = nullptr, QByteArrayView header = {});
    void noteAppended()
    {
        if (!m_collecting || m_collected.isFull())
            handOver();
    }

    std::shared_ptr<TrafficLog> m_log;
    TrafficSource m_source;
    TrafficClock m_clock;
    TrafficBlock m_collected;
    TrafficPeer m_party; ///< the last one; held on to, so that no other name can come to lie where its is
    std::optional<quint32> m_partyIndex; ///< in m_collected, if it is there
    bool m_collecting = false;
    bool m_receivedIsLast = false; ///< of m_collected, and a message
};

/// One message to many: one record. @param wireSize the mean of its recipients.
void appendBroadcast(TrafficBlock &records, qint64 time, Opcode type, const QByteArray &payload,
                     int recipients, quint64 wireSize);

} // namespace confab
