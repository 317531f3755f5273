#include "core/link/epolldispatcher.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>
#include <utility>

#include <sys/timerfd.h>

// The timers of the dispatcher: few, for links share one.
namespace confab {

using namespace std::chrono;

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    const Timer timer{timerId, milliseconds(interval), timerType, object,
                      Clock::now() + milliseconds(interval)};
    m_timers[timerId] = timer;
    queueTimer(timer);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto found = m_timers.find(timerId);
    if (found == m_timers.end())
        return false;
    dequeueTimer(found->second);
    m_timers.erase(found);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const QList<TimerInfo> timers = registeredTimers(object);
    for (const TimerInfo &timer : timers)
        unregisterTimer(timer.timerId);
    return !timers.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            timers.append(TimerInfo(id, int(timer.interval.count()), timer.type));
    }
    return timers;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto found = m_timers.find(timerId);
    if (found == m_timers.end())
        return -1;
    const auto left = ceil<milliseconds>(found->second.due - Clock::now());
    return int(std::max(left, milliseconds::zero()).count());
}

void EpollDispatcher::queueTimer(const Timer &timer)
{
    m_due.emplace(timer.due, timer.id);
    m_firstDue = m_due.begin()->first;
}

void EpollDispatcher::dequeueTimer(const Timer &timer)
{
    m_due.erase({timer.due, timer.id});
    m_firstDue = m_due.empty() ? Clock::time_point::max() : m_due.begin()->first;
}

/// Asks the system to end a wait in time for the first timer. Once for very many waits: one with a time-out
/// of its own costs the system a timer each time.
void EpollDispatcher::armTimer()
{
    const auto sinceStart = m_firstDue.time_since_epoch();
    const auto whole = duration_cast<seconds>(sinceStart);
    itimerspec time{};
    time.it_value = {time_t(whole.count()), long(nanoseconds(sinceStart - whole).count())};
    timerfd_settime(m_timer, TFD_TIMER_ABSTIME, &time, nullptr);
    m_timerAt = m_firstDue;
}

/// For when the system was not asked for the first timer, or has said that it is due.
int EpollDispatcher::activateTimers()
{
    const Clock::time_point now = Clock::now();
    // Each at most once, however short its interval.
    std::vector<int> due;
    for (auto next = m_due.begin(); next != m_due.end() && next->first <= now; ++next)
        due.push_back(next->second);
    int activated = 0;
    for (const int id : due) {
        const auto found = m_timers.find(id);
        // One may have been stopped, or started anew, by another.
        if (found == m_timers.end() || found->second.due > now)
            continue;
        // Not due again, and no reason to wake, while its event is delivered.
        Timer &timer = found->second;
        dequeueTimer(timer);
        timer.due = std::max(timer.due + timer.interval, now);
        timer.delivering = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        ++activated;
        const auto after = m_timers.find(id);
        if (after != m_timers.end() && std::exchange(after->second.delivering, false))
            queueTimer(after->second);
    }
    return activated;
}

} // namespace confab
