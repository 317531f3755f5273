#include "core/link/networkthread.h"

#include "core/link/networkbackend.h"

#include <QAbstractEventDispatcher>

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
}

void NetworkThread::run()
{
    m_end.watchCurrentThread();
    exec();
}

} // namespace confab
