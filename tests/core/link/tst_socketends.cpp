#include "core/link/socketends.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestSocketEnds : public QObject
{
    Q_OBJECT

private slots:
    void tellsBothEnds_data()
    {
        QTest::addColumn<QHostAddress>("listening");
        QTest::addColumn<QHostAddress>("connecting");
        const QHostAddress ipv4(QHostAddress::LocalHost);
        const QHostAddress ipv6(QHostAddress::LocalHostIPv6);
        QTest::newRow("IPv4") << ipv4 << ipv4;
        QTest::newRow("IPv6") << ipv6 << ipv6;
        QTest::newRow("IPv4 to a socket for both") << QHostAddress(QHostAddress::Any) << ipv4;
    }
    void tellsBothEnds()
    {
        QFETCH(const QHostAddress, listening);
        QFETCH(const QHostAddress, connecting);
        QTcpServer server;
        if (!server.listen(listening))
            QSKIP("This machine has no such address.");
        QTcpSocket peer;
        peer.connectToHost(connecting, server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        const std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        const SocketEnds ends = socketEnds(accepted->socketDescriptor());
        QCOMPARE(ends.peer, connecting);
        QCOMPARE(ends.peerPort, peer.localPort());
        QCOMPARE(ends.local, connecting);
    }

    void nothingOfNoSocket()
    {
        QVERIFY(socketEnds(-1).peer.isNull());
        QCOMPARE(socketEnds(-1).peerPort, 0);
    }

    void unmapsAddresses()
    {
        QCOMPARE(plainAddress(QHostAddress(u"::ffff:192.0.2.7"_s)), QHostAddress(u"192.0.2.7"_s));
        QCOMPARE(plainAddress(QHostAddress(u"2001:db8::7"_s)), QHostAddress(u"2001:db8::7"_s));
    }
};

QTEST_GUILESS_MAIN(TestSocketEnds)
#include "tst_socketends.moc"
