#include "core/link/descriptortransport.h"
#include "core/link/passingconnection.h"
#include "core/link/sendring.h"
#include "core/link/sharedoctets.h"
#include "noring.h"
#include "transporttest.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <sys/ioctl.h>

using namespace confab;

class TestDescriptorTransport : public TransportTest
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAResetFromAnEnd();
    void asksTheSystemOnce();
    void asksAgainWhenTold();
    void readsOnBehindAnEndThatIsAnnounced();
    void answersWhatCameWithTheEnd();
    void givesItsConnectionAway();
    void keepsAConnectionThatHasEnded();
    void sendsSharedOctetsByReference();
    void goesOnWhereSharedOctetsStopped();
    void isSentAheadOnce();
    void goesOnWhereItWasSentAheadTo();
    void sendsAheadNothingBehindItsEnd();
    void noticesALossWhenSentAhead();

protected:
    std::unique_ptr<Transport> makeTransport(std::unique_ptr<QTcpSocket> socket) override
    {
        // The socket ends here; the connection goes on with the copy.
        m_descriptor = ::dup(int(socket->socketDescriptor()));
        ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) & ~O_NONBLOCK);
        return std::make_unique<DescriptorTransport>(m_descriptor, *EpollDispatcher::current());
    }
    qint64 maxPendingSize() const override { return 0; }

private:
    void sendLastWords();
    void sendAhead(const QByteArray &octets)
    {
        m_transport->sendAhead(octets, *m_ring);
        m_ring->submit();
    }

    std::unique_ptr<SendRing> m_ring = SendRing::make();
    int m_descriptor = -1;
};

void TestDescriptorTransport::tellsAResetFromAnEnd()
{
    readWhenReadable();
    resetByPeer();
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::Lost});
}

void TestDescriptorTransport::asksTheSystemOnce()
{
    std::array<char, 16> buffer;
    QCOMPARE(m_transport->read(buffer), 0);
    m_peer->write("hello");
    QTRY_VERIFY(m_spy->readable > 0);
    QCOMPARE(m_transport->read(buffer), 5);
    // Less came than there was room for: the next octets are announced first.
    m_peer->write("again");
    QVERIFY(m_peer->flush());
    QCOMPARE(m_transport->read(buffer), 0);
    const int before = m_spy->readable;
    QTRY_VERIFY(m_spy->readable > before);
    QCOMPARE(m_transport->read(buffer), 5);
}

void TestDescriptorTransport::asksAgainWhenTold()
{
    std::array<char, 16> buffer;
    QCOMPARE(m_transport->read(buffer), 0);
    m_peer->write("hello");
    QVERIFY(m_peer->flush());
    QCOMPARE(m_transport->read(buffer), 0); // nobody was told of it
    m_transport->lookAgain();
    QCOMPARE(m_transport->read(buffer), 5);
    m_transport->lookAgain();
    QCOMPARE(m_transport->read(buffer), 0);
    m_peer->write("again");
    QVERIFY(m_peer->flush());
    QCOMPARE(m_transport->read(buffer), 0); // it has asked
    readWhenReadable();
    QTRY_COMPARE(m_received, "again"_ba);
}

/// Octets and the end come to the system before it is asked: one announcement for both.
void TestDescriptorTransport::sendLastWords()
{
    m_peer->write("last words");
    QVERIFY(m_peer->flush());
    const int peer = ::dup(int(m_peer->socketDescriptor()));
    ::shutdown(peer, SHUT_WR);
    ::close(peer);
}

void TestDescriptorTransport::answersWhatCameWithTheEnd()
{
    sendLastWords();
    m_spy->onReadable = [this] {
        m_received += readAll();
        QCOMPARE(write("answer"), 6);
        m_transport->endWriting();
    };
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    QCOMPARE(m_received, "last words"_ba);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_peer->readAll(), "answer"_ba);
    // Whoever was told of the end has had the time to answer.
    QCOMPARE(write("late"), 4);
}

void TestDescriptorTransport::readsOnBehindAnEndThatIsAnnounced()
{
    sendLastWords();
    m_spy->onReadable = [this] { m_received += readAll(); };
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    QCOMPARE(m_received, "last words"_ba);
}

void TestDescriptorTransport::givesItsConnectionAway()
{
    m_transport->keep(std::make_shared<int>(7));
    m_peer->write("unread");
    QVERIFY(m_peer->flush());
    const std::shared_ptr<const void> companion = m_transport->takeCompanion();
    QCOMPARE(companion.use_count(), 1);
    const std::shared_ptr<PassingConnection> connection = m_transport->takeConnection();
    QVERIFY(connection);
    QVERIFY(!m_transport->takeConnection());
    m_transport.reset(); // which does not end it
    TransportSpy spy;
    DescriptorTransport other(connection->takeDescriptor(), *EpollDispatcher::current());
    other.setListener(&spy);
    QTRY_VERIFY(spy.readable > 0);
    std::array<char, 16> buffer;
    QCOMPARE(other.read(buffer), 6);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    other.setListener(nullptr);
}

