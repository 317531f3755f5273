#include "core/link/sockettransport.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

/// Over a real connection on 127.0.0.1: the transport on one end, the test's own socket on the other.
class TestSocketTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void piecesKeepTheirOrder();
    void aPeerThatNeverReadsKeepsMemoryBounded();
    void aPeerThatIsNeverReadKeepsMemoryBounded();
    void halfCloseDeliversEverything();
    void halfCloseGoesOnReading();
    void unreadOctetsComeBeforeTheEnd();
    void peersEnd();
    void peersReset();
    void peersResetNoticedWhileWriting();
    void abortEndsAtOnce();
    void writesAfterTheEndAreDropped();

private:
    qint64 write(const QByteArray &octets)
    {
        const QByteArrayView piece(octets);
        return m_transport->write(std::span<const QByteArrayView>(&piece, 1));
    }
    QByteArray readAll()
    {
        QByteArray octets;
        std::array<char, 4096> buffer;
        while (const qint64 count = m_transport->read(buffer))
            octets.append(buffer.data(), qsizetype(count));
        return octets;
    }
    void resetByPeer()
    {
        const linger cut{1, 0};
        QCOMPARE(::setsockopt(int(m_peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &cut, sizeof cut), 0);
        m_peer->abort();
    }
    void readWhenReadable()
    {
        connect(m_transport.get(), &Transport::readable, this, [this] { m_received += readAll(); });
    }

    QTcpServer m_server;
    std::unique_ptr<SocketTransport> m_transport;
    std::unique_ptr<QTcpSocket> m_peer;
    QByteArray m_received;
};

void TestSocketTransport::init()
{
    QVERIFY(m_server.isListening() || m_server.listen(QHostAddress::LocalHost));
    m_received.clear();
    m_peer = std::make_unique<QTcpSocket>();
    m_peer->connectToHost(m_server.serverAddress(), m_server.serverPort());
    QTRY_VERIFY(m_server.hasPendingConnections());
    std::unique_ptr<QTcpSocket> socket(m_server.nextPendingConnection());
    socket->setParent(nullptr);
    m_transport = std::make_unique<SocketTransport>(std::move(socket));
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::ConnectedState);
}

void TestSocketTransport::cleanup()
{
    m_transport.reset();
    m_peer.reset();
}

void TestSocketTransport::piecesKeepTheirOrder()
{
    constexpr int count = 10'000;
    QByteArray expected;
    std::vector<QByteArray> pieces;
    for (int i = 0; i < count; ++i) {
        pieces.push_back(QByteArray::number(i) + QByteArray(i % 300, '.'));
        expected += pieces.back();
    }
    std::size_t next = 0;
    qsizetype offset = 0;
    const auto writeSome = [&] {
        while (next < pieces.size()) {
            std::vector<QByteArrayView> views{QByteArrayView(pieces[next]).sliced(offset)};
            for (std::size_t i = next + 1; i < std::min(next + 100, pieces.size()); ++i)
                views.emplace_back(pieces[i]);
            qint64 taken = m_transport->write(views);
            for (const QByteArrayView &view : views) {
                if (taken < view.size()) {
                    offset = view.data() - pieces[next].constData() + qsizetype(taken);
                    return;
                }
                taken -= view.size();
                ++next;
                offset = 0;
            }
        }
    };
    connect(m_transport.get(), &Transport::writable, this, writeSome);
    QByteArray received;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    writeSome();
    QTRY_COMPARE(received.size(), expected.size());
    QVERIFY(received == expected);
}

void TestSocketTransport::aPeerThatNeverReadsKeepsMemoryBounded()
{
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    const QByteArray chunk(100'000, 'x');
    qint64 taken = 0;
    qint64 last = chunk.size();
    for (int i = 0; i < 10'000 && last == chunk.size(); ++i) {
        last = write(chunk);
        taken += last;
        QVERIFY(m_transport->pendingSize() <= SocketTransport::maxPendingSize);
    }
    QVERIFY(last < chunk.size());
    QCOMPARE(write(chunk), 0);
    QCOMPARE(m_transport->pendingSize(), SocketTransport::maxPendingSize);

    QSignalSpy writable(m_transport.get(), &Transport::writable);
    qint64 received = 0;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll().size(); });
    m_peer->setReadBufferSize(0);
    received += m_peer->readAll().size();
    QTRY_VERIFY(writable.count() > 0);
    QTRY_COMPARE(received, taken);
}

