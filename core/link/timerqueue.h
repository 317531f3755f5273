#pragma once

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <vector>

namespace confab {

class QueuedTimer;

/// Runs the single-shot timers of very many owners on one timer of the event loop. Lives on one thread.
class TimerQueue : public QObject
{
    Q_OBJECT
public:
    explicit TimerQueue(QObject *parent = nullptr);
    ~TimerQueue() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend class QueuedTimer;
    using TimePoint = std::chrono::steady_clock::time_point;
    void insert(QueuedTimer &timer);
    void remove(QueuedTimer &timer);
    void siftUp(std::size_t place);
    void siftDown(std::size_t place);
    void put(std::size_t place, QueuedTimer *timer);
    void wakeUpInTime();

    std::vector<QueuedTimer *> m_heap; ///< a binary heap, the earliest deadline first
    QBasicTimer m_timer;
    TimePoint m_wakesAt; ///< when m_timer does, if it is active
};

/// One single-shot timer of a queue. The callback may start, stop and destroy any timer of the queue, this
/// one included.
class QueuedTimer
{
public:
    /// @param queue outlives the timer.
    QueuedTimer(TimerQueue &queue, std::function<void()> callback);
    ~QueuedTimer() { stop(); }
    Q_DISABLE_COPY_MOVE(QueuedTimer)

    /// From now on, also if it was active. @param grain it may be late by less than that: timers of the same
    /// grain fire together, and wake the thread once.
    void start(std::chrono::nanoseconds delay, std::chrono::nanoseconds grain = std::chrono::nanoseconds(1));
    /// The first whole multiple of the grain, on the clock, that is not before.
    static std::chrono::steady_clock::time_point roundedUp(std::chrono::steady_clock::time_point deadline,
                                                           std::chrono::nanoseconds grain);
    void stop();
    bool isActive() const { return m_place != notQueued; }

private:
    friend class TimerQueue;
    static constexpr std::size_t notQueued = std::size_t(-1);

    TimerQueue &m_queue;
    std::function<void()> m_callback;
    TimerQueue::TimePoint m_deadline;
    std::size_t m_place = notQueued; ///< in the heap
};

} // namespace confab
