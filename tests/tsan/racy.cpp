// A race like one of ours would be: a value that two threads write, though one of them was posted an event.
// ThreadSanitizer has to see it.
#include "core/link/networkthread.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int value = 0;
    {
        QObject object;
        confab::NetworkThread thread(QStringLiteral("racy"));
        object.moveToThread(&thread);
        QMetaObject::invokeMethod(
            &object, [&value] { ++value; }, Qt::QueuedConnection);
        QThread::msleep(100);
        ++value;
    }
    return value == 2 ? 0 : 1;
}
