#include "core/link/networkthread.h"

#include "core/link/networkbackend.h"

#include <QAbstractEventDispatcher>

#include <pthread.h>

namespace confab {

NetworkThread::NetworkThread(const QString &name, QObject *parent)
    : QThread(parent)
{
    setObjectName(name);
    if (auto dispatcher = makeNetworkDispatcher())
        setEventDispatcher(dispatcher.release());
    start();
}

NetworkThread::~NetworkThread()
{
    quit();
    wait();
    m_end.wait();
    delete eventDispatcher(); // QThread does where it could be started
}

void NetworkThread::run()
{
    m_end.watchCurrentThread();
    // Nobody cancels this thread. The C library, which makes ready to be around each call that may wait, has
    // nothing to do where a thread might be cancelled anywhere; and this cannot be at all.
    setTerminationEnabled(false);
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, nullptr);
    exec();
}

} // namespace confab
