#include "core/link/networkbackend.h"

#include "core/link/sockettransport.h"

#ifdef Q_OS_LINUX
#include "core/link/descriptortransport.h"
#endif

#include <QAbstractEventDispatcher>
#include <QTcpSocket>

#include <unistd.h>

namespace confab {

std::unique_ptr<QAbstractEventDispatcher> makeNetworkDispatcher()
{
#ifdef Q_OS_LINUX
    return std::make_unique<EpollDispatcher>();
#else
    return nullptr;
#endif
}

bool callAtTurnEnd([[maybe_unused]] TurnTask &task)
{
#ifdef Q_OS_LINUX
    if (EpollDispatcher *dispatcher = EpollDispatcher::current()) {
        dispatcher->atTurnEnd(task);
        return true;
    }
#endif
    return false;
}

void forgetAtTurnEnd([[maybe_unused]] TurnTask &task)
{
#ifdef Q_OS_LINUX
    if (EpollDispatcher *dispatcher = EpollDispatcher::current())
        dispatcher->forget(task);
#endif
}

std::unique_ptr<Transport> makeTransport(qintptr descriptor)
{
#ifdef Q_OS_LINUX
    if (EpollDispatcher *dispatcher = EpollDispatcher::current())
        return std::make_unique<DescriptorTransport>(int(descriptor), *dispatcher);
#endif
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        return nullptr;
    }
    return std::make_unique<SocketTransport>(std::move(socket));
}

} // namespace confab
