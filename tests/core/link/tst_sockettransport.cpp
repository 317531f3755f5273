#include "core/link/sockettransport.h"
#include "transporttest.h"

using namespace confab;

class TestSocketTransport : public TransportTest
{
    Q_OBJECT
private Q_SLOTS:
    void holdsNoMoreThanItsBound();

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

QTEST_GUILESS_MAIN(TestSocketTransport)
#include "tst_sockettransport.moc"
