#include "core/link/sockettransport.h"
#include "transporttest.h"

#include <QNetworkProxy>

using namespace confab;

class TestSocketTransport : public TransportTest
{
    Q_OBJECT
private Q_SLOTS:
    void holdsNoMoreThanItsBound();
    void countsWhatWaitsForAnHttpProxy();

protected:
    std::unique_ptr<Transport> makeTransport(std::unique_ptr<QTcpSocket> socket) override
    {
        return std::make_unique<SocketTransport>(std::move(socket));
    }
    qint64 maxPendingSize() const override { return SocketTransport::maxPendingSize; }
};

void TestSocketTransport::holdsNoMoreThanItsBound()
{
    m_peer->write(QByteArray(20 * 1024 * 1024, 'y'));
    QTRY_VERIFY(m_spy->readable > 0);
    // When the system takes no more of it, no more than the bound can have been read here.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, m_peer->bytesToWrite()) == m_peer->bytesToWrite() && waiting > 0);
    m_peer.reset(); // nothing more comes
    QVERIFY(readAll().size() <= SocketTransport::readBufferSize);
}

/// A proxy that is slow to read.
void TestSocketTransport::countsWhatWaitsForAnHttpProxy()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, server.serverPort()});
    socket->connectToHost(u"server.example"_s, 80);
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QTcpSocket> proxy(server.nextPendingConnection());
    QTRY_VERIFY(proxy->bytesAvailable() > 0);
    QVERIFY(proxy->readAll().startsWith("CONNECT server.example:80 "));
    proxy->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    proxy->write("HTTP/1.1 200 Connection established\r\n\r\n");
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);

    TransportSpy spy;
    SocketTransport transport(std::move(socket));
    transport.setListener(&spy);
    const QByteArray octets(30'000'000, 'z');
    qint64 taken = 0;
    const auto writeOn = [&] {
        const QByteArrayView rest = QByteArrayView(octets).sliced(qsizetype(taken));
        taken += transport.write(std::span(&rest, 1));
    };
    spy.onWritable = writeOn;
    writeOn();
    qint64 before = -1;
    QTRY_VERIFY(std::exchange(before, taken) == taken && transport.pendingSize() > 0);
    QVERIFY(taken < octets.size());
    QVERIFY(transport.pendingSize() <= SocketTransport::maxPendingSize);

    qsizetype received = proxy->readAll().size();
    connect(proxy.get(), &QIODevice::readyRead, this, [&] { received += proxy->readAll().size(); });
    proxy->setReadBufferSize(0);
    received += proxy->readAll().size();
    QTRY_COMPARE(received, octets.size());
    QCOMPARE(transport.pendingSize(), 0);
    transport.endWriting(); // which closes it there
    QTRY_COMPARE(spy.ended, QList<TransportEnd>{TransportEnd::Local});
    transport.setListener(nullptr);
}

QTEST_GUILESS_MAIN(TestSocketTransport)
#include "tst_sockettransport.moc"
