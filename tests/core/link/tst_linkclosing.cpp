#include "linkfixture.h"

#include <QTest>
#include <QTimer>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The closing handshake and its clock (RFC 6455 §7), in both roles.
class TestLinkClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void serverClosesFirst();
    void clientClosesFirst();
    void peerClosesAServer();
    void peerClosesAClient();
    void bothCloseAtOnce();
    void closeGoesBehindWhatIsQueued();
    void codesShown_data();
    void codesShown();
    void lostWithoutClose_data();
    void lostWithoutClose();
    void noAnswerToTheClose();
    void progressGivesTime();
    void timeWaitsForWhoIsNotRead_data();
    void timeWaitsForWhoIsNotRead();
    void serverWaitsForTheEndOfTheTransport();
    void clientWaitsForTheServersEnd();
    void failureEndsTheTransport();
    void dropsWhatFollowsTheClose();
    void endBeforeOpen();
    void overflowThenPeersClose();

private:
    static LinkPolicy impatient()
    {
        LinkPolicy policy;
        policy.closingTimeout = 5ms;
        return policy;
    }
    const QByteArray m_close1000{"\x03\xE8"};
};

void TestLinkClosing::serverClosesFirst()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.link->close({CloseCode::NormalClosure, u"done"_s});
    QTRY_COMPARE(server.transport->written, "\x88\x06\x03\xE8"
                                            "done"_ba);
    QVERIFY(!server.transport->writingEnded);
    server.transport->deliver(masked('\x88', m_close1000));
    QVERIFY(server.transport->writingEnded);
    server.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"state 2"_s, u"closeSent 1000"_s,
                                        u"closeReceived 1000"_s, u"state 3"_s, u"closed 1000"_s}));
    QVERIFY(server.outcome().wasClean);
    QVERIFY(!server.transport->aborted);
}

void TestLinkClosing::clientClosesFirst()
{
    LinkFixture client(Role::Client);
    client.link->open();
    client.link->close({CloseCode::NormalClosure, {}});
    QTRY_COMPARE(client.transport->written.size(), 8);
    client.transport->deliver(unmasked('\x88', m_close1000));
    QVERIFY(!client.transport->writingEnded); // RFC 6455 §7.1.1: the server is to end it
    client.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(client.diary, QStringList({u"state 1"_s, u"state 2"_s, u"closeSent 1000"_s,
                                        u"closeReceived 1000"_s, u"state 3"_s, u"closed 1000"_s}));
    QVERIFY(client.outcome().wasClean);
}

void TestLinkClosing::peerClosesAServer()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.transport->deliver(masked('\x88', m_close1000));
    // Within the call: the peer may end its side right behind its Close.
    QCOMPARE(server.transport->written, unmasked('\x88', m_close1000));
    QVERIFY(server.transport->writingEnded);
    server.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(server.diary, QStringList({u"state 1"_s, u"closeReceived 1000"_s, u"state 2"_s,
                                        u"closeSent 1000"_s, u"state 3"_s, u"closed 1000"_s}));
    QVERIFY(server.outcome().wasClean);
}

void TestLinkClosing::peerClosesAClient()
{
    LinkFixture client(Role::Client);
    client.link->open();
    client.transport->deliver(unmasked('\x88', m_close1000));
    QCOMPARE(client.transport->written.left(2), "\x88\x82"_ba);
    QVERIFY(!client.transport->writingEnded);
    client.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(client.diary.last(), u"closed 1000"_s);
    QVERIFY(client.outcome().wasClean);
}

void TestLinkClosing::bothCloseAtOnce()
{
    LinkFixture server(Role::Server);
    server.spy.onClose = [&] { server.link->close({CloseCode::GoingAway, {}}); };
    server.link->open();
    server.link->close({CloseCode(4000), {}});
    server.transport->deliver(masked('\x88', "\x0F\xA1"_ba)); // 4001
    server.transport->end(TransportEnd::PeerEnded);
    QVERIFY(server.outcome().status.code == CloseCode(4001));
    QVERIFY(server.outcome().sent->code == CloseCode(4000));
    QVERIFY(server.outcome().wasClean);
    QCOMPARE(server.transport->written, unmasked('\x88', "\x0F\xA0"_ba)); // one Close, not two
}

