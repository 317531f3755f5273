#include "client/connectionrace.h"
#include "deadend.h"
#include "knownnames.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestConnectionRace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ordersAddresses_data();
    void ordersAddresses();
    void connectsToAnAddress();
    void passesADeadEndBy();
    void passesARefusalBy();
    void takesWhoAnswersFirst();
    void reportsARefusalRatherThanTheRest();
    void reportsTheOnlyError();
    void reportsANameThatIsNotKnown();
    void isSilentOnceCancelled_data();
    void isSilentOnceCancelled();
    void leavesNoSocketBehind();
};

namespace {

/// One race to its end, which counts the sockets there are.
struct Race
{
    Race()
        : race([this] {
            auto socket = std::make_unique<QTcpSocket>();
            ++sockets;
            onSocket();
            QObject::connect(socket.get(), &QObject::destroyed, &counter, [this] { --sockets; });
            return socket;
        })
        , wins(&race, &ConnectionRace::won)
        , failures(&race, &ConnectionRace::failed)
    {}
    bool isOver() const { return wins.count() + failures.count() > 0; }

    int sockets = 0;
    std::function<void()> onSocket = [] {};
    QObject counter;
    ConnectionRace race;
    QSignalSpy wins;
    QSignalSpy failures;
};

quint16 listeningPort(QTcpServer &server)
{
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// Behind dead-first.test: nobody answers at the first address, a server listens at the second.
struct DeadFirst
{
    bool works() const { return server.isListening() && deadEnd.works(); }
    quint16 port() const { return server.serverPort(); }

    QTcpServer server;
    DeadEnd deadEnd{listeningPort(server)};
};

quint16 closedPort()
{
    QTcpServer server;
    return listeningPort(server);
}

QList<QHostAddress> toAddresses(const QStringList &texts)
{
    QList<QHostAddress> addresses;
    for (const QString &text : texts)
        addresses += QHostAddress(text);
    return addresses;
}

} // namespace

void TestConnectionRace::initTestCase()
{
    KnownNames::set({
        {"dead-first.test", {"127.0.0.2", "127.0.0.1"}},
        {"refuses-first.test", {"127.0.0.3", "127.0.0.1"}},
        {"nowhere.test", {"255.255.255.255", "127.0.0.1", "127.0.0.4"}},
        {"broadcast.test", {"255.255.255.255"}},
        {"empty.test", {}},
    });
}

void TestConnectionRace::ordersAddresses_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("ordered");
    QTest::newRow("none") << QStringList{} << QStringList{};
    QTest::newRow("one") << QStringList{u"::1"_s} << QStringList{u"::1"_s};
    QTest::newRow("IPv6 first") << QStringList{u"2001:db8::1"_s, u"2001:db8::2"_s, u"192.0.2.1"_s,
                                               u"192.0.2.2"_s}
                                << QStringList{u"2001:db8::1"_s, u"192.0.2.1"_s, u"2001:db8::2"_s,
                                               u"192.0.2.2"_s};
    QTest::newRow("IPv4 first") << QStringList{u"192.0.2.1"_s, u"192.0.2.2"_s, u"192.0.2.3"_s,
                                               u"2001:db8::1"_s}
                                << QStringList{u"192.0.2.1"_s, u"2001:db8::1"_s, u"192.0.2.2"_s,
                                               u"192.0.2.3"_s};
    QTest::newRow("one family") << QStringList{u"192.0.2.2"_s, u"192.0.2.1"_s}
                                << QStringList{u"192.0.2.2"_s, u"192.0.2.1"_s};
    QTest::newRow("more of the other") << QStringList{u"::1"_s, u"192.0.2.1"_s, u"192.0.2.2"_s}
                                       << QStringList{u"::1"_s, u"192.0.2.1"_s, u"192.0.2.2"_s};
}

void TestConnectionRace::ordersAddresses()
{
    QFETCH(const QStringList, given);
    QFETCH(const QStringList, ordered);
    QCOMPARE(inOrderOfAttempts(toAddresses(given)), toAddresses(ordered));
}

void TestConnectionRace::connectsToAnAddress()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Race race;
    race.race.start(u"127.0.0.1"_s, server.serverPort());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.wins.count(), 1);
    const std::unique_ptr<QTcpSocket> socket = race.race.takeSocket();
    QCOMPARE(socket->peerPort(), server.serverPort());
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(race.race.tried(), QList{QHostAddress(QHostAddress::LocalHost)});
}

