#pragma once

#include "core/link/boundedwriter.h"
#include "core/link/keepalive.h"
#include "core/link/linkpolicy.h"
#include "core/link/prefetch.h"
#include "core/link/roundtripclock.h"
#include "core/link/timerqueue.h"
#include "core/link/transport.h"

#include <memory>
#include <optional>

namespace confab {

class LinkLoop;

/// Who is told what happens on a link, on its thread. May call close(), abort() and the send functions of the
/// link from inside, but must not destroy it there.
class LinkListener
{
public:
    /// The view is one of memory that will be used again when this returns.
    virtual void linkReceivedMessage(const MessageView &message) = 0;
    /// @param header here and below: of its frame, as it came.
    virtual void linkReceivedPing(const QByteArray &payload, QByteArrayView header) = 0;
    /// A Ping or the Pong that answers the peer's was queued.
    virtual void linkSentControl(Opcode opcode, const QByteArray &payload) = 0;
    virtual void linkReceivedPong(const QByteArray &payload, QByteArrayView header) = 0;
    /// The peer that Link::probe() has asked is there.
    virtual void linkAnswered() {}
    virtual void linkReceivedClose(const CloseStatus &status, QByteArrayView header) = 0;
    virtual void linkSentClose(const CloseStatus &status) = 0;
    /// The peer broke a rule; a Close that names it was queued. @param atFault the octets that show it
    /// (EndpointEvent::payload).
    virtual void linkFailed(WireError error, const QByteArray &atFault) = 0;
    /// The queue passed its bound; the peer is being closed with 1013.
    virtual void linkOverflowed(qsizetype queuedSize) = 0;
    virtual void linkStateChanged(ReadyState state) = 0;
    /// The last call of all, once, after linkStateChanged(Closed).
    virtual void linkClosed(const CloseOutcome &outcome) = 0;

protected:
    LinkListener() = default;
    ~LinkListener() = default;
    Q_DISABLE_COPY_MOVE(LinkListener)
};

/// One live WebSocket connection after its opening handshake: an Endpoint on a Transport, with a bounded
/// outgoing queue that is written once per turn of the event loop, keep-alive pings, and the clock of the
/// closing handshake. Knows nothing of rooms. Lives on the thread of its transport.
class Link final : private TransportListener
{
public:
    /// @param loop of this thread, outlives the link, as the listener does.
    Link(std::unique_ptr<Transport> transport, Role role, const LinkPolicy &policy, LinkLoop &loop,
         LinkListener &listener);
    virtual ~Link();

    /// The opening handshake is done: OPEN. @param alreadyReceived octets that came right behind the head.
    /// @param deflate what was agreed on for permessage-deflate, if it was.
    void open(QByteArrayView alreadyReceived = {}, const std::optional<DeflateParameters> &deflate = {});

    ReadyState readyState() const;

    /// Queues one message. @return how many octets its payload takes on the wire; nothing if not OPEN, or if
    /// the queue is past its bound; the listener is told of an overflow in the next turn of the event loop.
    std::optional<quint64> sendText(QByteArrayView utf8);
    std::optional<quint64> sendBinary(QByteArrayView payload);
    /// The same for either, not compressed even where that was agreed on.
    std::optional<quint64> sendUncompressed(Opcode opcode, QByteArrayView payload);
    /// Queues one Ping (payload at most 125 octets, longer ones are cut). False where the above is nothing.
    bool sendPing(QByteArrayView payload = {});
    /// Asks a peer that may be lost, and is not to be waited for as long as keep-alive does: it is pinged
    /// now. The listener is told when it answers; without a sign of life within probeTimeout it counts as
    /// lost. Nothing if not OPEN, or if it is being asked already.
    void probe();
    /// Queues whole frames that are already encoded, without copying them: for a server's broadcast. False as
    /// above. Compressed ones must refer to no message before, and our side must be without context takeover.
    bool sendEncoded(const QByteArray &frames);

    /// Has these sent by the ring with what others are to get, if the next call of this link, which must be
    /// sendEncoded() with the same, would send them at once.
    void sendAhead(QByteArrayView frames, SendRing &ring);

