#pragma once

#include "core/link/networkthread.h"
#include "server/shard.h"

#include <functional>
#include <memory>

namespace confab {

/// A thread with a Shard, as the thread of the rooms has it: starts it, posts to it, and ends it. What is
/// posted is done there in order.
class RemoteShard final
{
public:
    struct Setup
    {
        LinkPolicy policy;
        MemberRates rates;
        std::shared_ptr<TrafficLog> log;
        Roster &roster;
        ShardListener &listener;
        /// Called when more waits for the shard than should, and when it does not any more: what comes in
        /// from elsewhere is to be held back so long.
        std::function<void()> pressureChanged;
    };

    /// What is referred to outlives this. @param number of the thread, for its name: the rooms' is 1.
    RemoteShard(int number, Setup setup);
    /// Cuts whoever is left there; waits for the thread.
    ~RemoteShard();
    Q_DISABLE_COPY_MOVE(RemoteShard)

    /// False if the system gave no thread: then nothing that is posted is done.
    bool isRunning() const { return m_thread.isRunning(); }

    /// Does something with the shard, on its thread. @param size octets that the task holds on to, roughly.
    void post(std::function<void(Shard &)> task, qint64 size = 0);

    /// More waits for it than should.
    bool isPressed() const { return m_pressed; }
    /// What its members say is left waiting for the time being, or taken again.
    void setReportsHeld(bool held) { m_reports.setHeld(held); }
    /// Takes what was reported up to now.
    void takeReports() { m_reports.empty(); }

    /// How many members were placed there and have not left.
    int memberCount() const { return m_memberCount; }
    void countMember(int difference) { m_memberCount += difference; }
    /// A number for a room's part there, never given again.
    quint64 nextPart() { return ++m_lastPart; }

private:
    void setPressed(bool pressed);

    const Setup m_setup;
    QObject m_here;    ///< on this thread, for what comes from there
    Mailbox m_reports; ///< likewise
    NetworkThread m_thread;
    std::unique_ptr<Mailbox> m_orders; ///< on the thread
    std::unique_ptr<Shard> m_shard;    ///< the thread's alone
    int m_memberCount = 0;
    quint64 m_lastPart = 0;
    bool m_pressed = false;
};

} // namespace confab