void TestConnectionRace::passesADeadEndBy()
{
    const DeadFirst host;
    QVERIFY(host.works());
    Race race;
    race.race.start(u"dead-first.test"_s, host.port());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.wins.count(), 1);
    const std::unique_ptr<QTcpSocket> socket = race.race.takeSocket();
    QCOMPARE(socket->peerAddress(), QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(race.race.tried(), (QList{DeadEnd::address(), QHostAddress(QHostAddress::LocalHost)}));
}

void TestConnectionRace::passesARefusalBy()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Race race;
    race.race.start(u"refuses-first.test"_s, server.serverPort());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.wins.count(), 1);
    QCOMPARE(race.race.tried().size(), 2);
}

void TestConnectionRace::takesWhoAnswersFirst()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(u"127.0.0.3"_s), server.serverPort()));
    Race race;
    race.race.start(u"refuses-first.test"_s, server.serverPort()); // which it does not this time
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.race.tried(), QList{QHostAddress(u"127.0.0.3"_s)});
    QCOMPARE(race.race.takeSocket()->peerAddress(), QHostAddress(u"127.0.0.3"_s));
    QTest::qWait(int(2 * ConnectionRace::attemptDelay.count())); // nobody is tried any more
    QCOMPARE(race.wins.count(), 1);
    QCOMPARE(race.race.tried().size(), 1);
    QVERIFY(!server.hasPendingConnections());
}

void TestConnectionRace::reportsARefusalRatherThanTheRest()
{
    Race race;
    race.race.start(u"nowhere.test"_s, closedPort());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.failures.count(), 1);
    QCOMPARE(race.failures[0][0].value<QAbstractSocket::SocketError>(),
             QAbstractSocket::ConnectionRefusedError);
    QVERIFY(!race.failures[0][1].toString().isEmpty());
    QCOMPARE(race.race.tried().size(), 3);
}

void TestConnectionRace::reportsTheOnlyError()
{
    Race race;
    race.race.start(u"broadcast.test"_s, closedPort());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.failures.count(), 1);
    QVERIFY(race.failures[0][0].value<QAbstractSocket::SocketError>() !=
            QAbstractSocket::ConnectionRefusedError);
}

void TestConnectionRace::reportsANameThatIsNotKnown()
{
    Race race;
    race.race.start(u"empty.test"_s, 80);
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.failures[0][0].value<QAbstractSocket::SocketError>(), QAbstractSocket::HostNotFoundError);
    QVERIFY(!race.failures[0][1].toString().isEmpty());
    QVERIFY(race.race.tried().isEmpty());
}

void TestConnectionRace::isSilentOnceCancelled_data()
{
    QTest::addColumn<bool>("isLookedUp");
    QTest::newRow("while the name is looked up") << false;
    QTest::newRow("while it connects") << true;
}

void TestConnectionRace::isSilentOnceCancelled()
{
    QFETCH(const bool, isLookedUp);
    const DeadFirst host;
    QVERIFY(host.works());
    Race race;
    bool isCancelled = false;
    const auto cancel = [&race, &isCancelled] {
        race.race.cancel();
        isCancelled = true;
    };
    if (isLookedUp) // as soon as it connects
        race.onSocket = [&] { QMetaObject::invokeMethod(&race.race, cancel, Qt::QueuedConnection); };
    race.race.start(u"dead-first.test"_s, host.port());
    if (!isLookedUp)
        cancel();
    QTRY_VERIFY(isCancelled);
    Race reference;
    reference.race.start(u"dead-first.test"_s, host.port());
    QTRY_VERIFY(reference.isOver());
    QVERIFY(!race.isOver());
    QTRY_COMPARE(race.sockets, 0);
    QCOMPARE(race.race.tried().size(), isLookedUp ? 1 : 0);
}

void TestConnectionRace::leavesNoSocketBehind()
{
    const DeadFirst host;
    QVERIFY(host.works());
    Race race;
    race.race.start(u"dead-first.test"_s, host.port());
    QTRY_VERIFY(race.isOver());
    QCOMPARE(race.race.tried().size(), 2);
    QTRY_COMPARE(race.sockets, 1); // the winner
    race.race.takeSocket().reset();
    QCOMPARE(race.sockets, 0);
}

QTEST_GUILESS_MAIN(TestConnectionRace)
#include "tst_connectionrace.moc"
