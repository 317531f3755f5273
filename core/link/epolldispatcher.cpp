#include "core/link/epolldispatcher.h"

#include <QCoreApplication>
#include <QMetaMethod>

#include <algorithm>
#include <utility>

#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace confab {

namespace {

constexpr int maxEvents = 512;

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))
{
    // Edge-triggered, so that nobody need read them.
    const auto watchOwn = [this](int descriptor) {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLET;
        event.data.u64 = dataFor(descriptor);
        return descriptor >= 0 && epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
    };
    if (m_epoll < 0 || !watchOwn(m_wakeUp) || !watchOwn(m_timer))
        qFatal("There is no descriptor left for an event loop.");
}

EpollDispatcher::~EpollDispatcher()
{
    // After the last wakeUp() of any thread: QThread::exit() calls it under the lock that the thread's end
    // takes.
    m_wakeUps.load(std::memory_order_acquire);
    close(m_timer);
    close(m_wakeUp);
    close(m_epoll);
}

EpollDispatcher *EpollDispatcher::current()
{
    QAbstractEventDispatcher *const dispatcher = QAbstractEventDispatcher::instance();
    // Asked for in each turn, and final: there is no need to search among ancestors.
    return dispatcher && dispatcher->metaObject() == &staticMetaObject
               ? static_cast<EpollDispatcher *>(dispatcher)
               : nullptr;
}

