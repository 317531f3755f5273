#pragma once

#include "core/link/readobserver.h"
#include "core/link/sendring.h"
#include "core/link/timerqueue.h"
#include "core/link/turntask.h"
#include "core/link/unfinishedmessages.h"
#include "core/wire/endpoint.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace confab {

class Link;

/// Something that collects what it has for links within one turn of the event loop.
class TurnBatch
{
public:
    /// Hands out what was collected. Called before a link queues anything else, and when the turn ends.
    virtual void settle() = 0;

protected:
    TurnBatch() = default;
    ~TurnBatch() = default;
    Q_DISABLE_COPY_MOVE(TurnBatch)
};

/// What the links of one thread share: their turns (however much is queued within a turn of the event loop,
/// it takes one call at its end, and each link writes once), their timers, and the memory to read into. Owns
/// no link.
class LinkLoop : public QObject, private TurnTask
{
    Q_OBJECT
public:
    /// How much is read at once, in octets.
    static constexpr std::size_t readSize = std::size_t(256) * 1024;

    explicit LinkLoop(QObject *parent = nullptr);
    ~LinkLoop() override;

    TimerQueue &timers() { return m_timers; }

    /// The batch has something: it is settled once, at the latest when the turn ends.
    void collect(TurnBatch &batch);
    /// The batch is being destroyed.
    void forget(TurnBatch &batch);
    /// Whether something was collected and not handed out yet.
    bool hasCollected() const { return !m_batches.empty(); }
    /// Settles all batches, so that what is queued next stays behind what was collected.
    void settle()
    {
        if (hasCollected())
            settleAll();
    }

    /// For what many links are about to send; null where there is nothing of the kind, or no more. Made when
    /// it is first asked for.
    SendRing *sendRing();

    /// Null for none; outlives the loop's links.
    void setReadObserver(ReadObserver *observer) { m_readObserver = observer; }

    /// Holds back, or resumes, the reading of all links, for a receiver that cannot keep up: their peers wait
    /// then, and their silence is nothing against them.
    void holdReading(bool held);
    bool isReadingHeld() const { return m_readingHeld; }

private:
    friend class Link;
    void scheduleFlush(Link &link); ///< once until its flush
    void scheduleRead(Link &link);  ///< once until its read turn
    void cancel(Link &link);        ///< it is being destroyed
    UnfinishedMessages &unfinished() { return m_unfinished; }
    /// Whether what was collected is being handed out at the end of the turn: nothing comes behind it, so
    /// that it need not wait in a queue.
    bool isTurnEnding() const { return m_turnEnding; }
    std::span<char> buffer() { return m_buffer; }
    std::vector<EndpointEvent> &events() { return m_events; }
    /// Memory for what a link answers while it reads; null while another one has it.
    QByteArray *lendReplies() { return std::exchange(m_repliesLent, true) ? nullptr : &m_replies; }
    void takeRepliesBack() { m_repliesLent = false; }

    void noteReadStarts()
    {
        if (m_readObserver)
            m_readObserver->readStarts();
    }
    void noteReadEnds()
    {
        if (m_readObserver)
            m_readObserver->readEnds();
    }

    void post();
    void settleAll();
    void takeTurn() override;

    TimerQueue m_timers;
    std::vector<char> m_buffer;
    std::vector<EndpointEvent> m_events; ///< of the octets that one link takes just now
    QByteArray m_replies;                ///< empty but while a link reads
    bool m_repliesLent = false;
    UnfinishedMessages m_unfinished;
    std::vector<TurnBatch *> m_batches;
    std::optional<std::unique_ptr<SendRing>> m_sendRing;
    std::deque<Link *> m_flushes; ///< a link that was destroyed while it waited is null
    std::deque<Link *> m_reads;   ///< likewise
    ReadObserver *m_readObserver = nullptr;
    bool m_posted = false;
    bool m_turnEnding = false;
    bool m_readingHeld = false;
};

} // namespace confab
