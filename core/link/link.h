#pragma once

#include "core/link/boundedwriter.h"
#include "core/link/keepalive.h"
#include "core/link/linkpolicy.h"
#include "core/link/roundtripclock.h"
#include "core/link/transport.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace confab {

class FlushScheduler;

/// One live WebSocket connection after its opening handshake: an Endpoint on a Transport, with a bounded
/// outgoing queue that is written once per turn of the event loop, keep-alive pings, and the clock of the
/// closing handshake. Knows nothing of rooms. Lives on the thread of its transport. Slots connected to its
/// signals may call close(), abort() and the send functions, and may schedule its deletion with
/// deleteLater(), but must not delete it.
class Link : public QObject
{
    Q_OBJECT
public:
    /// @param scheduler writes the queues of all links of this thread once per turn; outlives the link.
    Link(std::unique_ptr<Transport> transport, Role role, LinkPolicy policy, FlushScheduler &scheduler,
         QObject *parent = nullptr);
    ~Link() override;

    /// The opening handshake is done: OPEN. @param alreadyReceived octets that came right behind the head.
    /// @param deflate what was agreed on for permessage-deflate, if it was.
    void open(QByteArrayView alreadyReceived = {}, const std::optional<DeflateParameters> &deflate = {});

    ReadyState readyState() const;

    /// Queues one message. @return how many octets its payload takes on the wire; nothing if not OPEN, or if
    /// the queue is past its bound; queueOverflowed() then comes with the next turn of the event loop.
    std::optional<quint64> sendText(QByteArrayView utf8);
    std::optional<quint64> sendBinary(QByteArrayView payload);
    /// Queues one Ping (payload at most 125 octets, longer ones are cut). False where the above is nothing.
    bool sendPing(QByteArrayView payload = {});
    /// Queues a frame that is already encoded, without copying it: for a server's broadcast. False as above.
    /// A compressed one must refer to no message before it, and our side must be without context takeover.
    bool sendEncoded(const QByteArray &frame);

    /// Starts the closing handshake behind what is queued (RFC 6455 §7.1.2). Nothing if it has begun already.
    /// @param exceeded the bound that the peer exceeded, if that is why.
    void close(const CloseStatus &status, Bound exceeded = Bound::None);
    /// Cuts the connection: CLOSED 1006 unless the peer's Close had arrived.
    void abort();

    /// Holds reading back, or resumes it, for a receiver that cannot keep up: the peer waits then, and is not
    /// pinged.
    void setReadingHeld(bool held);

    /// Octets queued and not yet accepted by the system; what the HTML standard calls bufferedAmount.
    qsizetype bufferedAmount() const;
    /// The time from the last answered ping to its Pong; negative while none was answered.
    std::chrono::microseconds roundTripTime() const;

Q_SIGNALS:
    void messageReceived(const confab::Message &message);
    void pingReceived(const QByteArray &payload);
    /// A Ping or the Pong that answers the peer's was queued.
    void controlSent(confab::Opcode opcode, const QByteArray &payload);
    void pongReceived(const QByteArray &payload);
    void closeReceived(const confab::CloseStatus &status);
    void closeSent(const confab::CloseStatus &status);
    /// The peer broke a rule; a Close that names it was queued.
    void failed(confab::WireError error);
    /// The queue passed its bound; the peer is being closed with 1013.
    void queueOverflowed(qsizetype queuedSize);
    void readyStateChanged(confab::ReadyState state);
    /// Last signal of all, once, after readyStateChanged(Closed).
    void closed(const confab::CloseOutcome &outcome);

private:
    friend class FlushScheduler;
    void flush(); ///< writes the queue; called by the scheduler

    bool maySend() const;
    std::optional<quint64> send(Opcode opcode, QByteArrayView payload);
    bool enqueue(QByteArray frame);
    void closeOverflowed();
    void cutSilent();

    void postReadTurn();
    void readTurn();
    void receive(std::span<char> octets);
    void handle(const EndpointEvent &event);
    void queueReplies();
    void resumeReading();

    void announce();
    void startClosingTimer();
    void finish();

    LinkPolicy m_policy;
    FlushScheduler &m_scheduler;
    std::unique_ptr<Transport> m_transport;
    Endpoint m_endpoint;
    BoundedWriter m_writer;
    KeepAlive m_keepAlive;
    RoundTripClock m_roundTripClock;
    std::chrono::microseconds m_roundTripTime{-1};
    QTimer m_closingTimer;
    Bound m_exceeded = Bound::None;
    ReadyState m_announcedState = ReadyState::Connecting;
    bool m_flushScheduled = false; ///< the scheduler's
    bool m_readPosted = false;
    bool m_reading = false; ///< within readTurn() or open()
    bool m_readingHeld = false;
    bool m_readingPaused = false; ///< until the queue of replies is shorter
    bool m_closeSentAnnounced = false;
    bool m_writingEnded = false;
    bool m_finished = false;
};

} // namespace confab