void TestSocketTransport::aPeerThatIsNeverReadKeepsMemoryBounded()
{
    QSignalSpy readable(m_transport.get(), &Transport::readable);
    const QByteArray sent(20 * 1024 * 1024, 'y');
    m_peer->write(sent);
    QTRY_VERIFY(readable.count() > 0);
    // When the system takes no more of it, no more than the bound can have been read here.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, m_peer->bytesToWrite()) == m_peer->bytesToWrite() && waiting > 0);
    QVERIFY(waiting > 0);
    readWhenReadable();
    std::array<char, 1> one{};
    QCOMPARE(m_transport->read(one), 1);
    m_received = "y"_ba + readAll();
    QVERIFY(m_received.size() <= SocketTransport::readBufferSize);
    QTRY_COMPARE(m_received.size(), sent.size()); // and all of it comes when it is read
}

void TestSocketTransport::halfCloseDeliversEverything()
{
    const QByteArray sent(SocketTransport::maxPendingSize, 'z');
    QCOMPARE(write(sent), sent.size());
    m_transport->endWriting();
    QByteArray received;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    QSignalSpy ended(m_peer.get(), &QAbstractSocket::disconnected);
    QTRY_COMPARE(ended.count(), 1);
    received += m_peer->readAll();
    QVERIFY(received == sent);
}

void TestSocketTransport::halfCloseGoesOnReading()
{
    readWhenReadable();
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    // A QTcpSocket would end its own side as soon as it noticed our end, so the peer goes on without one.
    const int peer = ::dup(int(m_peer->socketDescriptor()));
    m_peer.reset();
    m_transport->endWriting();
    QCOMPARE(::send(peer, "still here", 10, MSG_NOSIGNAL), 10);
    QTRY_COMPARE(m_received, "still here"_ba);
    QCOMPARE(ended.count(), 0);
    QCOMPARE(::close(peer), 0);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<TransportEnd>(), TransportEnd::PeerEnded);
}

void TestSocketTransport::unreadOctetsComeBeforeTheEnd()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    QSignalSpy readable(m_transport.get(), &Transport::readable);
    m_peer->write("last words"_ba);
    m_peer->disconnectFromHost();
    QTRY_VERIFY(readable.count() >= 2); // once for the octets, once because the end waits behind them
    QCOMPARE(ended.count(), 0);
    QCOMPARE(readAll(), "last words"_ba);
    QCOMPARE(ended.count(), 0); // never from inside a call
    QTRY_COMPARE(ended.count(), 1);
}

void TestSocketTransport::peersEnd()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<TransportEnd>(), TransportEnd::PeerEnded);
    m_transport->abort();
    QCOMPARE(ended.count(), 1);
}

void TestSocketTransport::peersReset()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    resetByPeer();
    QTRY_COMPARE(ended.count(), 1);
}

void TestSocketTransport::peersResetNoticedWhileWriting()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    readWhenReadable();
    m_peer->write("last words"_ba);
    QVERIFY(m_peer->flush());
    resetByPeer();
    QCOMPARE(write("into the void"_ba), 13);
    QCOMPARE(ended.count(), 0); // never from inside a call
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<TransportEnd>(), TransportEnd::Lost);
}

void TestSocketTransport::abortEndsAtOnce()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    QSignalSpy peerEnded(m_peer.get(), &QAbstractSocket::disconnected);
    m_transport->abort();
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended[0][0].value<TransportEnd>(), TransportEnd::Local);
    QTRY_COMPARE(peerEnded.count(), 1);
    m_transport->abort();
    QCOMPARE(ended.count(), 1);
}

void TestSocketTransport::writesAfterTheEndAreDropped()
{
    QSignalSpy ended(m_transport.get(), &Transport::ended);
    m_peer->abort();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(write(QByteArray(1'000'000, 'x')), 1'000'000);
    QCOMPARE(m_transport->pendingSize(), 0);
}

QTEST_GUILESS_MAIN(TestSocketTransport)
#include "tst_sockettransport.moc"
