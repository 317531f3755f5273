#pragma once

#include "core/link/transport.h"
#include "transportspy.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>

#include <sys/socket.h>
#include <unistd.h>

namespace confab {

using namespace Qt::StringLiterals;

/// What every transport over TCP must do, on a real connection on 127.0.0.1: the transport on one end, the
/// test's own socket on the other.
class TransportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void piecesKeepTheirOrder();
    void aPeerThatNeverReadsKeepsMemoryBounded();
    void aPeerThatIsNeverReadKeepsMemoryBounded();
    void tellsWhenNothingIsPendingAnyMore();
    void halfCloseDeliversEverything();
    virtual void halfCloseGoesOnReading();
    virtual void unreadOctetsComeBeforeTheEnd();
    void peersEnd();
    void peersReset();
    void peersResetNoticedWhileWriting();
    void abortEndsAtOnce();
    void mayBeDestroyedByItsListener_data();
    void mayBeDestroyedByItsListener();
    void tellsANewListenerOfTheEnd();
    void writesAfterTheEndAreDropped();

protected:
    /// The test's own end.
    virtual std::unique_ptr<QTcpSocket> makePeer() { return std::make_unique<QTcpSocket>(); }
    /// @param socket accepted.
    virtual std::unique_ptr<Transport> makeTransport(std::unique_ptr<QTcpSocket> socket) = 0;
    /// The most octets that may wait inside the transport.
    virtual qint64 maxPendingSize() const = 0;

    /// What the test's end has still to hand to the system.
    virtual qint64 unsent() const { return m_peer->bytesToWrite(); }

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
        m_spy->onReadable = [this] { m_received += readAll(); };
    }

    QTcpServer m_server;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<QTcpSocket> m_peer;
    std::unique_ptr<TransportSpy> m_spy;
    QByteArray m_received;
};

inline void TransportTest::init()
{
    QVERIFY(m_server.isListening() || m_server.listen(QHostAddress::LocalHost));
    m_received.clear();
    m_peer = makePeer();
    m_peer->connectToHost(m_server.serverAddress(), m_server.serverPort());
    QTRY_VERIFY(m_server.hasPendingConnections());
    std::unique_ptr<QTcpSocket> socket(m_server.nextPendingConnection());
    socket->setParent(nullptr);
    m_transport = makeTransport(std::move(socket));
    m_spy = std::make_unique<TransportSpy>();
    m_transport->setListener(m_spy.get());
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::ConnectedState);
}

inline void TransportTest::cleanup()
{
    m_transport.reset();
    m_peer.reset();
}

inline void TransportTest::piecesKeepTheirOrder()
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
    m_spy->onWritable = writeSome;
    QByteArray received;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    writeSome();
    QTRY_COMPARE(received.size(), expected.size());
    QVERIFY(received == expected);
}

inline void TransportTest::aPeerThatNeverReadsKeepsMemoryBounded()
{
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    const QByteArray chunk(100'000, 'x');
    qint64 taken = 0;
    qint64 last = chunk.size();
    for (int i = 0; i < 10'000 && last == chunk.size(); ++i) {
        last = write(chunk);
        taken += last;
        QVERIFY(m_transport->pendingSize() <= maxPendingSize());
    }
    QVERIFY(last < chunk.size());
    QCOMPARE(write(chunk), 0);

    qint64 received = 0;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll().size(); });
    m_peer->setReadBufferSize(0);
    received += m_peer->readAll().size();
    QTRY_VERIFY(m_spy->writable > 0);
    QTRY_COMPARE(received, taken);
}

inline void TransportTest::aPeerThatIsNeverReadKeepsMemoryBounded()
{
    const QByteArray sent(20 * 1024 * 1024, 'y');
    m_peer->write(sent);
    QTRY_VERIFY(m_spy->readable > 0);
    // When the system takes no more of it, no more than the bound can have been read here.
    qint64 waiting = -1;
    QTRY_VERIFY(std::exchange(waiting, unsent()) == unsent() && waiting > 0);
    readWhenReadable();
    std::array<char, 1> one{};
    QCOMPARE(m_transport->read(one), 1);
    m_received = "y"_ba + readAll();
    QTRY_COMPARE(m_received.size(), sent.size()); // and all of it comes when it is read
}

/// Also if it refused none: a link that has stopped reading until its answers are gone would wait for ever.
inline void TransportTest::tellsWhenNothingIsPendingAnyMore()
{
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    const QByteArray chunk(1000, 'x');
    qint64 sent = 0;
    qint64 taken = chunk.size();
    while (m_transport->pendingSize() == 0 && taken == chunk.size()) {
        taken = write(chunk);
        sent += taken;
    }
    QCOMPARE(m_spy->writable, 0);
    qint64 received = 0;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll().size(); });
    m_peer->setReadBufferSize(0);
    received += m_peer->readAll().size();
    QTRY_VERIFY(m_spy->writable > 0);
    QTRY_COMPARE(m_transport->pendingSize(), 0);
    QTRY_COMPARE(received, sent);
}

