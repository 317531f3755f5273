#pragma once

#include <QObject>

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace confab {

/// Tasks from one thread for another, done in order on the thread that this lives on; one wake-up for all
/// that is posted before they are taken. Never refuses one: whoever posts learns that there is too much, and
/// is to hold back what it can.
class Mailbox final : public QObject
{
    Q_OBJECT
public:
    using Task = std::function<void()>;
    struct Letter
    {
        Task task;
        qint64 size; ///< octets of memory that it holds on to, roughly
    };

    /// How many octets may wait before whoever posts is to hold back.
    static constexpr qint64 bound = qint64(4) * 1024 * 1024;
    /// What a letter costs beside its octets, roughly.
    static constexpr qint64 letterOverhead = 256;

    /// @param relieved called on this thread when what waits has fallen to half the bound, after post() said
    /// that it was too much.
    explicit Mailbox(std::function<void()> relieved);

    /// From any thread. @return whether it is within the bound; if not, relieved() follows.
    bool post(Letter letter);
    bool post(std::vector<Letter> letters);

    /// Leaves tasks undone for the time being, or goes on. On this thread.
    void setHeld(bool held);
    /// Does now what was posted up to now, held or not. On this thread, not from inside a task.
    void empty();

private:
    bool settleLoad();
    void wake();
    void take();
    void drain();
    void doFirst();
    void relieve();

    const std::function<void()> m_relieved;
    std::mutex m_mutex;
    std::vector<Letter> m_posted; ///< guarded by the mutex
    std::deque<Letter> m_taken;
    std::atomic<qint64> m_load = 0;
    std::atomic<bool> m_reliefWanted = false;
    bool m_held = false;
};

} // namespace confab