void TestDescriptorTransport::keepsAConnectionThatHasEnded()
{
    readWhenReadable();
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    QVERIFY(!m_transport->takeConnection());
}

void TestDescriptorTransport::sendsSharedOctetsByReference()
{
    const QByteArray octets(100'001, 's');
    const auto shared = SharedOctets::forMany(octets, SharedOctets::minReceivers);
    QVERIFY(!(::fcntl(int(m_descriptor), F_GETFL) & O_NONBLOCK)); // what only this way of sending changes
    QCOMPARE(write(octets), octets.size());
    QVERIFY(::fcntl(int(m_descriptor), F_GETFL) & O_NONBLOCK);
    QCOMPARE(write("behind it"), 9);
    QByteArray received;
    QTRY_COMPARE((received += m_peer->readAll()).size(), octets.size() + 9);
    QVERIFY(received == octets + "behind it");
}

void TestDescriptorTransport::goesOnWhereSharedOctetsStopped()
{
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    QByteArray octets;
    while (octets.size() < 20'000'000)
        octets += QByteArray::number(octets.size()) + ' ';
    auto shared = SharedOctets::forMany(octets, SharedOctets::minReceivers);
    qint64 taken = write(octets);
    QVERIFY(taken > 0 && taken < octets.size());
    shared.reset();
    m_spy->onWritable = [&] { taken += write(octets.sliced(taken)); };
    QByteArray received;
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    m_peer->setReadBufferSize(0);
    received += m_peer->readAll();
    QTRY_COMPARE(received.size(), octets.size());
    QVERIFY(received == octets);
}

void TestDescriptorTransport::isSentAheadOnce()
{
    if (!m_ring)
        QSKIP(noRing);
    for (const QByteArray &octets : {"one"_ba, "another"_ba}) {
        sendAhead(octets);
        QTRY_COMPARE(m_peer->bytesAvailable(), octets.size());
        QCOMPARE(write(octets), octets.size());
        QCOMPARE(write("behind it"), 9);
        QByteArray received;
        QTRY_COMPARE((received += m_peer->readAll()).size(), octets.size() + 9);
        QCOMPARE(received, octets + "behind it");
    }
    // What is long is for SharedOctets to send, or for a call of its own.
    const QByteArray large(SharedOctets::minSize, 'l');
    sendAhead(large);
    int arrived = -1;
    QCOMPARE(::ioctl(int(m_peer->socketDescriptor()), FIONREAD, &arrived), 0);
    QCOMPARE(arrived, 0);
    QCOMPARE(write(large), large.size());
    QByteArray received;
    QTRY_COMPARE((received += m_peer->readAll()).size(), large.size());
}

void TestDescriptorTransport::goesOnWhereItWasSentAheadTo()
{
    if (!m_ring)
        QSKIP(noRing);
    m_peer->setReadBufferSize(1); // it leaves the rest to the system, which stops taking more
    QByteArray written;
    qint64 missing = 0;
    while (missing == 0) {
        const QByteArray octets(7000, char('a' + written.size() / 7000 % 26));
        sendAhead(octets);
        missing = octets.size() - write(octets);
        written += octets.chopped(qsizetype(missing));
    }
    QByteArray received;
    bool wasTold = false;
    m_spy->onWritable = [&] {
        if (!std::exchange(wasTold, true))
            written += "behind it"_ba.first(qsizetype(write("behind it")));
    };
    connect(m_peer.get(), &QIODevice::readyRead, this, [&] { received += m_peer->readAll(); });
    m_peer->setReadBufferSize(0);
    received += m_peer->readAll();
    QTRY_VERIFY(wasTold);
    QTRY_COMPARE(received.size(), written.size());
    QVERIFY(received == written);
    QVERIFY(received.endsWith("behind it"));
}

void TestDescriptorTransport::sendsAheadNothingBehindItsEnd()
{
    if (!m_ring)
        QSKIP(noRing);
    QCOMPARE(write("last words"), 10);
    m_transport->endWriting();
    sendAhead("late");
    QCOMPARE(write("late"), 4); // dropped
    QTRY_COMPARE(m_peer->bytesAvailable(), 10);
    m_transport->abort();
    sendAhead("late");
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_peer->readAll(), "last words"_ba);
}

void TestDescriptorTransport::noticesALossWhenSentAhead()
{
    if (!m_ring)
        QSKIP(noRing);
    resetByPeer();
    QTRY_VERIFY((sendAhead("x"), write("x") == 1 && !m_spy->ended.isEmpty()));
    QCOMPARE(m_spy->ended, QList<TransportEnd>{TransportEnd::Lost});
}

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    TestDescriptorTransport test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_descriptortransport.moc"
