#include "core/link/sendring.h"

#include <QTest>

#include <array>

#ifdef Q_OS_LINUX
#include "noring.h"
#include "refusedcall.h"
#include "tcpconnection.h"

#include <sys/syscall.h>
#endif

using namespace confab;
using namespace Qt::StringLiterals;

#ifdef Q_OS_LINUX

namespace {

constexpr qint32 untouched = -7;

} // namespace

class TestSendRing : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_ring = SendRing::make();
        if (!m_ring)
            QSKIP(noRing);
    }

    void sendsToMany()
    {
        std::array<TcpConnection, 5> connections;
        std::array<qint32, 5> sent{};
        for (int turn = 0; turn < 3; ++turn) {
            std::array<QByteArray, 5> octets;
            sent.fill(untouched);
            for (std::size_t i = 0; i < connections.size(); ++i) {
                octets[i] = QByteArray(qsizetype(1 + 1000 * i), char('a' + turn));
                m_ring->add(connections[i].sender, octets[i], sent[i]);
                QCOMPARE(sent[i], untouched);
            }
            m_ring->submit();
            for (std::size_t i = 0; i < connections.size(); ++i) {
                QCOMPARE(sent[i], octets[i].size());
                QCOMPARE(connections[i].receive(octets[i].size()), octets[i]);
            }
        }
    }

    void nothingIsNothing()
    {
        m_ring->submit();
        TcpConnection connection;
        qint32 sent = untouched;
        m_ring->add(connection.sender, "x", sent);
        m_ring->submit();
        m_ring->submit();
        QCOMPARE(sent, 1);
        QCOMPARE(connection.receive(1), "x"_ba);
    }

    void leavesWhatThereIsNoRoomFor()
    {
        TcpConnection connection;
        std::array<qint32, SendRing::capacity + 1> sent{};
        sent.fill(untouched);
        for (qint32 &one : sent)
            m_ring->add(connection.sender, "x", one);
        m_ring->submit();
        QCOMPARE(std::count(sent.begin(), sent.end(), 1), qsizetype(SendRing::capacity));
        QCOMPARE(sent.back(), untouched);
        QCOMPARE(connection.receive(SendRing::capacity), QByteArray(SendRing::capacity, 'x'));
        m_ring->add(connection.sender, "y", sent.back());
        m_ring->submit();
        QCOMPARE(sent.back(), 1);
        QCOMPARE(connection.receive(1), "y"_ba);
    }

    /// One takes a part, one nothing, and both are as they would be without the others.
    void doesNotWaitForAFullQueue()
    {
        TcpConnection full;
        TcpConnection other;
        const QByteArray much(30'000'000, 'm');
        std::array<qint32, 4> sent{untouched, untouched, untouched, untouched};
        m_ring->add(full.sender, much, sent[0]);
        m_ring->add(full.sender, "behind it", sent[1]);
        m_ring->add(other.sender, "other", sent[2]);
        m_ring->submit();
        QVERIFY(sent[0] > 0 && sent[0] < much.size());
        QVERIFY(sent[1] == 0 || sent[1] == 9); // what was sent before may have been read by the system since
        QCOMPARE(sent[2], 5);
        QCOMPARE(other.receive(5), "other"_ba);
        QCOMPARE(full.receive(sent[0] + sent[1]).size(), qsizetype(sent[0] + sent[1]));
        QTRY_VERIFY((m_ring->add(full.sender, "again", sent[3]), m_ring->submit(), sent[3] == 5));
        QCOMPARE(full.receive(5), "again"_ba);
    }

    void leavesWhatFails()
    {
        TcpConnection lost;
        TcpConnection other;
        qint32 sent = untouched;
        lost.endReceiver();
        // The first one may go out still; what answers it is a reset.
        QTRY_VERIFY((sent = untouched, m_ring->add(lost.sender, "x", sent), m_ring->submit(), sent != 1));
        QCOMPARE(sent, untouched);
        std::array<qint32, 3> others{untouched, untouched, untouched};
        m_ring->add(-1, "nowhere", others[0]);
        m_ring->add(lost.sender, "lost", others[1]); // EPIPE, and no signal
        m_ring->add(other.sender, "other", others[2]);
        m_ring->submit();
        QCOMPARE(others, (std::array<qint32, 3>{untouched, untouched, 5}));
        QCOMPARE(other.receive(5), "other"_ba);
    }

    /// Closing the descriptor ends the connection: nothing here holds on to it.
    void letsGoOfTheSockets()
    {
        TcpConnection connection;
        qint32 sent = untouched;
        m_ring->add(connection.sender, "last", sent);
        m_ring->submit();
        ::close(std::exchange(connection.sender, -1));
        QCOMPARE(connection.receive(5), "last"_ba); // and the end
    }

    void isNotThereWhereTheSystemRefuses()
    {
        QVERIFY(onAnotherThread([] { return refuse(SYS_io_uring_setup) && !SendRing::make(); }));
    }

    /// What was added before is not sent, and neither is anything later.
    void givesUpWhenTheSystemDoes()
    {
        std::array<TcpConnection, 3> connections;
        std::array<qint32, 3> sent{untouched, untouched, untouched};
        QVERIFY(onAnotherThread([&] {
            const auto ring = SendRing::make();
            if (!ring || !refuse(SYS_io_uring_enter))
                return false;
            ring->add(connections[0].sender, "a", sent[0]);
            ring->add(connections[1].sender, "b", sent[1]);
            ring->submit();
            if (ring->isOpen())
                return false;
            ring->add(connections[2].sender, "c", sent[2]);
            ring->submit();
            return true;
        }));
        QCOMPARE(sent, (std::array<qint32, 3>{untouched, untouched, untouched}));
        for (TcpConnection &connection : connections) {
            ::close(std::exchange(connection.sender, -1));
            QCOMPARE(connection.receive(1), QByteArray()); // the end is all that comes
        }
    }

private:
    std::unique_ptr<SendRing> m_ring;
};

#else

class TestSendRing : public QObject
{
    Q_OBJECT

private slots:
    void isNotThere() { QVERIFY(!SendRing::make()); }
};

#endif

QTEST_GUILESS_MAIN(TestSendRing)
#include "tst_sendring.moc"
