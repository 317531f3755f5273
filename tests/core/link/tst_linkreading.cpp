#include "linkfixture.h"

#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestLinkReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void receivesWhatCameBehindTheHead();
    void readsWhatArrivedBeforeItOpened();
    void answersBeforeTheRepliesToWhatFollows();
    void pingFloodStopsReading();
    void abortInASlotSilencesTheRest();
    void readsABusyPeerInTurns();
    void holdsReadingBack();
};

void TestLinkReading::receivesWhatCameBehindTheHead()
{
    LinkFixture client(Role::Client);
    client.link->open(unmasked('\x81', "first"_ba));
    QCOMPARE(client.diary, QStringList({u"state 1"_s, u"message first"_s}));
}

void TestLinkReading::readsWhatArrivedBeforeItOpened()
{
    LinkFixture client(Role::Client);
    client.transport->deliver(unmasked('\x81', "early"_ba));
    QCOMPARE(client.diary, QStringList());
    client.link->open();
    QTRY_COMPARE(client.diary, QStringList({u"state 1"_s, u"message early"_s}));
}

void TestLinkReading::answersBeforeTheRepliesToWhatFollows()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &message) { QVERIFY(server.link->sendText(message.payload)); };
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x89', "p"_ba) + masked('\x81', "b"_ba) +
                              masked('\x88', {}));
    const QByteArray expected =
        unmasked('\x81', "a"_ba) + unmasked('\x8A', "p"_ba) + unmasked('\x81', "b"_ba) + unmasked('\x88', {});
    QTRY_COMPARE(server.transport->written, expected);
}

void TestLinkReading::pingFloodStopsReading()
{
    LinkPolicy policy;
    policy.maxQueueSize = 512 * 1024;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    const QByteArray flood = masked('\x89', QByteArray(100, 'p')).repeated(20'000);
    server.transport->deliver(flood);
    QVERIFY(server.link->bufferedAmount() < policy.maxQueueSize);
    QVERIFY(server.transport->unread() > 0);
    QVERIFY(server.link->readyState() == ReadyState::Open);
    // It goes on when the peer takes its answers.
    server.transport->makeRoom(1'000'000'000);
    QTRY_COMPARE(server.transport->unread(), 0);
    QTRY_COMPARE(server.transport->written, unmasked('\x8A', QByteArray(100, 'p')).repeated(20'000));
}

void TestLinkReading::abortInASlotSilencesTheRest()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &) { server.link->abort(); };
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x81', "b"_ba) + masked('\x88', {}));
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"message a"_s, u"state 3"_s, u"closed 1006"_s}));
    server.link->abort(); // again: nothing
    server.link->close({CloseCode::NormalClosure, {}});
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
}

void TestLinkReading::readsABusyPeerInTurns()
{
    LinkFixture server(Role::Server);
    server.link->open();
    const QByteArray octets = masked('\x82', QByteArray(100, 'x')).repeated(30'000); // about 3 MiB
    server.transport->deliver(octets);
    QVERIFY(server.transport->unread() > 0); // others may have their turn now
    QTRY_COMPARE(server.transport->unread(), 0);
    QCOMPARE(server.diary.size(), 1 + 30'000);
}

void TestLinkReading::holdsReadingBack()
{
    LinkPolicy policy;
    policy.pingInterval = 1ms;
    policy.pongTimeout = 1ms;
    LinkFixture held(Role::Server, policy);
    held.link->open();
    held.link->setReadingHeld(true);
    held.transport->deliver(masked('\x81', "hello"_ba));
    // A peer that is not read cannot show that it is there: it is not given up either.
    LinkFixture reference(Role::Server, policy);
    reference.link->open();
    QTRY_VERIFY(reference.transport->aborted);
    QCOMPARE(held.diary, QStringList{u"state 1"_s});
    held.link->setReadingHeld(false);
    QTRY_COMPARE(held.diary.value(1), u"message hello"_s);
}

QTEST_GUILESS_MAIN(TestLinkReading)
#include "tst_linkreading.moc"
