#include "linkfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsAsItsRole();
    void sendsNothingUnlessOpen();
    void receivesWhatCameBehindTheHead();
    void readsWhatArrivedBeforeItOpened();
    void sharesAnEncodedFrame();
    void answersBeforeTheRepliesToWhatFollows();
    void answersPings();
    void measuresRoundTrips();
    void pingsASilentPeer();
    void cutsAPeerThatStaysSilent();
    void bufferedAmountCountsWhatWaits();
    void overflowClosesWith1013();
    void overflowFinishesTheStartedFrame();
    void overflowIsCutAfterItsGrace();
    void aReadingPeerMayGetMoreThanTheBoundInOneTurn();
    void pingFloodStopsReading();
    void slotsMayCloseAbortAndSend();
    void abortInASlotSilencesTheRest();
    void readsABusyPeerInTurns();
    void holdsReadingBack();
};

void TestLink::sendsAsItsRole()
{
    LinkFixture server(Role::Server);
    server.link->open();
    QVERIFY(server.link->sendText("hi"));
    QVERIFY(server.link->sendBinary(QByteArrayView("\0\1", 2)));
    QTRY_COMPARE(server.transport->written, QByteArray("\x81\x02hi\x82\x02\0\1", 8));

    LinkFixture client(Role::Client);
    client.link->open();
    QVERIFY(client.link->sendText("hi"));
    QTRY_COMPARE(client.transport->written.size(), 8); // a masking key behind the header
    QCOMPARE(client.transport->written.left(2), "\x81\x82"_ba);
}

void TestLink::sendsNothingUnlessOpen()
{
    LinkFixture server(Role::Server);
    QVERIFY(!server.link->sendText("hi"));
    server.link->open();
    server.link->close({CloseCode::NormalClosure, {}});
    QVERIFY(!server.link->sendText("hi"));
    QVERIFY(!server.link->sendPing());
    QVERIFY(!server.link->sendEncoded("\x81\x02hi"_ba));
    QTRY_COMPARE(server.transport->written, "\x88\x02\x03\xE8"_ba);
}

void TestLink::receivesWhatCameBehindTheHead()
{
    LinkFixture client(Role::Client);
    client.link->open(unmasked('\x81', "first"_ba));
    QCOMPARE(client.diary, QStringList({u"state 1"_s, u"message first"_s}));
}

void TestLink::readsWhatArrivedBeforeItOpened()
{
    LinkFixture client(Role::Client);
    client.transport->deliver(unmasked('\x81', "early"_ba));
    QCOMPARE(client.diary, QStringList());
    client.link->open();
    QTRY_COMPARE(client.diary, QStringList({u"state 1"_s, u"message early"_s}));
}

void TestLink::sharesAnEncodedFrame()
{
    const QByteArray frame = "\x81\x02hi"_ba;
    LinkFixture server(Role::Server);
    server.link->open();
    QVERIFY(server.link->sendEncoded(frame));
    QTRY_COMPARE(server.transport->written, frame);
}

void TestLink::answersBeforeTheRepliesToWhatFollows()
{
    LinkFixture server(Role::Server);
    connect(server.link.get(), &Link::messageReceived, server.link.get(),
            [&](const Message &message) { QVERIFY(server.link->sendText(message.payload)); });
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x89', "p"_ba) + masked('\x81', "b"_ba) +
                              masked('\x88', {}));
    const QByteArray expected =
        unmasked('\x81', "a"_ba) + unmasked('\x8A', "p"_ba) + unmasked('\x81', "b"_ba) + unmasked('\x88', {});
    QTRY_COMPARE(server.transport->written, expected);
}

void TestLink::answersPings()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.transport->deliver(masked('\x89', "are you there"_ba));
    QTRY_COMPARE(server.transport->written, unmasked('\x8A', "are you there"_ba));
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"ping are you there"_s, u"sentPong are you there"_s}));
}

void TestLink::measuresRoundTrips()
{
    LinkFixture server(Role::Server);
    server.link->open();
    QVERIFY(server.link->roundTripTime() < 0us);
    server.transport->deliver(masked('\x8A', "unsolicited"_ba));
    QVERIFY(server.link->roundTripTime() < 0us);
    QVERIFY(server.link->sendPing("question"));
    server.transport->deliver(masked('\x8A', "question"_ba));
    QVERIFY(server.link->roundTripTime() >= 0us);
    QCOMPARE(server.diary,
             QStringList({u"state 1"_s, u"pong unsolicited"_s, u"sentPing question"_s, u"pong question"_s}));
}

void TestLink::pingsASilentPeer()
{
    LinkPolicy policy;
    policy.pingInterval = 5ms;
    policy.pongTimeout = 1min;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    QTRY_COMPARE(server.transport->written, unmasked('\x89', QByteArray(8, '\0')));
    server.transport->deliver(masked('\x8A', QByteArray(8, '\0')));
    QVERIFY(server.link->roundTripTime() >= 0us);
}

