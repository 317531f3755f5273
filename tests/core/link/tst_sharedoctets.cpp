#include "core/link/sharedoctets.h"
#include "tcpconnection.h"

#include <QTest>

#include <array>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype many = SharedOctets::minReceivers;

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
        std::array<TcpConnection, 3> connections;
        const auto shared = SharedOctets::forMany(octets, many);
        for (const TcpConnection &connection : connections)
            QCOMPARE(shared->send(connection.sender), size);
        for (const TcpConnection &connection : connections)
            QVERIFY(connection.receive(size) == octets);
    }

    /// The system tells it by SIGXFSZ, which ends a process that does not expect it.
    void areCopiedWhereFilesMayNotGrow()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit none{0, before.rlim_max};
        const QByteArray octets = octetsOf(65'536, 1);
        const TcpConnection connection;
        const auto shared = SharedOctets::forMany(octets, many);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
        const qint64 sent = shared->send(connection.sender);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(sent < 0);
    }

    /// What waits in the system for a slow reader must not become what is sent next.
    void stayAsTheyWereForThoseWhoReadLater()
    {
        TcpConnection slow;
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
        TcpConnection connection;
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
        TcpConnection connection;
        const QByteArray octets = octetsOf(30'000'000, 5);
        const auto shared = SharedOctets::forMany(octets, many);
        const qint64 sent = shared->send(connection.sender);
        QVERIFY(sent > 0 && sent < octets.size());
        QCOMPARE(shared->send(connection.sender), 0);
        QVERIFY(connection.receive(qsizetype(sent)) == octets.first(sent));
    }

    void tellOfALostConnection()
    {
        TcpConnection connection;
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
