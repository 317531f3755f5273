#include "linkfixture.h"
#include "noring.h"
#include "settling.h"

#include <QDeadlineTimer>
#include <QTest>
#include <QTimer>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsAsItsRole();
    void sendsNothingUnlessOpen();
    void sharesAnEncodedFrame();
    void offersAheadWhatGoesAtOnce_data();
    void offersAheadWhatGoesAtOnce();
    void answersPings();
    void measuresRoundTrips();
    void pingsASilentPeer();
    void probesAPeer();
    void aProbeIsAnsweredByAnySignOfLife();
    void aProbeEndsALostPeer();
    void probesNobodyWhoIsLeaving();
    void cutsAPeerThatStaysSilent();
    void whoAcknowledgesIsAlive();
    void whoTakesWhatIsQueuedIsAlive();
    void bufferedAmountCountsWhatWaits();
    void overflowClosesWith1013();
    void overflowFinishesTheStartedFrame();
    void overflowIsCutAfterItsGrace();
    void overflowIsNotCutWhileItReads();
    void aReadingPeerMayGetMoreThanTheBoundInOneTurn();
    void listenersMayCloseAbortAndSend();
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

void TestLink::sharesAnEncodedFrame()
{
    const QByteArray frame = "\x81\x02hi"_ba;
    LinkFixture server(Role::Server);
    server.link->open();
    QVERIFY(server.link->sendEncoded(frame));
    QTRY_COMPARE(server.transport->written, frame);
}

void TestLink::offersAheadWhatGoesAtOnce_data()
{
    QTest::addColumn<QByteArray>("queuedBefore");
    QTest::addColumn<bool>("closed");
    QTest::addColumn<bool>("early");
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("at the end of the turn")
        << QByteArray() << false << false << QByteArrayList{"\x81\x02hi"_ba} << "\x81\x02hi"_ba;
    QTest::newRow("behind something")
        << "one"_ba << false << false << QByteArrayList() << "\x81\x03one\x81\x02hi"_ba;
    QTest::newRow("before its end") << QByteArray() << false << true << QByteArrayList() << "\x81\x02hi"_ba;
    QTest::newRow("when it is closing")
        << QByteArray() << true << false << QByteArrayList() << "\x88\x02\x03\xE8"_ba;
}

void TestLink::offersAheadWhatGoesAtOnce()
{
    QFETCH(const QByteArray, queuedBefore);
    QFETCH(const bool, closed);
    QFETCH(const bool, early);
    QFETCH(const QByteArrayList, offered);
    QFETCH(const QByteArray, written);
    const QByteArray frame = "\x81\x02hi"_ba;
    LinkFixture server(Role::Server);
    SendRing *ring = server.loop.sendRing();
    if (!ring)
        QSKIP(noRing);
    QCOMPARE(server.loop.sendRing(), ring); // one for all links
    server.link->open();
    if (!queuedBefore.isEmpty())
        server.link->sendText(queuedBefore);
    if (closed)
        server.link->close({CloseCode::NormalClosure, {}});
    Settling batch([&] {
        server.link->sendAhead(frame, *ring);
        QCOMPARE(server.link->sendEncoded(frame), !closed);
    });
    server.loop.collect(batch);
    if (early)
        server.loop.settle();
    QTRY_COMPARE(server.transport->written, written);
    QCOMPARE(server.transport->offeredAhead, offered);
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
    QVERIFY(!server.outcome().wasClean);
    QCOMPARE(server.outcome().bound, Bound::PongTime);
    QVERIFY(server.transport->written.endsWith("\x03\xF3no sign of life after a ping")); // 1011
}

void TestLink::probesAPeer()
{
    LinkPolicy policy;
    policy.pingInterval = 0ms;
    policy.probeTimeout = 1min;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.link->probe();
    server.link->probe(); // it is being asked
    QTRY_COMPARE(server.transport->written, unmasked('\x89', QByteArray(8, '\0')));
    server.transport->written.clear();
    server.transport->deliver(masked('\x81', "not an answer yet"_ba));
    server.transport->deliver(masked('\x8A', QByteArray(8, '\0')));
    server.transport->deliver(masked('\x8A', QByteArray(8, '\0')));
    QCOMPARE(server.diary.mid(2),
             QStringList({u"message not an answer yet"_s, u"pong "_s + QString(8, QChar(0)), u"answered"_s,
                          u"pong "_s + QString(8, QChar(0))}));
    server.link->probe(); // and again
    QTRY_COMPARE(server.transport->written, unmasked('\x89', QByteArray(7, '\0') + '\x01'));
}

/// A Pong may be behind a long message of the peer's, or the Ping behind one of ours.
void TestLink::aProbeIsAnsweredByAnySignOfLife()
{
    LinkPolicy policy;
    policy.probeTimeout = 20ms;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.link->probe();
    server.transport->deliver("\x82\xFF"_ba); // of a message
    QTRY_VERIFY(server.diary.contains(u"answered"_s));
    server.diary.clear();

    server.transport->state.accepted = 1'000'000;
    server.transport->acknowledgedEachTime = 100;
    server.link->probe();
    QTRY_VERIFY(server.diary.contains(u"answered"_s));
    QCOMPARE(server.diary.count(u"answered"_s), 1);
    QVERIFY(!server.transport->aborted);
}

