#include "core/link/opensslerror.h"
#include "selfsignedcontext.h"
#include "tlsworld.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

// TlsTransport with peers that keep it busy, or could: everyone has a turn, and who only floods is ended.

namespace {

/// Each octet in a record of its own.
QByteArray encryptEach(TlsPeer &peer, const QByteArray &text, int keysBefore = 0)
{
    QByteArray octets;
    for (qsizetype i = 0; i < text.size(); ++i) {
        octets += peer.updateKeys(keysBefore);
        octets += peer.encrypt(text.sliced(i, 1));
    }
    return octets;
}

QByteArray textOf(int size)
{
    QByteArray text;
    while (text.size() < size)
        text += char('a' + text.size() % 23);
    return text;
}

/// A plain record of the handshake as many of one octet each (RFC 8446 §5.1).
QByteArray shredded(const QByteArray &record)
{
    constexpr qsizetype headerSize = 5;
    QByteArray octets;
    for (const char octet : record.sliced(headerSize))
        octets += record.first(3) + "\0\1"_ba + octet;
    return octets;
}

} // namespace

class TestTlsFlood : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = selfSignedContext();
        QVERIFY(m_context);
    }

    void endsWhoSendsNothingButKeys_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("reads"); ///< the listener, or it waits until there is something
        for (const bool reads : {false, true}) {
            const char *who = reads ? "reads" : "waits";
            QTest::addRow("unasked, %s", who) << SSL_KEY_UPDATE_NOT_REQUESTED << reads;
            QTest::addRow("asks for ours, %s", who) << SSL_KEY_UPDATE_REQUESTED << reads;
        }
    }
    void endsWhoSendsNothingButKeys()
    {
        QFETCH(const int, type);
        QFETCH(const bool, reads);
        constexpr int count = 20'000;
        constexpr int readAhead = 64 * 1024;
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->takeWritten();
        const QByteArray octets = world.peer.updateKeys(count, type);
        QVERIFY(octets.size() > 4 * readAhead);
        if (reads)
            world.outer->arrive(octets);
        else
            world.outer->deliver(octets);
        QCOMPARE(world.readAll(), ""_ba);
        // A bounded share was read, and answered at most.
        QVERIFY(world.outer->unread() >= octets.size() - readAhead);
        QVERIFY(recordSizes(world.outer->written).size() <= TlsTurn::maxOwnRecords);
        QVERIFY(world.spy.ended.isEmpty()); // never from inside a call
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Lost});
        QCOMPARE(world.readAll(), ""_ba);
    }

    /// They come one by one.
    void endsWhoSendsKeysSlowly()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        for (int i = 0; i < TlsTurn::maxOwnRecords; ++i) {
            world.outer->deliver(world.peer.updateKeys(1));
            QCoreApplication::processEvents();
        }
        QVERIFY(world.spy.ended.isEmpty());
        world.outer->deliver(world.peer.updateKeys(1));
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Lost});
    }

    /// The server says no to each (RFC 5746 §4.5), but not for ever.
    void endsWhoWantsToNegotiateAnewAgainAndAgain()
    {
        TlsWorld world(m_context, TLS1_2_VERSION);
        SSL_set_max_send_fragment(world.peer.session(), 512);
        QVERIFY(world.open());
        world.outer->takeWritten();
        world.peer.enlargeHello(512 * 2 * TlsTurn::maxOwnRecords);
        SSL_renegotiate(world.peer.session());
        SSL_do_handshake(world.peer.session());
        world.outer->deliver(world.peer.take());
        QVERIFY(recordSizes(world.outer->written).size() <= TlsTurn::maxOwnRecords);
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Lost});
    }

    void keepsWhoChangesItsKeyBeforeEachMessage()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(3000);
        const QByteArray octets = encryptEach(world.peer, text, 1);
        QByteArray received;
        world.spy.onReadable = [&] { received += world.readAll(); };
        world.outer->deliver(octets);
        QVERIFY(received.size() < 100); // it has a turn now and then
        QTRY_COMPARE(received.size(), text.size());
        QCOMPARE(received, text);
        QVERIFY(world.spy.ended.isEmpty());
        // And what we say arrives.
        QCOMPARE(world.write({"hello"}), 5);
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), "hello"_ba);
    }

    void sharesItsTurn_data()
    {
        QTest::addColumn<int>("count"); ///< records of an octet
        QTest::addColumn<int>("keys");  ///< before each
        QTest::addColumn<int>("padTo"); ///< octets (RFC 8446 §5.4)
        QTest::addColumn<int>("mostAtOnce");
        QTest::newRow("octets") << 10'000 << 0 << 0 << 4000;
        QTest::newRow("octets with much around them") << 500 << 0 << 16'000 << 130;
        QTest::newRow("octets with as many keys as may be") << 20 << TlsTurn::maxOwnRecords << 0 << 2;
    }
    void sharesItsTurn()
    {
        QFETCH(const int, count);
        QFETCH(const int, keys);
        QFETCH(const int, padTo);
        QFETCH(const int, mostAtOnce);
        TlsWorld world(m_context);
        QVERIFY(world.open());
        if (padTo > 0)
            SSL_set_block_padding(world.peer.session(), std::size_t(padTo));
        const QByteArray text = textOf(count);
        world.outer->deliver(encryptEach(world.peer, text, keys));
        QByteArray received = world.readAll();
        QVERIFY(!received.isEmpty() && received.size() <= mostAtOnce);
        QCOMPARE(world.readAll(), ""_ba); // its turn is over
        world.outer->deliver({});         // whatever comes
        QCOMPARE(world.readAll(), ""_ba);
        qsizetype highest = 0;
        world.spy.onReadable = [&] {
            const QByteArray octets = world.readAll();
            highest = std::max(highest, octets.size());
            received += octets;
        };
        QTRY_COMPARE(received.size(), text.size());
        QCOMPARE(received, text);
        QVERIFY(highest <= mostAtOnce);
        QVERIFY(world.spy.ended.isEmpty());
    }

    void readsAsMuchAsALinkDoesInOneTurn()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(1024 * 1024);
        world.outer->deliver(world.peer.encrypt(text));
        QVERIFY(world.readAll(64 * 1024) == text);
    }

    void findsTheEndBehindItsTurn_data()
    {
        QTest::addColumn<bool>("closeNotify");
        QTest::newRow("close_notify") << true;
        QTest::newRow("none") << false;
    }
    void findsTheEndBehindItsTurn()
    {
        QFETCH(const bool, closeNotify);
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(10'000);
        QByteArray octets = encryptEach(world.peer, text);
        if (closeNotify)
            octets += world.peer.shutDown();
        world.outer->deliver(octets);
        QByteArray received = world.readAll();
        QVERIFY(received.size() < text.size());
        world.outer->end(TransportEnd::PeerEnded);
        world.spy.onReadable = [&] { received += world.readAll(); };
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
        QCOMPARE(received, text);
    }

    void hasItsTurnWithAnotherListener()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(10'000);
        world.outer->deliver(encryptEach(world.peer, text));
        QByteArray received = world.readAll();
        world.transport->setListener(nullptr);
        QCoreApplication::processEvents(); // nobody is told
        TransportSpy late;
        late.onReadable = [&] { received += world.readAll(); };
        world.transport->setListener(&late);
        received += world.readAll(); // as a new listener does
        QTRY_COMPARE(received.size(), text.size());
        QCOMPARE(received, text);
        world.transport->setListener(nullptr);
    }

    void isGivenAwayBetweenTurns()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(10'000);
        world.outer->deliver(encryptEach(world.peer, text));
        QByteArray received = world.readAll();
        world.outer->passing = std::make_shared<PassingConnection>(-1);
        const auto connection = world.transport->takeConnection();
        QVERIFY(connection);
        const int told = world.spy.readable;
        QCoreApplication::processEvents();
        QCOMPARE(world.spy.readable, told);
        auto outer = std::make_unique<FakeTransport>();
        outer->arrive(world.outer->takeUnread());
        world.transport = std::make_unique<TlsTransport>(std::move(outer), connection->takeSession());
        world.spy.onReadable = [&] { received += world.readAll(); };
        world.transport->setListener(&world.spy);
        received += world.readAll();
        QTRY_COMPARE(received.size(), text.size());
        QCOMPARE(received, text);
    }

    void losesNothingWhenKeysChangeInsideABacklog()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray text = textOf(200'000);
        QByteArray received;
        qsizetype taken = 0;
        for (int round = 0; taken < text.size() || world.transport->pendingSize() > 0; ++round) {
            QVERIFY(round < 1000);
            world.outer->room = 0;
            taken += qsizetype(world.write({QByteArrayView(text).sliced(taken)}));
            QVERIFY(world.transport->pendingSize() > 0);
            const QByteArray keys = world.peer.updateKeys(3, SSL_KEY_UPDATE_REQUESTED);
            world.outer->deliver(keys + world.peer.encrypt("question"));
            QCOMPARE(world.readAll(), "question"_ba);
            received += world.peer.decrypt(world.outer->takeWritten());
            world.outer->makeRoom(50'000);
        }
        received += world.peer.decrypt(world.outer->takeWritten());
        QVERIFY(received == text);
        QVERIFY(world.spy.ended.isEmpty());
    }

    /// Some do, so that nobody on the way reads the server's name in it.
    void shakesHandsWithWhoShredsItsHello()
    {
        TlsWorld world(m_context);
        world.peer.shakeHands();
        world.outer->deliver(shredded(world.peer.take()));
        world.peer.shakeHands(world.outer->takeWritten());
        QVERIFY(world.open());
    }

    void doesNotShakeHandsForEver()
    {
        TlsWorld world(m_context);
        world.peer.enlargeHello(2 * TlsTurn::maxHandshakeRecords);
        world.peer.shakeHands();
        world.spy.onReadable = [] {};
        world.outer->deliver(shredded(world.peer.take()));
        QCOMPARE(world.transport->shakeHands(), TlsHandshake::Failed);
        QCOMPARE(world.transport->errorText(), opensslTooSmallRecords());
    }

private:
    TlsContext m_context;
};

QTEST_GUILESS_MAIN(TestTlsFlood)
#include "tst_tlsflood.moc"
