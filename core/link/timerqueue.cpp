#include "core/link/timerqueue.h"

#include <utility>

namespace confab {

TimerQueue::TimerQueue(QObject *parent)
    : QObject(parent)
{}

TimerQueue::~TimerQueue()
{
    Q_ASSERT(m_heap.empty());
}

void TimerQueue::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    const TimePoint now = std::chrono::steady_clock::now();
    while (!m_heap.empty() && m_heap.front()->m_deadline <= now) {
        QueuedTimer &timer = *m_heap.front();
        remove(timer);
        // A copy, for the timer may be destroyed by it.
        const std::function<void()> callback = timer.m_callback;
        callback();
    }
    wakeUpInTime();
}

void TimerQueue::insert(QueuedTimer &timer)
{
    m_heap.push_back(nullptr);
    put(m_heap.size() - 1, &timer);
    siftUp(m_heap.size() - 1);
    if (m_heap.front() == &timer)
        wakeUpInTime();
}

void TimerQueue::remove(QueuedTimer &timer)
{
    const std::size_t place = std::exchange(timer.m_place, QueuedTimer::notQueued);
    QueuedTimer *last = m_heap.back();
    m_heap.pop_back();
    if (last == &timer)
        return;
    put(place, last);
    siftUp(place);
    siftDown(last->m_place);
}

void TimerQueue::siftUp(std::size_t place)
{
    QueuedTimer *timer = m_heap[place];
    while (place > 0) {
        const std::size_t above = (place - 1) / 2;
        if (m_heap[above]->m_deadline <= timer->m_deadline)
            break;
        put(place, m_heap[above]);
        place = above;
    }
    put(place, timer);
}

void TimerQueue::siftDown(std::size_t place)
{
    QueuedTimer *timer = m_heap[place];
    for (;;) {
        std::size_t below = 2 * place + 1;
        if (below >= m_heap.size())
            break;
        if (below + 1 < m_heap.size() && m_heap[below + 1]->m_deadline < m_heap[below]->m_deadline)
            ++below;
        if (timer->m_deadline <= m_heap[below]->m_deadline)
            break;
        put(place, m_heap[below]);
        place = below;
    }
    put(place, timer);
}

void TimerQueue::put(std::size_t place, QueuedTimer *timer)
{
    m_heap[place] = timer;
    timer->m_place = place;
}

/// Asks the event loop for a call by the earliest deadline. A timer that is stopped, as most are, leaves its
/// call alone.
void TimerQueue::wakeUpInTime()
{
    if (m_heap.empty())
        return;
    const TimePoint deadline = m_heap.front()->m_deadline;
    if (m_timer.isActive() && m_wakesAt <= deadline)
        return;
    m_wakesAt = deadline;
    const auto delay =
        std::max(std::chrono::nanoseconds::zero(), deadline - std::chrono::steady_clock::now());
    m_timer.start(int(std::chrono::ceil<std::chrono::milliseconds>(delay).count()), Qt::PreciseTimer, this);
}

QueuedTimer::QueuedTimer(TimerQueue &queue, std::function<void()> callback)
    : m_queue(queue)
    , m_callback(std::move(callback))
{}

void QueuedTimer::start(std::chrono::nanoseconds delay, std::chrono::nanoseconds grain)
{
    stop();
    m_deadline = roundedUp(std::chrono::steady_clock::now() + delay, grain);
    m_queue.insert(*this);
}

std::chrono::steady_clock::time_point QueuedTimer::roundedUp(std::chrono::steady_clock::time_point deadline,
                                                             std::chrono::nanoseconds grain)
{
    const auto beyond = deadline.time_since_epoch() % grain;
    return beyond > beyond.zero() ? deadline + (grain - beyond) : deadline;
}

void QueuedTimer::stop()
{
    if (isActive())
        m_queue.remove(*this);
}

} // namespace confab
