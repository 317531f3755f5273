#pragma once

#include "core/link/turntask.h"

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include <sys/epoll.h>

namespace confab {

class EpollDispatcher;

/// Someone whose descriptor an EpollDispatcher watches.
class DescriptorHandler
{
public:
    /// @param events EPOLLIN, EPOLLOUT and so on; 0 if this was asked for with again(). May unwatch and
    /// destroy any handler, this one included.
    virtual void descriptorReady(quint32 events) = 0;

    /// The dispatcher's own note of where it has this one.
    struct Place
    {
        quint16 pending = 0;   ///< how often in what rounds have yet to deliver
        quint16 ready = 0;     ///< where in what the innermost round has from the system
        quint32 again = 0;     ///< where among those that again() was called for
        bool isWanted = false; ///< again() was called, and no round has it yet
    };
    Place place;

protected:
    DescriptorHandler() = default;
    ~DescriptorHandler() = default;
    Q_DISABLE_COPY_MOVE(DescriptorHandler)
};

/// Qt's event loop over Linux's epoll, for network threads with very many connections: the cost of a turn
/// does not grow with how many are watched. Does what QAbstractEventDispatcher asks for, and watches
/// descriptors of its own handlers edge-triggered, without a QSocketNotifier for each. All but wakeUp() and
/// interrupt() must be called on its thread.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    /// The one of the current thread; null if that has another kind.
    static EpollDispatcher *current();

    /// Tells the handler of all that becomes possible on the descriptor, once each (EPOLLET), until
    /// unwatch(). False if the system refuses.
    bool watch(int descriptor, DescriptorHandler &handler);
    void unwatch(int descriptor, DescriptorHandler &handler);
    /// Calls the handler in the next turn, whatever happens on its descriptor.
    void again(DescriptorHandler &handler);

    /// Calls the task once, when what this turn has to deliver is delivered, and before waiting in any case.
    void atTurnEnd(TurnTask &task) { m_tasks.push_back(&task); }
    void forget(TurnTask &task);

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    using Clock = std::chrono::steady_clock;

    /// The notifiers of one descriptor, by QSocketNotifier::Type.
    struct Notifiers
    {
        std::array<QSocketNotifier *, 3> byType{};
        quint32 applied = 0;  ///< what the system was told to watch for
        bool changed = false; ///< is in m_changed
    };
    struct Timer
    {
        int id = 0;
        std::chrono::milliseconds interval{0};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
        Clock::time_point due;
        bool delivering = false; ///< its event, just now; it is not in m_due then
    };

    /// One call of processEvents(), and what it has to deliver; calls may be nested.
    struct Round
    {
        Round *outer = nullptr;
        std::span<epoll_event> ready{};
        std::vector<DescriptorHandler *> again{};
    };

    /// Descriptors and handlers share the 64 bits that the system keeps with each watch; handlers are
    /// pointers to objects and so even.
    static constexpr quint64 descriptorTag = 1;
    static quint64 dataFor(int descriptor) { return (quint64(quint32(descriptor)) << 1) | descriptorTag; }

    /// Whether wakeUp() was called since this was asked last.
    bool takeWakeUp() { return m_wanted.load(std::memory_order_relaxed) && m_wanted.exchange(false); }
    void applyInterests();
    void applyInterest(int descriptor);
    static void countPending(const Round &round);
    int deliver(Round &round, bool withNotifiers);
    int activateNotifiers(int descriptor, quint32 events);
    void takeTurns();

    void queueTimer(const Timer &timer);
    void dequeueTimer(const Timer &timer);
    /// Whether the system ends a wait in time for the first timer.
    bool isTimerArmed() const { return m_timerAt <= m_firstDue; }
    void armTimer();
    int activateTimers();

    // What each turn looks at, close together.
    int m_epoll = -1;
    int m_wakeUp = -1;                  ///< an eventfd
    int m_timer = -1;                   ///< a timerfd, for the first in m_due
    std::atomic<bool> m_waits = false;  ///< wakeUp() has to write to it
    std::atomic<bool> m_wanted = false; ///< wakeUp() was called since posted events were sent last
    std::atomic<bool> m_interrupted = false;
    std::atomic<bool> m_observed = false; ///< someone is, or was, connected to awake() or aboutToBlock()
    /// There may be posted events that nobody wakes us for any more: from before this was the thread's
    /// dispatcher, and deletions, which wait for the loop that they were asked for in.
    bool m_postedLeft = true;
    Clock::time_point m_timerAt = Clock::time_point::max();  ///< when m_timer will be ready
    Clock::time_point m_firstDue = Clock::time_point::max(); ///< of m_due
    Round *m_round = nullptr;                                ///< the innermost
    std::vector<DescriptorHandler *> m_again;
    std::vector<TurnTask *> m_tasks;
    std::vector<int> m_changed; ///< descriptors whose interest is to be applied

    std::unordered_map<int, Notifiers> m_notifiers; ///< by descriptor
    std::map<int, Timer> m_timers;                  ///< by id
    std::set<std::pair<Clock::time_point, int>> m_due;
    std::atomic<quint64> m_wakeUps = 0; ///< that have returned
};

} // namespace confab
