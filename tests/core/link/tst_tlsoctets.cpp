#include "core/link/opensslerror.h"
#include "selfsignedcontext.h"
#include "tlsworld.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace confab;
using namespace Qt::StringLiterals;

// TlsTransport with the octets in the test's hand: every split, short writes, spoilt records, ends anywhere.

class TestTlsOctets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = selfSignedContext();
        QVERIFY(m_context);
    }

    void shakesHandsHoweverItComes_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("step");
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            for (const int step : {1, 2, 5, 64, 100'000})
                QTest::addRow("1.%d, %d octets at a time", version - TLS1_VERSION, step) << version << step;
        }
    }
    void shakesHandsHoweverItComes()
    {
        QFETCH(const int, version);
        QFETCH(const int, step);
        TlsWorld world(m_context, version);
        QVERIFY(world.open(step));
        QCOMPARE(SSL_version(world.peer.session()), version);
        world.deliver(world.peer.encrypt("안녕"), step);
        QCOMPARE(world.readAll(), "안녕"_ba);
        QCOMPARE(world.write({"hel", "lo"}), 5);
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), "hello"_ba);
    }

    /// A listener that does not read now learns that it need not wait with what was refused.
    void takesWhatWasRefusedWhenThePeerIsGone()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->deliver(world.peer.encrypt("unread"));
        world.outer->room = 0;
        const QByteArray octets(100'000, 'x');
        const qint64 taken = world.write({octets});
        QVERIFY(taken < octets.size());
        const int told = world.spy.writable;
        world.outer->end(TransportEnd::PeerEnded);
        QTRY_COMPARE(world.spy.writable, told + 1);
        QCOMPARE(world.write({octets}), octets.size());
        QCOMPARE(world.transport->pendingSize(), 0);
        QCOMPARE(world.spy.ended, QList<TransportEnd>());
        QCOMPARE(world.readAll(), "unread"_ba);
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    }

    void readsWhatComesBehindTheHandshake()
    {
        TlsWorld world(m_context);
        world.peer.shakeHands();
        world.outer->deliver(world.peer.take());
        QVERIFY(world.peer.shakeHands(world.outer->takeWritten()));
        const QByteArray finished = world.peer.take();
        world.outer->deliver(finished + world.peer.encrypt("at once"));
        QVERIFY(world.isOpen);
        QCOMPARE(world.readAll(), "at once"_ba);
    }

    void saysWhyTheHandshakeFails()
    {
        TlsWorld world(m_context, TLS1_2_VERSION);
        SSL_set_cipher_list(world.peer.session(), "AES128-SHA"); // without forward secrecy
        world.peer.shakeHands();
        world.spy.onReadable = [] {};
        world.outer->deliver(world.peer.take());
        QCOMPARE(world.transport->shakeHands(), TlsHandshake::Failed);
        QCOMPARE(world.transport->errorText(), u"no shared cipher"_s);
        QCOMPARE(world.outer->written.first(1), "\x15"_ba); // and an alert tells the peer
    }

    void saysThatThePeerLeft()
    {
        TlsWorld world(m_context);
        world.peer.shakeHands();
        world.spy.onReadable = [] {};
        world.outer->deliver(world.peer.take());
        QCOMPARE(world.transport->shakeHands(), TlsHandshake::Waits);
        const int before = world.spy.readable;
        world.outer->end(TransportEnd::PeerEnded);
        QCOMPARE(world.spy.readable, before + 1);
        QCOMPARE(world.transport->shakeHands(), TlsHandshake::Failed);
        QCOMPARE(world.transport->errorText(), opensslUnexpectedEnd());
    }

    void joinsPiecesIntoFullRecords()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray piece(1000, 'x');
        const std::vector<QByteArrayView> pieces(40, piece);
        world.outer->writeCalls = 0;
        QCOMPARE(world.write(pieces), 40'000);
        QCOMPARE(world.outer->writeCalls, 1);
        constexpr int overhead = 17; // content type, and the tag of AES-GCM
        QCOMPARE(recordSizes(world.outer->written),
                 (QList<int>{7232 + overhead, 16384 + overhead, 16384 + overhead}));
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), QByteArray(40'000, 'x'));
    }

    /// For small devices (RFC 6066 §4).
    void writesSmallRecordsForWhoWantsThem()
    {
        TlsWorld world(m_context);
        SSL_set_tlsext_max_fragment_length(world.peer.session(), TLSEXT_max_fragment_length_1024);
        QVERIFY(world.open());
        const QByteArray text(40'000, 'x');
        QCOMPARE(world.write({text}), text.size());
        const QByteArray encrypted = world.outer->takeWritten();
        const QList<int> sizes = recordSizes(encrypted);
        QVERIFY(*std::max_element(sizes.cbegin(), sizes.cend()) <= 1024 + 256); // RFC 8446 §5.2
        QCOMPARE(world.peer.decrypt(encrypted), text);
    }

    void saysANewKeyBeforeWhatItEncrypts()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        SSL_key_update(world.peer.session(), SSL_KEY_UPDATE_REQUESTED);
        world.outer->room = 0;
        world.outer->deliver(world.peer.encrypt("question"));
        QCOMPARE(world.readAll(), "question"_ba);
        world.outer->makeRoom(1'000'000);
        const QByteArray text(20'000, 'x');
        QCOMPARE(world.write({text}), text.size());
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), text);
    }

    void takesOnlyAsMuchAsItsBound_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {1000, 16'384, 16'385, 65'536, 65'537, 1'000'000})
            QTest::addRow("pieces of %d", int(size)) << size;
    }
    void takesOnlyAsMuchAsItsBound()
    {
        QFETCH(const qsizetype, size);
        TlsWorld world(m_context);
        QVERIFY(world.open());
        QByteArray sent;
        while (sent.size() < 3'000'000)
            sent += char('a' + sent.size() % 23);
        QByteArray received;
        qsizetype taken = 0;
        world.outer->room = 0;
        int rounds = 0;
        while (taken < sent.size() || world.transport->pendingSize() > 0) {
            QVERIFY(++rounds < 100'000);
            std::vector<QByteArrayView> pieces;
            for (qsizetype i = taken; i < std::min(sent.size(), taken + 5 * size); i += size)
                pieces.push_back(QByteArrayView(sent).sliced(i, std::min(size, sent.size() - i)));
            taken += qsizetype(world.write(pieces));
            QVERIFY(world.transport->pendingSize() <= TlsTransport::maxPendingSize);
            if (world.transport->pendingSize() > 0)
                QCOMPARE(world.write({"refused"}), 0);
            received += world.peer.decrypt(world.outer->takeWritten());
            world.outer->makeRoom(40'000 + rounds % 7);
        }
        received += world.peer.decrypt(world.outer->takeWritten());
        QVERIFY(received == sent);
        QVERIFY(world.spy.writable > 0);
        // Once when all of it is gone, and not without any.
        const int before = world.spy.writable;
        world.outer->makeRoom(1);
        QCOMPARE(world.spy.writable, before);
    }

    void tellsWhenWhatItTookIsGone()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->room = 100;
        QCOMPARE(world.write({QByteArray(5000, 'x')}), 5000); // none of it is refused
        const int before = world.spy.writable;
        world.outer->makeRoom(1000);
        QCOMPARE(world.spy.writable, before);
        QVERIFY(world.transport->pendingSize() > 0);
        world.outer->makeRoom(100'000);
        QCOMPARE(world.spy.writable, before + 1);
        QCOMPARE(world.transport->pendingSize(), 0);
    }

    void endsItsSideBehindWhatWaits()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->room = 100;
        QCOMPARE(world.write({QByteArray(5000, 'x')}), 5000);
        world.transport->endWriting();
        world.transport->endWriting();
        QVERIFY(!world.outer->writingEnded);
        QCOMPARE(world.write({"dropped"}), 7);
        world.outer->makeRoom(100'000);
        QVERIFY(world.outer->writingEnded);
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), QByteArray(5000, 'x'));
        QVERIFY(world.peer.hasReadCloseNotify());
        // And reads on until the peer ends its own.
        world.outer->deliver(world.peer.encrypt("still here"));
        QCOMPARE(world.readAll(), "still here"_ba);
        QVERIFY(world.spy.ended.isEmpty());
        world.outer->deliver(world.peer.shutDown());
        QCOMPARE(world.readAll(), QByteArray());
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
    }

    void readsEverythingBeforeTheEnd_data()
    {
        QTest::addColumn<bool>("closeNotify");
        QTest::addColumn<int>("cut"); ///< octets that are missing at the end
        QTest::newRow("close_notify") << true << 0;
        QTest::newRow("none") << false << 0;
        QTest::newRow("inside close_notify") << true << 3;
        QTest::newRow("inside a record") << false << 7;
    }
    void readsEverythingBeforeTheEnd()
    {
        QFETCH(const bool, closeNotify);
        QFETCH(const int, cut);
        TlsWorld world(m_context);
        QVERIFY(world.open());
        QByteArray octets = world.peer.encrypt("first");
        octets += world.peer.encrypt("second");
        if (closeNotify)
            octets += world.peer.shutDown();
        octets.chop(cut);
        world.outer->deliver(octets);
        QByteArray received = "fir"_ba;
        std::array<char, 3> three{};
        QCOMPARE(world.transport->read(three), 3); // the rest is in the session
        const int before = world.spy.readable;
        world.outer->end(TransportEnd::PeerEnded);
        QCOMPARE(world.spy.readable, before + 1);
        QCoreApplication::processEvents();
        QVERIFY(world.spy.ended.isEmpty());
        received += world.readAll(2);
        QCOMPARE(received, cut == 7 ? "first"_ba : "firstsecond"_ba);
        QVERIFY(world.spy.ended.isEmpty()); // never from inside a call
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
        QCOMPARE(world.readAll(), QByteArray());
        QCOMPARE(world.write({"dropped"}), 7);
    }

    void answersWhatCameWithTheEnd()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        const QByteArray question = world.peer.encrypt("question");
        world.outer->deliver(question + world.peer.shutDown());
        QCOMPARE(world.readAll(), "question"_ba); // and finds the end
        QCOMPARE(world.write({"answer"}), 6);
        world.transport->endWriting();
        QVERIFY(world.outer->writingEnded);
        QCOMPARE(world.peer.decrypt(world.outer->takeWritten()), "answer"_ba);
        QVERIFY(world.peer.hasReadCloseNotify());
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::PeerEnded});
        QCOMPARE(world.write({"dropped"}), 7);
        QVERIFY(world.outer->takeWritten().isEmpty());
    }

    void tellsALateListenerOfTheEnd()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.transport->setListener(nullptr);
        world.outer->end(TransportEnd::Lost);
        TransportSpy late;
        world.transport->setListener(&late);
        QTRY_COMPARE(late.ended, QList<TransportEnd>{TransportEnd::Lost});
        QVERIFY(world.spy.ended.isEmpty());
        world.transport->setListener(nullptr);
    }

    void fallsAtASpoiltRecord()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        QByteArray octets = world.peer.encrypt("good");
        octets += world.peer.encrypt("spoilt");
        octets.back() = char(octets.back() ^ 1);
        world.outer->deliver(octets);
        QCOMPARE(world.readAll(), "good"_ba);
        QCOMPARE(recordSizes(world.outer->takeWritten()).size(), 1); // an alert
        QTRY_COMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Lost});
    }

    /// It costs a client little and a server much (CVE-2011-1473); TLS 1.3 has none.
    void doesNotNegotiateAnew()
    {
        TlsWorld world(m_context, TLS1_2_VERSION);
        QVERIFY(world.open());
        SSL_renegotiate(world.peer.session());
        SSL_do_handshake(world.peer.session());
        world.outer->deliver(world.peer.take());
        QCOMPARE(world.readAll(), QByteArray());
        const QByteArray answer = world.outer->takeWritten();
        QCOMPARE(answer.first(1), "\x15"_ba); // an alert, and no ServerHello
        QCOMPARE(recordSizes(answer).size(), 1);
    }

    void fallsAtWhoMakesItAnswerAndNeverReads()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->room = 0;
        qsizetype highest = 0;
        for (int i = 0; i < 20'000 && world.spy.ended.isEmpty(); ++i) {
            SSL_key_update(world.peer.session(), SSL_KEY_UPDATE_REQUESTED);
            world.outer->deliver(world.peer.encrypt("x"));
            world.readAll();
            highest = std::max(highest, qsizetype(world.transport->pendingSize()));
            QCoreApplication::processEvents();
        }
        QCOMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Lost});
        QVERIFY(highest < TlsTransport::maxPendingSize + 1000);
    }

    void abortsAtOnce()
    {
        TlsWorld world(m_context);
        QVERIFY(world.open());
        world.outer->room = 0;
        world.write({"waits"});
        world.transport->abort();
        QVERIFY(world.outer->aborted);
        QCOMPARE(world.spy.ended, QList<TransportEnd>{TransportEnd::Local});
        QCOMPARE(world.transport->pendingSize(), 0);
        world.transport->abort();
        QCOMPARE(world.spy.ended.size(), 1);
    }

private:
    TlsContext m_context;
};

QTEST_GUILESS_MAIN(TestTlsOctets)
#include "tst_tlsoctets.moc"