void TestLinkClosing::closeGoesBehindWhatIsQueued()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.transport->room = 0;
    server.link->sendText("first");
    server.link->sendText("second");
    server.link->close({CloseCode::GoingAway, {}});
    server.transport->makeRoom(1000);
    QCOMPARE(server.transport->written, "\x81\x05"
                                        "first\x81\x06second\x88\x02\x03\xE9"_ba);
}

void TestLinkClosing::codesShown_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("1000") << "\x03\xE8"_ba << 1000 << QString();
    QTest::newRow("empty is 1005") << ""_ba << 1005 << QString();
    QTest::newRow("1012") << "\x03\xF4restart"_ba << 1012 << u"restart"_s;
    QTest::newRow("4001 in Korean") << "\x0F\xA1"_ba + u"안녕"_s.toUtf8() << 4001 << u"안녕"_s;
}

void TestLinkClosing::codesShown()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, code);
    QFETCH(QString, reason);
    LinkFixture client(Role::Client);
    client.link->open();
    client.transport->deliver(unmasked('\x88', payload));
    client.transport->end(TransportEnd::PeerEnded);
    QCOMPARE(int(client.outcome().status.code), code);
    QCOMPARE(client.outcome().status.reason, reason);
    QVERIFY(client.outcome().wasClean);
}

void TestLinkClosing::lostWithoutClose_data()
{
    QTest::addColumn<TransportEnd>("end");
    QTest::addColumn<bool>("closing");
    QTest::newRow("ended, open") << TransportEnd::PeerEnded << false;
    QTest::newRow("lost, open") << TransportEnd::Lost << false;
    QTest::newRow("ended, closing") << TransportEnd::PeerEnded << true;
    QTest::newRow("lost, closing") << TransportEnd::Lost << true;
}

void TestLinkClosing::lostWithoutClose()
{
    QFETCH(TransportEnd, end);
    QFETCH(bool, closing);
    LinkFixture client(Role::Client);
    client.link->open();
    if (closing)
        client.link->close({CloseCode::NormalClosure, {}});
    client.transport->end(end);
    QCOMPARE(int(client.outcome().status.code), 1006);
    QVERIFY(!client.outcome().wasClean);
    QCOMPARE(client.diary.mid(client.diary.size() - 2), QStringList({u"state 3"_s, u"closed 1006"_s}));
    QCOMPARE(client.diary.count(u"state 2"_s), closing ? 1 : 0);
}

void TestLinkClosing::noAnswerToTheClose()
{
    LinkFixture server(Role::Server, impatient());
    server.link->open();
    server.link->close({CloseCode::NormalClosure, {}});
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary,
             QStringList({u"state 1"_s, u"state 2"_s, u"closeSent 1000"_s, u"state 3"_s, u"closed 1006"_s}));
}

void TestLinkClosing::progressGivesTime()
{
    LinkPolicy policy;
    policy.closingTimeout = 200ms;
    LinkFixture server(Role::Server, policy);
    server.link->open();
    server.transport->room = 0;
    server.link->sendBinary(QByteArray(100, 'x'));
    server.link->close({CloseCode::NormalClosure, {}});
    // A peer that takes an octet every 50 ms is slow, but there: it gets all of it, in far more than the
    // time-out.
    QTimer peer;
    int accepted = 0;
    connect(&peer, &QTimer::timeout, this, [&] {
        if (++accepted <= 10)
            server.transport->makeRoom(accepted == 10 ? 1000 : 1);
    });
    peer.start(50ms);
    QTRY_COMPARE(server.transport->written.size(), 102 + 4);
    QVERIFY(!server.transport->aborted);
    QTRY_VERIFY(server.transport->aborted); // but no Close comes from it
}

