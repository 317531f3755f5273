#include "core/link/networkbackend.h"

#include "core/link/passingconnection.h"
#include "core/link/sockettransport.h"
#include "core/link/tlstransport.h"

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

std::unique_ptr<Transport> makeTransport(PassingConnection &connection)
{
    std::unique_ptr<Transport> transport = makeTransport(connection.takeDescriptor());
    openssl::Session session = connection.takeSession();
    if (!transport || !session)
        return transport;
    return std::make_unique<TlsTransport>(std::move(transport), std::move(session));
}

} // namespace confab
