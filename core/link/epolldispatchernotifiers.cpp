#include "core/link/epolldispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <functional>
#include <utility>

// Qt's socket notifiers: level-triggered, and of up to three kinds for one descriptor.
namespace confab {

namespace {

quint32 interestOf(QSocketNotifier::Type type)
{
    switch (type) {
    case QSocketNotifier::Read:
        return EPOLLIN;
    case QSocketNotifier::Write:
        return EPOLLOUT;
    case QSocketNotifier::Exception:
        break;
    }
    return EPOLLPRI;
}

} // namespace

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Notifiers &notifiers = m_notifiers[descriptor];
    notifiers.byType[std::size_t(notifier->type())] = notifier;
    if (!std::exchange(notifiers.changed, true))
        m_changed.push_back(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto found = m_notifiers.find(descriptor);
    if (found == m_notifiers.end())
        return;
    Notifiers &notifiers = found->second;
    QSocketNotifier *&known = notifiers.byType[std::size_t(notifier->type())];
    if (known != notifier)
        return;
    known = nullptr;
    if (std::all_of(notifiers.byType.begin(), notifiers.byType.end(), std::logical_not<>())) {
        // At once: the descriptor may be closed next, and its number be given to another.
        if (notifiers.applied != 0)
            epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        m_notifiers.erase(found);
    } else if (!std::exchange(notifiers.changed, true)) {
        m_changed.push_back(descriptor);
    }
}

void EpollDispatcher::applyInterests()
{
    for (const int descriptor : std::exchange(m_changed, {}))
        applyInterest(descriptor);
}

void EpollDispatcher::applyInterest(int descriptor)
{
    const auto found = m_notifiers.find(descriptor);
    if (found == m_notifiers.end())
        return;
    Notifiers &notifiers = found->second;
    notifiers.changed = false;
    epoll_event event{};
    event.data.u64 = dataFor(descriptor);
    for (const QSocketNotifier *notifier : notifiers.byType) {
        if (notifier)
            event.events |= interestOf(notifier->type());
    }
    if (event.events == notifiers.applied)
        return;
    const int operation = notifiers.applied == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
    if (epoll_ctl(m_epoll, operation, descriptor, &event) == 0)
        notifiers.applied = event.events;
    else
        qWarning("Descriptor %d cannot be watched: %s", descriptor, std::strerror(errno));
}

int EpollDispatcher::activateNotifiers(int descriptor, quint32 events)
{
    constexpr quint32 ends = EPOLLERR | EPOLLHUP;
    int activated = 0;
    for (const QSocketNotifier::Type type :
         {QSocketNotifier::Read, QSocketNotifier::Write, QSocketNotifier::Exception}) {
        if (!(events & (interestOf(type) | ends)))
            continue;
        // One may have gone while another was told.
        const auto found = m_notifiers.find(descriptor);
        if (found == m_notifiers.end())
            break;
        if (QSocketNotifier *notifier = found->second.byType[std::size_t(type)]) {
            QEvent event(QEvent::SockAct);
            QCoreApplication::sendEvent(notifier, &event);
            ++activated;
        }
    }
    return activated;
}

} // namespace confab