void TestLinkClosing::timeWaitsForWhoIsNotRead_data()
{
    QTest::addColumn<bool>("answered");
    QTest::newRow("a Close that nobody read yet") << true;
    QTest::newRow("something else") << false;
}

/// While the loop reads from nobody, the peer's answer waits: that is nothing against it.
void TestLinkClosing::timeWaitsForWhoIsNotRead()
{
    QFETCH(const bool, answered);
    LinkFixture server(Role::Server, impatient());
    server.link->open();
    server.link->close({CloseCode::NormalClosure, {}});
    QTRY_COMPARE(server.transport->written.size(), 4);
    server.loop.holdReading(true);
    server.transport->deliver(answered ? masked('\x88', m_close1000) : masked('\x81', "hi"));
    int periods = 0;
    QueuedTimer several(server.loop.timers(), [&] { ++periods; });
    several.start(50ms);
    QTRY_COMPARE(periods, 1);
    QVERIFY(!server.transport->aborted);
    QCOMPARE(server.link->readyState(), ReadyState::Closing);
    server.loop.holdReading(false);
    QTRY_COMPARE(server.link->readyState(), ReadyState::Closed);
    QCOMPARE(server.outcome().wasClean, answered);
    QCOMPARE(server.outcome().status.code, answered ? CloseCode::NormalClosure : CloseCode::AbnormalClosure);
}

void TestLinkClosing::serverWaitsForTheEndOfTheTransport()
{
    LinkFixture server(Role::Server, impatient());
    server.link->open();
    server.transport->deliver(masked('\x88', m_close1000));
    QVERIFY(server.transport->writingEnded);
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1000"_s);
    QVERIFY(server.outcome().wasClean);
}

void TestLinkClosing::clientWaitsForTheServersEnd()
{
    LinkFixture client(Role::Client, impatient());
    client.link->open();
    client.transport->deliver(unmasked('\x88', m_close1000));
    QTRY_VERIFY(client.transport->aborted);
    QCOMPARE(client.diary.last(), u"closed 1000"_s);
    QVERIFY(client.outcome().wasClean);
}

void TestLinkClosing::failureEndsTheTransport()
{
    LinkFixture client(Role::Client);
    client.link->open();
    client.transport->deliver(masked('\x81', "masked by a server"_ba)); // RFC 6455 §5.1
    QVERIFY(client.transport->writingEnded);
    QCOMPARE(client.diary,
             QStringList({u"state 1"_s, u"failed "_s + QString::number(int(WireError::MaskedServerFrame)),
                          u"state 2"_s, u"closeSent 1002"_s}));
    client.transport->end(TransportEnd::PeerEnded);
    QVERIFY(client.outcome().error == WireError::MaskedServerFrame);
    QCOMPARE(int(client.outcome().sent->code), 1002);
}

void TestLinkClosing::dropsWhatFollowsTheClose()
{
    LinkFixture server(Role::Server);
    server.link->open();
    server.transport->deliver(masked('\x88', m_close1000) + masked('\x81', "late"_ba));
    server.transport->deliver(masked('\x89', "later"_ba));
    QCOMPARE(server.transport->unread(), 0); // read, so that the system need not reset the connection
    QCOMPARE(server.transport->written, unmasked('\x88', m_close1000));
    QCOMPARE(server.diary.filter(u"late"_s), QStringList());
}

void TestLinkClosing::endBeforeOpen()
{
    LinkFixture server(Role::Server);
    server.transport->end(TransportEnd::Lost);
    server.link->open();
    QCOMPARE(server.diary, QStringList({u"state 3"_s, u"closed 1006"_s}));
}

void TestLinkClosing::overflowThenPeersClose()
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
    server.transport->deliver(masked('\x88', m_close1000)); // before the turn in which 1013 would go out
    QTRY_VERIFY(server.transport->aborted);
    QCOMPARE(server.diary.last(), u"closed 1000"_s);
}

QTEST_GUILESS_MAIN(TestLinkClosing)
#include "tst_linkclosing.moc"
