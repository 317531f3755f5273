#include "core/link/networkthread.h"

namespace confab {

NetworkThread::NetworkThread(const QString &name, QObject *parent)
    : QThread(parent)
{
    setObjectName(name);
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