void TestLink::cutsAPeerThatStaysSilent()
{
    LinkPolicy policy;
    policy.pingInterval = 5ms;
    policy.pongTimeout = 5ms;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
    QVERIFY(!server.outcome.wasClean);
}

void TestLink::bufferedAmountCountsWhatWaits()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.transport->room = 3;
    QVERIFY(server.link->sendText("abcd"));
    QCOMPARE(server.link->bufferedAmount(), 6);
    QTRY_COMPARE(server.transport->written, "\x81\x04"
                                            "a"_ba);
    QCOMPARE(server.link->bufferedAmount(), 3);
    server.transport->makeRoom(100);
    QCOMPARE(server.transport->written, "\x81\x04"
                                        "abcd"_ba);
    QCOMPARE(server.link->bufferedAmount(), 0);
}

void TestLink::overflowClosesWith1013()
{
    LinkPolicy policy;
    policy.maxQueueSize = 1000;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    QVERIFY(server.link->sendBinary(QByteArray(800, 'a')));
    QVERIFY(!server.link->sendBinary(QByteArray(800, 'b')));
    QVERIFY(!server.link->sendText("after")); // nothing more is taken
    QTRY_VERIFY(server.link->readyState() == ReadyState::Closing);
    QCOMPARE(server.diary,
             QStringList({u"state 1"_s, u"overflow 1608"_s, u"state 2"_s, u"closeSent 1013"_s}));
    server.transport->makeRoom(10'000);
    QCOMPARE(server.transport->written.left(4), "\x88\x1D\x03\xF5"_ba); // the Close alone
    QCOMPARE(server.transport->written.size(), 2 + 0x1D);
}

void TestLink::overflowFinishesTheStartedFrame()
{
    LinkPolicy policy;
    policy.maxQueueSize = 1000;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 10;
    QVERIFY(server.link->sendBinary(QByteArray(100, 'a')));
    QTRY_COMPARE(server.transport->written.size(), 10);
    QVERIFY(server.link->sendBinary(QByteArray(100, 'b')));
    QVERIFY(!server.link->sendBinary(QByteArray(900, 'c')));
    QTRY_VERIFY(server.link->readyState() == ReadyState::Closing);
    server.transport->makeRoom(10'000);
    QCOMPARE(server.transport->written.left(102), "\x82\x64"_ba + QByteArray(100, 'a'));
    QCOMPARE(server.transport->written.mid(102, 4), "\x88\x1D\x03\xF5"_ba);
}

void TestLink::overflowIsCutAfterItsGrace()
{
    LinkPolicy policy;
    policy.maxQueueSize = 100;
    policy.overflowGrace = 5ms;
    policy.closingTimeout = 1h;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    QVERIFY(!server.link->sendBinary(QByteArray(100, 'a')));
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
    QVERIFY(server.outcome.sent->code == CloseCode::TryAgainLater);
}

void TestLink::aReadingPeerMayGetMoreThanTheBoundInOneTurn()
{
    LinkPolicy policy;
    policy.maxQueueSize = 1000;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    for (int i = 0; i < 100; ++i)
        QVERIFY(server.link->sendBinary(QByteArray(100, 'a')));
    QTRY_COMPARE(server.transport->written.size(), 100 * 102);
    QVERIFY(server.link->readyState() == ReadyState::Open);
}

void TestLink::pingFloodStopsReading()
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

void TestLink::slotsMayCloseAbortAndSend()
{
    LinkFixture server(Role::Server);
    connect(server.link.get(), &Link::messageReceived, server.link.get(), [&](const Message &) {
        server.link->sendText("bye");
        server.link->close({CloseCode::GoingAway, {}});
        QVERIFY(!server.link->sendText("too late"));
    });
    server.link->open();
    server.transport->deliver(masked('\x81', "go"_ba));
    QTRY_COMPARE(server.transport->written, "\x81\x03"
                                            "bye\x88\x02\x03\xE9"_ba);
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"message go"_s, u"state 2"_s, u"closeSent 1001"_s}));
}

void TestLink::abortInASlotSilencesTheRest()
{
    LinkFixture server(Role::Server);
    connect(server.link.get(), &Link::messageReceived, server.link.get(), [&] { server.link->abort(); });
    server.link->open();
    server.transport->deliver(masked('\x81', "a"_ba) + masked('\x81', "b"_ba) + masked('\x88', {}));
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"message a"_s, u"state 3"_s, u"closed 1006"_s}));
    server.link->abort(); // again: nothing
    server.link->close({CloseCode::NormalClosure, {}});
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
}

void TestLink::readsABusyPeerInTurns()
{
    LinkFixture server(Role::Server);
    server.link->open();
    const QByteArray octets = masked('\x82', QByteArray(100, 'x')).repeated(30'000); // about 3 MiB
    server.transport->deliver(octets);
    QVERIFY(server.transport->unread() > 0); // others may have their turn now
    QTRY_COMPARE(server.transport->unread(), 0);
    QCOMPARE(server.diary.size(), 1 + 30'000);
}

void TestLink::holdsReadingBack()
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

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
