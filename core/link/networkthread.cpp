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
}

} // namespace confab
