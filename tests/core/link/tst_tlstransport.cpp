#include "core/link/networkbackend.h"
#include "core/link/passingconnection.h"
#include "core/link/tlstransport.h"
#include "selfsignedcontext.h"
#include "transporttest.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QSslSocket>

using namespace confab;

/// TLS over a connection of this thread's kind, with Qt's socket at the other end.
class TestTlsTransport : public TransportTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_context = selfSignedContext();
        QVERIFY(m_context);
    }
    /// With a peer that says close_notify alone; Qt's socket would end everything.
    void halfCloseGoesOnReading() override;
    /// Octets and the end may come as one piece of news.
    void unreadOctetsComeBeforeTheEnd() override;
    void tellsAResetFromAnEnd();
#ifdef Q_OS_LINUX
    void asksAgainWhenTold();
    void givesItsConnectionAway();
    void keepsAConnectionWhoseOctetsWait();
    void keepsAConnectionThatHasEnded();
#endif

protected:
    std::unique_ptr<QTcpSocket> makePeer() override
    {
        auto peer = std::make_unique<QSslSocket>();
        peer->setPeerVerifyMode(QSslSocket::VerifyNone);
        return peer;
    }
    std::unique_ptr<Transport> makeTransport(std::unique_ptr<QTcpSocket> socket) override
    {
        // The socket ends here, before it reads what is not for it; the connection goes on with the copy.
        const int descriptor = ::dup(int(socket->socketDescriptor()));
        socket.reset();
        auto transport = std::make_unique<TlsTransport>(confab::makeTransport(descriptor), m_context);
        auto *peer = static_cast<QSslSocket *>(m_peer.get());
        TlsHandshake handshake = TlsHandshake::Waits;
        TransportSpy spy;
        spy.onReadable = [&] { handshake = transport->shakeHands(); };
        transport->setListener(&spy);
        peer->startClientEncryption();
        const auto isDone = [&] { return handshake == TlsHandshake::Done && peer->isEncrypted(); };
        [&] { QTRY_VERIFY(isDone()); }();
        transport->setListener(nullptr);
        return transport;
    }
    qint64 maxPendingSize() const override
    {
        return TlsTransport::maxPendingSize;
    }
    qint64 unsent() const override
    {
        const auto *peer = static_cast<QSslSocket *>(m_peer.get());
        return peer->bytesToWrite() + peer->encryptedBytesToWrite();
    }

private:
    TlsContext m_context;
};

void TestTlsTransport::halfCloseGoesOnReading()
{
    readWhenReadable();
    m_peer->write("on its way");
    m_transport->endWriting();
    QTRY_COMPARE(m_received, "on its way"_ba);
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
}

void TestTlsTransport::unreadOctetsComeBeforeTheEnd()
{
    m_peer->write("last words");
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(m_spy->readable > 0);
    QCoreApplication::processEvents();
    QCOMPARE(m_spy->ended.size(), 0);
    QCOMPARE(readAll(), "last words"_ba);
    QCOMPARE(m_spy->ended.size(), 0); // never from inside a call
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
}

void TestTlsTransport::tellsAResetFromAnEnd()
{
    readWhenReadable();
    resetByPeer();
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::Lost});
}

#ifdef Q_OS_LINUX
void TestTlsTransport::asksAgainWhenTold()
{
    QCOMPARE(readAll(), ""_ba);
    m_peer->write("hello");
    QVERIFY(m_peer->flush());
    QCOMPARE(readAll(), ""_ba); // nobody was told of it
    m_transport->lookAgain();
    QCOMPARE(readAll(), "hello"_ba);
}

void TestTlsTransport::givesItsConnectionAway()
{
    m_peer->write("read, unread; ");
    QTRY_VERIFY(m_spy->readable > 0);
    std::array<char, 5> five;
    QCOMPARE(m_transport->read(five), 5); // the rest is in the session
    m_peer->write("and on the wire");
    QVERIFY(m_peer->flush());
    const std::shared_ptr<PassingConnection> connection = m_transport->takeConnection();
    QVERIFY(connection);
    QVERIFY(!m_transport->takeConnection());
    // Nothing is here any more.
    QCOMPARE(m_transport->read(five), 0);
    QCOMPARE(write("dropped"), 7);
    m_transport->endWriting();
    m_transport->abort();
    m_transport = confab::makeTransport(*connection);
    QCOMPARE(m_spy->ended.size(), 0);
    m_transport->setListener(m_spy.get());
    QByteArray received = readAll(); // as a new listener does
    m_spy->onReadable = [&] { received += readAll(); };
    QTRY_COMPARE(received, " unread; and on the wire"_ba);
    QCOMPARE(write("here now"), 8);
    QTRY_COMPARE(m_peer->bytesAvailable(), 8);
    QCOMPARE(m_peer->readAll(), "here now"_ba);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
}

void TestTlsTransport::keepsAConnectionWhoseOctetsWait()
{
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    const QByteArray chunk(100'000, 'x');
    while (write(chunk) == chunk.size()) {
    }
    QVERIFY(m_transport->pendingSize() > 0);
    QVERIFY(!m_transport->takeConnection());
}

void TestTlsTransport::keepsAConnectionThatHasEnded()
{
    readWhenReadable();
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    QVERIFY(!m_transport->takeConnection());
}
#endif

int main(int argc, char *argv[])
{
    if (auto dispatcher = makeNetworkDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    QCoreApplication application(argc, argv);
    TestTlsTransport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tlstransport.moc"