bool EpollDispatcher::watch(int descriptor, DescriptorHandler &handler)
{
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &handler;
    return epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void EpollDispatcher::unwatch(int descriptor, DescriptorHandler &handler)
{
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    DescriptorHandler::Place &place = handler.place;
    if (std::exchange(place.isWanted, false))
        m_again[place.again] = nullptr;
    // What is about to be delivered may be for it, mostly of one round alone, where its place is known.
    if (m_round && place.ready < m_round->ready.size()) {
        epoll_event &event = m_round->ready[place.ready];
        if (event.data.ptr == &handler && event.events != 0) {
            event.events = 0;
            --place.pending;
        }
    }
    if (m_round && place.again < m_round->again.size() && m_round->again[place.again] == &handler) {
        m_round->again[place.again] = nullptr;
        --place.pending;
    }
    if (std::exchange(place.pending, quint16(0)) == 0)
        return;
    for (Round *round = m_round; round; round = round->outer) {
        for (epoll_event &event : round->ready) {
            if (event.data.ptr == &handler)
                event.events = 0;
        }
        std::replace(round->again.begin(), round->again.end(), &handler,
                     static_cast<DescriptorHandler *>(nullptr));
    }
}

void EpollDispatcher::again(DescriptorHandler &handler)
{
    if (std::exchange(handler.place.isWanted, true))
        return;
    handler.place.again = quint32(m_again.size());
    m_again.push_back(&handler);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    Round round{m_round};
    m_round = &round;
    if (round.outer)
        m_timerAt = Clock::time_point::max(); // that it was ready may have been told to the outer call
    // Whoever calls once wants back when something was done; exec() comes again anyway.
    const bool isOnce = !(flags & QEventLoop::EventLoopExec);
    if (m_observed)
        Q_EMIT awake();
    // Qt calls wakeUp() for each event that is posted.
    const bool wasWanted = takeWakeUp();
    if (wasWanted || m_postedLeft) {
        m_postedLeft = false;
        QCoreApplication::sendPostedEvents();
    }
    if (!m_tasks.empty())
        takeTurns();
    if (!m_changed.empty())
        applyInterests();

    // Taken here alone: an interrupt() that comes before this call, too, is one to come back for.
    const bool mayWait = !m_interrupted.exchange(false) && (flags & QEventLoop::WaitForMoreEvents) &&
                         !(wasWanted && isOnce) && m_again.empty() && m_tasks.empty();
    if (mayWait) {
        if (m_observed)
            Q_EMIT aboutToBlock();
        m_waits = true; // and only then is m_wanted read: either we see it, or wakeUp() sees us wait
    }
    std::array<epoll_event, maxEvents> events;
    const int wait = mayWait && !m_wanted ? -1 : 0;
    if (wait != 0 && !isTimerArmed())
        armTimer();
    const int count = epoll_wait(m_epoll, events.data(), maxEvents, wait);
    m_waits.store(false, std::memory_order_relaxed);
    if (mayWait && m_observed)
        Q_EMIT awake();

    round.ready = std::span(events).first(std::size_t(std::max(count, 0)));
    round.again.swap(m_again);
    countPending(round);
    // What was posted while this waited comes before what arrived then, as it did happen first.
    if (takeWakeUp())
        QCoreApplication::sendPostedEvents();
    int delivered = deliver(round, !(flags & QEventLoop::ExcludeSocketNotifiers));
    if (!(flags & QEventLoop::X11ExcludeTimers) && !isTimerArmed())
        delivered += activateTimers();
    if (!m_tasks.empty())
        takeTurns();
    m_round = round.outer;
    // Only what the innermost loop may delete was deleted.
    if (isOnce || m_round)
        m_postedLeft = true;
    return delivered > 0;
}

void EpollDispatcher::forget(TurnTask &task)
{
    std::erase(m_tasks, &task);
}

/// A task that asks again while it is called has its turn at the next end.
void EpollDispatcher::takeTurns()
{
    for (std::size_t count = m_tasks.size(); count > 0 && !m_tasks.empty(); --count) {
        TurnTask *task = m_tasks.front();
        m_tasks.erase(m_tasks.begin());
        task->takeTurn();
    }
}

/// So that unwatch() need not look through the rounds for those who are in none.
void EpollDispatcher::countPending(const Round &round)
{
    for (DescriptorHandler *handler : round.again) {
        if (!handler) // it has left
            continue;
        handler->place.isWanted = false;
        ++handler->place.pending;
    }
    for (quint16 index = 0; const epoll_event &event : round.ready) {
        if (!(event.data.u64 & descriptorTag)) {
            auto &place = static_cast<DescriptorHandler *>(event.data.ptr)->place;
            ++place.pending;
            place.ready = index;
        }
        ++index;
    }
}

int EpollDispatcher::deliver(Round &round, bool withNotifiers)
{
    int delivered = 0;
    for (std::size_t i = 0; i < round.again.size(); ++i) {
        if (DescriptorHandler *handler = std::exchange(round.again[i], nullptr)) {
            --handler->place.pending;
            handler->descriptorReady(0);
            ++delivered;
        }
    }
    for (epoll_event &event : round.ready) {
        const quint32 events = event.events;
        const quint64 data = event.data.u64;
        event.events = 0;
        if (events == 0)
            continue;
        if (!(data & descriptorTag)) {
            auto *handler = static_cast<DescriptorHandler *>(event.data.ptr);
            --handler->place.pending;
            handler->descriptorReady(events);
            ++delivered;
        } else if (data == dataFor(m_timer)) {
            m_timerAt = Clock::time_point::max();
        } else if (withNotifiers) {
            delivered += activateNotifiers(int(data >> 1), events);
        }
    }
    return delivered;
}

/// Signals that nobody is connected to cost more than a wake-up does.
void EpollDispatcher::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&QAbstractEventDispatcher::awake) ||
        signal == QMetaMethod::fromSignal(&QAbstractEventDispatcher::aboutToBlock))
        m_observed = true;
}

void EpollDispatcher::wakeUp()
{
    m_wanted = true;
    if (m_waits) {
        // Each write wakes, whether it is read or not.
        const quint64 one = 1;
        [[maybe_unused]] const ssize_t written = write(m_wakeUp, &one, sizeof one);
    }
    m_wakeUps.fetch_add(1, std::memory_order_release);
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace confab