inline void TransportTest::halfCloseDeliversEverything()
{
    const QByteArray sent(256 * 1024, 'z');
    QCOMPARE(write(sent), sent.size());
    m_transport->endWriting();
    QByteArray received;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    QSignalSpy ended(m_peer.get(), &QAbstractSocket::disconnected);
    QTRY_COMPARE(ended.count(), 1);
    received += m_peer->readAll();
    QVERIFY(received == sent);
}

inline void TransportTest::halfCloseGoesOnReading()
{
    readWhenReadable();
    // A QTcpSocket would end its own side as soon as it noticed our end, so the peer goes on without one.
    const int peer = ::dup(int(m_peer->socketDescriptor()));
    m_peer.reset();
    m_transport->endWriting();
    QCOMPARE(::send(peer, "still here", 10, MSG_NOSIGNAL), 10);
    QTRY_COMPARE(m_received, "still here"_ba);
    QCOMPARE(m_spy->ended.size(), 0);
    QCOMPARE(::close(peer), 0);
    QTRY_COMPARE(m_spy->ended.size(), 1);
    QCOMPARE(m_spy->ended.constFirst(), TransportEnd::PeerEnded);
}

inline void TransportTest::unreadOctetsComeBeforeTheEnd()
{
    m_peer->write("last words"_ba);
    m_peer->disconnectFromHost();
    QTRY_VERIFY(m_spy->readable >= 2); // once for the octets, once because the end waits behind them
    QCOMPARE(m_spy->ended.size(), 0);
    QCOMPARE(readAll(), "last words"_ba);
    QCOMPARE(m_spy->ended.size(), 0); // never from inside a call
    QTRY_COMPARE(m_spy->ended.size(), 1);
}

inline void TransportTest::peersEnd()
{
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_spy->ended.size(), 1);
    QCOMPARE(m_spy->ended.constFirst(), TransportEnd::PeerEnded);
    m_transport->abort();
    QCOMPARE(m_spy->ended.size(), 1);
}

inline void TransportTest::peersReset()
{
    resetByPeer();
    QTRY_COMPARE(m_spy->ended.size(), 1);
}

inline void TransportTest::peersResetNoticedWhileWriting()
{
    readWhenReadable();
    m_peer->write("last words"_ba);
    QVERIFY(m_peer->flush());
    resetByPeer();
    QCOMPARE(write("into the void"_ba), 13);
    QCOMPARE(m_spy->ended.size(), 0); // never from inside a call
    QTRY_COMPARE(m_spy->ended.size(), 1);
    QCOMPARE(m_spy->ended.constFirst(), TransportEnd::Lost);
}

inline void TransportTest::abortEndsAtOnce()
{
    QSignalSpy peerEnded(m_peer.get(), &QAbstractSocket::disconnected);
    m_transport->abort();
    QCOMPARE(m_spy->ended.size(), 1);
    QCOMPARE(m_spy->ended.constFirst(), TransportEnd::Local);
    QTRY_COMPARE(peerEnded.count(), 1);
    m_transport->abort();
    QCOMPARE(m_spy->ended.size(), 1);
}

inline void TransportTest::mayBeDestroyedByItsListener_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("readable") << u"readable"_s;
    QTest::newRow("writable") << u"writable"_s;
    QTest::newRow("ended") << u"ended"_s;
    QTest::newRow("aborted") << u"aborted"_s;
}

inline void TransportTest::mayBeDestroyedByItsListener()
{
    QFETCH(const QString, when);
    bool destroyed = false;
    const auto destroy = [&] {
        m_transport.reset();
        destroyed = true;
    };
    if (when == u"readable"_s) {
        m_spy->onReadable = destroy;
        m_peer->write("x");
    } else if (when == u"writable"_s) {
        m_spy->onWritable = destroy;
        m_peer->setReadBufferSize(1);
        const QByteArray chunk(100'000, 'x');
        while (write(chunk) == chunk.size()) {
        }
        m_peer->setReadBufferSize(0);
        connect(m_peer.get(), &QIODevice::readyRead, this, [this] { m_peer->readAll(); });
        m_peer->readAll();
    } else {
        m_spy->onReadable = [this] { readAll(); };
        m_spy->onEnded = destroy;
        if (when == u"ended"_s)
            m_peer->disconnectFromHost();
        else
            m_transport->abort();
    }
    QTRY_VERIFY(destroyed);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
}

inline void TransportTest::tellsANewListenerOfTheEnd()
{
    m_transport->setListener(nullptr);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    TransportSpy second;
    second.onReadable = [this] { readAll(); };
    m_transport->setListener(&second);
    readAll(); // as a new listener does
    QTRY_COMPARE(second.ended.size(), 1);
    QCOMPARE(m_spy->ended.size(), 0);
    m_transport->setListener(nullptr);
}

inline void TransportTest::writesAfterTheEndAreDropped()
{
    m_peer->abort();
    QTRY_COMPARE(m_spy->ended.size(), 1);
    QCOMPARE(write(QByteArray(1'000'000, 'x')), 1'000'000);
    QCOMPARE(m_transport->pendingSize(), 0);
}

} // namespace confab
