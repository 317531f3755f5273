#include "core/link/peekoctet.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace confab;

class TestPeekOctet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAndLeavesIt()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
        QTcpSocket peer;
        peer.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(server.waitForNewConnection(20'000));
        const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        // Qt would take what arrives; the descriptor alone is looked at, without an event loop.
        const qintptr descriptor = accepted->socketDescriptor();
        QVERIFY(!peekOctet(descriptor));

        peer.write("\x16x");
        QVERIFY(peer.waitForBytesWritten());
        std::optional<PeekedOctet> peeked;
        while (!peeked) // what was written is on its way
            peeked = peekOctet(descriptor);
        QCOMPARE(int(peeked->octet), 0x16);
        QVERIFY(!peeked->hasEnded);
        QCOMPARE(int(peekOctet(descriptor)->octet), 0x16);
        QVERIFY(accepted->waitForReadyRead(20'000));
        QCOMPARE(accepted->readAll(), QByteArray("\x16x"));

        peer.disconnectFromHost();
        peeked.reset();
        while (!peeked)
            peeked = peekOctet(descriptor);
        QVERIFY(peeked->hasEnded);
    }

    void aDescriptorThatIsNoneHasEnded() { QVERIFY(peekOctet(-1)->hasEnded); }
};

QTEST_GUILESS_MAIN(TestPeekOctet)
#include "tst_peekoctet.moc"