void TestLink::aProbeEndsALostPeer()
{
    LinkPolicy policy;
    policy.probeTimeout = 5ms;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.link->probe();
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
    QVERIFY(!server.diary.contains(u"answered"_s));
    QCOMPARE(server.outcome().bound, Bound::PongTime);
}

void TestLink::probesNobodyWhoIsLeaving()
{
    LinkFixture server(Role::Server);
    server.link->probe(); // nor whoever is not there yet
    server.link->open();
    server.link->close({CloseCode::GoingAway, {}});
    server.link->probe();
    QTRY_COMPARE(server.transport->written, unmasked('\x88', "\x03\xE9"_ba));
}

/// It cannot answer the Ping behind what it has not got yet.
void TestLink::whoAcknowledgesIsAlive()
{
    LinkPolicy policy;
    policy.pingInterval = 5ms;
    policy.pongTimeout = 20ms;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->state.accepted = 1'000'000;
    server.transport->acknowledgedEachTime = 100;
    QTRY_VERIFY(server.transport->written.contains(unmasked('\x89', QByteArray(7, '\0') + '\x03')));
    QVERIFY(!server.transport->aborted);
    server.transport->state.accepted = 0; // now it has all that was in front of the next Ping
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.outcome().bound, Bound::PongTime);
}

void TestLink::whoTakesWhatIsQueuedIsAlive()
{
    LinkPolicy policy;
    policy.pingInterval = 20ms;
    policy.pongTimeout = 1s;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    server.link->sendBinary(QByteArray(100, 'x'));
    // The Ping is behind it: a peer that takes an octet every 100 ms cannot answer yet, and has more than a
    // second.
    QTimer peer;
    int accepted = 0;
    connect(&peer, &QTimer::timeout, this, [&] {
        if (++accepted <= 15)
            server.transport->makeRoom(1);
    });
    peer.start(100ms);
    QTRY_VERIFY(accepted == 15);
    QCOMPARE(server.transport->written.size(), 15);
    QVERIFY(!server.transport->aborted);
    QTRY_VERIFY(server.transport->aborted); // for it stops there
    QCOMPARE(server.outcome().bound, Bound::PongTime);
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
    QVERIFY(!server.link->sendBinary(QByteArray(1000, 'b')));
    QVERIFY(!server.link->sendText("after")); // nothing more is taken
    QTRY_VERIFY(server.link->readyState() == ReadyState::Closing);
    QCOMPARE(server.diary,
             QStringList({u"state 1"_s, u"overflow 1808"_s, u"state 2"_s, u"closeSent 1013"_s}));
    server.transport->makeRoom(10'000);
    QCOMPARE(server.transport->written.left(4), "\x88\x1D\x03\xF5"_ba); // the Close alone
    QCOMPARE(server.transport->written.size(), 2 + 0x1D);
    server.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(server.outcome().bound, Bound::QueueSize);
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
    QVERIFY(server.link->sendBinary("under way"));
    QVERIFY(!server.link->sendBinary(QByteArray(100, 'a')));
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1006"_s);
    QVERIFY(server.outcome().sent->code == CloseCode::TryAgainLater);
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

/// The rest of what it has a part of, and the Close: it may need a while for them.
void TestLink::overflowIsNotCutWhileItReads()
{
    LinkPolicy policy;
    policy.maxQueueSize = 100;
    policy.overflowGrace = 1s;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 1;
    QVERIFY(server.link->sendBinary(QByteArray(100, 'a')));
    QTRY_COMPARE(server.transport->written.size(), 1);
    QVERIFY(!server.link->sendBinary(QByteArray(100, 'b')));
    QTRY_VERIFY(server.link->readyState() == ReadyState::Closing);
    const QDeadlineTimer longerThanTheGrace(1500ms);
    while (!longerThanTheGrace.hasExpired()) {
        QTest::qWait(20);
        server.transport->makeRoom(1);
    }
    QVERIFY(!server.transport->aborted);
    server.transport->makeRoom(10'000);
    QVERIFY(server.transport->written.endsWith("too slow: the queue is full"));
    server.transport->room = 0;
    QTRY_VERIFY(server.transport->aborted); // it takes nothing, and does not answer
}

void TestLink::listenersMayCloseAbortAndSend()
{
    LinkFixture server(Role::Server);
    server.spy.onMessage = [&](const Message &) {
        server.link->sendText("bye");
        server.link->close({CloseCode::GoingAway, {}});
        QVERIFY(!server.link->sendText("too late"));
    };
    server.link->open();
    server.transport->deliver(masked('\x81', "go"_ba));
    QTRY_COMPARE(server.transport->written, "\x81\x03"
                                            "bye\x88\x02\x03\xE9"_ba);
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"message go"_s, u"state 2"_s, u"closeSent 1001"_s}));
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
