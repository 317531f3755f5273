#include "core/link/networkbackend.h"
#include "core/link/networkthread.h"
#include "core/link/sockettransport.h"

#include <QAbstractEventDispatcher>
#include <QSemaphore>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

class TestNetworkBackend : public QObject
{
    Q_OBJECT

private slots:
    void transportsSuitTheThread()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        QTcpSocket peer;
        peer.connectToHost(server.serverAddress(), server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        const auto transportIsSocketTransport = [&accepted] {
            const std::unique_ptr<Transport> transport =
                makeTransport(::dup(int(accepted->socketDescriptor())));
            return dynamic_cast<SocketTransport *>(transport.get()) != nullptr;
        };
        QVERIFY(transportIsSocketTransport()); // this thread has Qt's own dispatcher
        NetworkThread thread(u"network"_s);
        QObject there;
        there.moveToThread(&thread);
        bool isSocketTransport = true;
        QSemaphore done;
        QMetaObject::invokeMethod(
            &there,
            [&] {
                isSocketTransport = transportIsSocketTransport();
                there.moveToThread(nullptr);
                done.release();
            },
            Qt::QueuedConnection);
        done.acquire();
#ifdef Q_OS_LINUX
        QVERIFY(!isSocketTransport);
        QVERIFY(makeNetworkDispatcher() != nullptr);
#else
        QVERIFY(isSocketTransport);
#endif
    }

    void refusesWhatIsNoSocket()
    {
        QVERIFY(makeTransport(-1) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestNetworkBackend)
#include "tst_networkbackend.moc"
