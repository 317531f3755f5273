#include "core/link/sharedoctets.h"

#include <QTest>

#include <array>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype many = SharedOctets::minReceivers;

/// A TCP connection on 127.0.0.1; the sender's end does not block.
struct Connection
{
    Connection()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        ::bind(listener, generic, size);
        ::listen(listener, 1);
        ::getsockname(listener, generic, &size);
        receiver = ::socket(AF_INET, SOCK_STREAM, 0);
        ::connect(receiver, generic, size);
        sender = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK);
        ::close(listener);
    }
    ~Connection()
    {
        ::close(sender);
        endReceiver();
    }
    Q_DISABLE_COPY_MOVE(Connection)

    void endReceiver()
    {
        if (receiver >= 0)
            ::close(std::exchange(receiver, -1));
    }
    QByteArray receive(qsizetype size) const
    {
        QByteArray octets(size, '\0');
        qsizetype total = 0;
        while (total < size) {
            const ssize_t count = ::recv(receiver, octets.data() + total, std::size_t(size - total), 0);
            if (count <= 0)
                break;
            total += count;
        }
        return octets.first(total);
    }

    int sender = -1;
    int receiver = -1;
};

QByteArray octetsOf(qsizetype size, int seed)
{
    QByteArray octets(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        octets[i] = char(qHash(i, size_t(seed)));
    return octets;
}

} // namespace

class TestSharedOctets : public QObject
{
    Q_OBJECT

private slots:
    void onlyWherePaying()
    {
        const QByteArray enough(SharedOctets::minSize, 'x');
        QVERIFY(SharedOctets::forMany(enough, many));
        QVERIFY(!SharedOctets::forMany(enough, many - 1));
        QVERIFY(!SharedOctets::forMany(enough.chopped(1), many));
    }

    void areThisVeryMemory()
    {
        const QByteArray octets(20'000, 'x');
        const QByteArray equal(octets.constData(), octets.size());
        QVERIFY(!SharedOctets::of(octets));
        {
            const auto shared = SharedOctets::forMany(octets, many);
            QCOMPARE(SharedOctets::of(octets), shared.get());
            const QByteArray sameMemory = octets;
            QCOMPARE(SharedOctets::of(sameMemory), shared.get());
            QVERIFY(!SharedOctets::of(equal));
            QVERIFY(!SharedOctets::of(QByteArrayView(octets).sliced(1)));
            QVERIFY(!SharedOctets::of(QByteArrayView(octets).chopped(1)));
        }
        QVERIFY(!SharedOctets::of(octets));
    }

#ifdef Q_OS_LINUX
    void goToManyUnchanged_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {8192, 8193, 12'287, 65'536, 100'001})
            QTest::addRow("%d octets", int(size)) << size;
    }
    void goToManyUnchanged()
    {
        QFETCH(const qsizetype, size);
        const QByteArray octets = octetsOf(size, 1);
        std::array<Connection, 3> connections;
        const auto shared = SharedOctets::forMany(octets, many);
        for (const Connection &connection : connections)
            QCOMPARE(shared->send(connection.sender), size);
        for (const Connection &connection : connections)
            QVERIFY(connection.receive(size) == octets);
    }

    /// The system tells it by SIGXFSZ, which ends a process that does not expect it.
    void areCopiedWhereFilesMayNotGrow()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit none{0, before.rlim_max};
        const QByteArray octets = octetsOf(65'536, 1);
        const Connection connection;
        const auto shared = SharedOctets::forMany(octets, many);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
        const qint64 sent = shared->send(connection.sender);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(sent < 0);
    }

    /// What waits in the system for a slow reader must not become what is sent next.
    void stayAsTheyWereForThoseWhoReadLater()
    {
        Connection slow;
        QByteArray expected;
        for (int turn = 0; turn < 20; ++turn) {
            const QByteArray octets = octetsOf(9000 + 100 * turn, turn);
            const auto shared = SharedOctets::forMany(octets, many);
            QCOMPARE(shared->send(slow.sender), octets.size());
            expected += octets;
        }
        QVERIFY(slow.receive(expected.size()) == expected);
    }

    void severalAtOnce()
    {
        Connection connection;
        const QByteArray a = octetsOf(10'000, 1);
        const QByteArray b = octetsOf(20'000, 2);
        const QByteArray c = octetsOf(30'000, 3);
        auto sharedA = SharedOctets::forMany(a, many);
        auto sharedB = SharedOctets::forMany(b, many);
        QCOMPARE(sharedB->send(connection.sender), b.size());
        QCOMPARE(sharedA->send(connection.sender), a.size());
        sharedB.reset();
        const auto sharedC = SharedOctets::forMany(c, many);
        QCOMPARE(sharedC->send(connection.sender), c.size());
        QCOMPARE(sharedA->send(connection.sender), a.size());
        sharedA.reset();
        QCOMPARE(SharedOctets::of(c), sharedC.get());
        QVERIFY(!SharedOctets::of(a) && !SharedOctets::of(b));
        QVERIFY(connection.receive(70'000) == b + a + c + a);
    }

    void doNotWaitForAFullQueue()
    {
        Connection connection;
        const QByteArray octets = octetsOf(30'000'000, 5);
        const auto shared = SharedOctets::forMany(octets, many);
        const qint64 sent = shared->send(connection.sender);
        QVERIFY(sent > 0 && sent < octets.size());
        QCOMPARE(shared->send(connection.sender), 0);
        QVERIFY(connection.receive(qsizetype(sent)) == octets.first(sent));
    }

    void tellOfALostConnection()
    {
        Connection connection;
        const QByteArray octets = octetsOf(10'000, 1);
        const auto shared = SharedOctets::forMany(octets, many);
        connection.endReceiver();
        // The first one may go out still; what answers it is a reset.
        QTRY_VERIFY(shared->send(connection.sender) < 0);
        QVERIFY(shared->send(connection.sender) < 0); // EPIPE, and no signal
    }

    void cannotGoAnywhere()
    {
        const QByteArray octets = octetsOf(10'000, 1);
        QVERIFY(SharedOctets::forMany(octets, many)->send(-1) < 0);
    }
#endif
};

QTEST_GUILESS_MAIN(TestSharedOctets)
#include "tst_sharedoctets.moc"