    /// Fetches into the processor's caches what sendEncoded() will touch of this, but for the transport.
    void prefetch() const
    {
        m_writer.prefetch();
        confab::prefetch(&m_endpoint);
    }
    /// Where that is.
    const void *transportAddress() const { return m_transport.get(); }

    /// Starts the closing handshake behind what is queued (RFC 6455 §7.1.2). Nothing if it has begun already.
    /// @param exceeded the bound that the peer exceeded, if that is why.
    void close(const CloseStatus &status, Bound exceeded = Bound::None);
    /// Cuts the connection: CLOSED 1006 unless the peer's Close had arrived.
    void abort();
    /// Both at once, for who cannot wait for an answer: the peer is told why if the system takes it now.
    void cut(const CloseStatus &status, Bound exceeded = Bound::None);

    /// Holds reading back, or resumes it, for a receiver that cannot keep up: the peer waits then, and is not
    /// pinged.
    void setReadingHeld(bool held);

    /// As Endpoint::lastSentHeader(): until something else is sent, that of what the listener is told of, or
    /// of what sendText() or sendBinary() took.
    QByteArrayView lastSentHeader() const { return m_endpoint.lastSentHeader(); }

    /// Octets queued and not yet accepted by the system; what the HTML standard calls bufferedAmount.
    qsizetype bufferedAmount() const;
    /// What is held against the bound of the queue: bufferedAmount(), and what its frames take in memory.
    qsizetype queueLoad() const;
    /// The time from the last answered ping to its Pong; negative while none was answered.
    std::chrono::microseconds roundTripTime() const;

private:
    friend class LinkLoop;
    void flush();    ///< writes the queue
    void readTurn(); ///< reads what has arrived, for as long as it is this link's turn

    void transportReadable() override { readTurn(); }
    void transportWritable() override;
    void transportEnded(TransportEnd) override { finish(); }

    bool maySend() const;
    bool sendsAtOnce() const;
    std::optional<quint64> send(Opcode opcode, QByteArrayView payload);
    std::optional<quint64> passThrough(QByteArrayView header, QByteArrayView payload);
    bool enqueue(QByteArray frame);
    void closeOverflowed();

    qint64 readSome(std::span<char> buffer, int &looks);
    void receive(std::span<char> octets);
    void receiveEach(std::span<char> octets);
    void settleBeforeClose();
    void handle(const EndpointEvent &event);
    void queueReplies();
    void resumeReading();
    void noteUnfinished();
    void giveUpUnfinished();
    void forgetUnfinished();

    void startKeepAlive();
    void checkKeepAlive();
    void endProbe();
    bool hasAcknowledged() const;
    void announce();
    void startClosingTimer();
    void prolongClosing();
    void closingTimeIsOver();
    void finish();

    LinkPolicy m_policy;
    LinkListener &m_listener;
    std::unique_ptr<Transport> m_transport;
    std::chrono::microseconds m_roundTripTime{-1};
    BoundedWriter m_writer; // its end, the loop and the endpoint's beginning are what a broadcast needs
    LinkLoop &m_loop;
    Endpoint m_endpoint;
    KeepAlive m_keepAlive;
    QueuedTimer m_keepAliveTimer;
    RoundTripClock m_roundTripClock;
    QueuedTimer m_closingTimer;
    TcpProgress m_progress; ///< at the last Ping; since the grace of a peer that overflowed: as it was last
    std::chrono::steady_clock::time_point m_graceEnds; ///< of a peer that overflowed, however much it reads
    qint64 m_inflated = 0; ///< octets of messages in this turn, but for those that came whole and as they are
    Bound m_exceeded = Bound::None;
    ReadyState m_announcedState = ReadyState::Connecting;
    bool m_flushScheduled = false; ///< the loop's
    bool m_readScheduled = false;  ///< likewise
    bool m_reading = false;        ///< within readTurn() or open()
    bool m_probing = false;
    bool m_readingHeld = false;
    bool m_readingPaused = false; ///< until the queue of replies is shorter
    bool m_closeWaits = false;    ///< the endpoint's Close is about to be queued
    bool m_closeQueued = false;   ///< it was
    bool m_closeSentAnnounced = false;
    bool m_writingEnded = false;
    bool m_finished = false;
    bool m_unfinishedNoted = false; ///< the loop counts what has arrived of a message
};

} // namespace confab
