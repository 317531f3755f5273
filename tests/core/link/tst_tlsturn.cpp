#include "core/link/tlsturn.h"

#include "selfsignedcontext.h"
#include "tlsserver.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// What TLS 1.3 adds to a record's octets: the content type, and the tag of AES-GCM.
constexpr int overhead = 17;

struct Watched : TlsServer
{
    explicit Watched(const TlsContext &context, int version = TLS1_3_VERSION)
        : TlsServer(context, version)
    {
        turn.watch(session.get());
    }

    /// All that the session gives; an end or a want ends it.
    QByteArray read()
    {
        QByteArray octets;
        std::array<char, 16 * 1024> buffer;
        for (int count = 0; (count = SSL_read(session.get(), buffer.data(), int(buffer.size()))) > 0;)
            octets.append(buffer.data(), count);
        return octets;
    }

    TlsTurn turn;
};

} // namespace

class TestTlsTurn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_context = selfSignedContext();
        QVERIFY(m_context);
    }

    void isOverAfterItsCost_data()
    {
        QTest::addColumn<int>("size"); ///< octets of a record
        for (const int size : {1, 100, 16'384})
            QTest::addRow("records of %d", size) << size;
    }
    void isOverAfterItsCost()
    {
        QFETCH(const int, size);
        Watched server(m_context);
        QVERIFY(server.open());
        for (int round = 0; round < 2; ++round) {
            server.turn.begin();
            int records = 0;
            while (!server.turn.isOver()) {
                server.deliver(server.peer.encrypt(QByteArray(size, 'x')));
                QCOMPARE(server.read().size(), size);
                ++records;
            }
            const int cost = size + overhead + TlsTurn::recordCost;
            QCOMPARE(records, (TlsTurn::maxCost + cost - 1) / cost);
            QVERIFY(!server.turn.isFlooded());
        }
    }

    /// Which it reads until then without a rest.
    void isLongerThanALinks()
    {
        constexpr int recordsOfALink = 1024 * 1024 / (16 * 1024);
        QVERIFY(recordsOfALink * (16 * 1024 + overhead + TlsTurn::recordCost) < TlsTurn::maxCost);
    }

    void doesNotCountWhatIsWritten()
    {
        Watched server(m_context);
        QVERIFY(server.open());
        server.turn.begin();
        const QByteArray text(16 * 1024, 'x');
        for (int i = 0; i < 200; ++i)
            QCOMPARE(SSL_write(server.session.get(), text.constData(), int(text.size())), int(text.size()));
        QVERIFY(!server.turn.isOver());
    }

    void countsANewKeyAsMuchMore()
    {
        Watched server(m_context);
        QVERIFY(server.open());
        server.turn.endHandshake();
        server.turn.begin();
        int keys = 0;
        while (!server.turn.isOver()) {
            server.deliver(server.peer.updateKeys(1));
            server.deliver(server.peer.encrypt("x"));
            QCOMPARE(server.read(), "x"_ba);
            server.turn.noteData();
            ++keys;
        }
        QCOMPARE(keys, 62); // of 64, the records themselves taken off
        QVERIFY(!server.turn.isFlooded());
    }

    void readsSoManyKeysInARow_data()
    {
        QTest::addColumn<int>("keys");
        QTest::addColumn<bool>("isFlooded");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("the bound") << TlsTurn::maxOwnRecords << false;
        QTest::newRow("one more") << TlsTurn::maxOwnRecords + 1 << true;
        QTest::newRow("very many") << 5000 << true;
    }
    void readsSoManyKeysInARow()
    {
        QFETCH(const int, keys);
        QFETCH(const bool, isFlooded);
        Watched server(m_context);
        QVERIFY(server.open());
        server.turn.endHandshake();
        server.take();
        server.deliver(server.peer.updateKeys(keys, SSL_KEY_UPDATE_REQUESTED));
        server.deliver(server.peer.encrypt("behind"));
        QCOMPARE(server.read(), isFlooded ? ""_ba : "behind"_ba);
        QCOMPARE(server.turn.isFlooded(), isFlooded);
        // One answer may stand for many (RFC 8446 §4.6.3), and none is given to those that are too many.
        QVERIFY(recordSizes(server.take()).size() <= TlsTurn::maxOwnRecords);
    }

    /// Its content types can be seen from outside (RFC 5246 §6.2.1).
    void seesThoseOfTls12()
    {
        Watched server(m_context, TLS1_2_VERSION);
        SSL_set_max_send_fragment(server.peer.session(), 512);
        QVERIFY(server.open());
        server.turn.endHandshake();
        server.deliver(server.peer.encrypt("before"));
        QCOMPARE(server.read(), "before"_ba);
        server.peer.enlargeHello(512 * (TlsTurn::maxOwnRecords + 1));
        SSL_renegotiate(server.peer.session());
        SSL_do_handshake(server.peer.session());
        server.deliver(server.peer.take());
        QCOMPARE(server.read(), ""_ba);
        QVERIFY(server.turn.isFlooded());
    }

    void allowsMoreForAHandshake()
    {
        Watched server(m_context);
        server.turn.beginHandshake();
        SSL_set_max_send_fragment(server.peer.session(), 512);
        server.peer.enlargeHello(512 * 2 * TlsTurn::maxOwnRecords);
        QVERIFY(server.open());
        QVERIFY(!server.turn.isFlooded());
        server.turn.endHandshake(); // what it took counts no more
        server.deliver(server.peer.updateKeys(TlsTurn::maxOwnRecords));
        server.deliver(server.peer.encrypt("x"));
        QCOMPARE(server.read(), "x"_ba);
        server.turn.noteData();
        server.deliver(server.peer.updateKeys(TlsTurn::maxOwnRecords + 1));
        QCOMPARE(server.read(), ""_ba);
        QVERIFY(server.turn.isFlooded());
    }

private:
    TlsContext m_context;
};

QTEST_GUILESS_MAIN(TestTlsTurn)
#include "tst_tlsturn.moc"
