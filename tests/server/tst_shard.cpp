#include "shardfixture.h"

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// A shard on this very thread.
struct World : ShardWorld
{
    explicit World(const LinkPolicy &linkPolicy = {}) { policy = linkPolicy; }

    std::unique_ptr<Shard> shard;
    Mailbox reports{[this] { shard->resumeReading(); }};

    void admit(SocketPair &pair, quint64 id, const QString &subprotocol = {})
    {
        if (!shard)
            shard = std::make_unique<Shard>(Shard::Setup{policy, {}, log, roster, reports, *this});
        shard->admit(*takeConnection(pair), memberInfo(id, subprotocol), {});
    }
};

Parcel parcelOf(const QByteArray &text)
{
    Piece piece;
    piece.frames = encodeFrame(Opcode::Text, text);
    piece.messages = 1;
    piece.octets = quint64(text.size());
    Parcel parcel;
    parcel.common.push_back(piece);
    return parcel;
}

} // namespace

class TestShard : public QObject
{
    Q_OBJECT

private slots:
    void reportsWhatIsSaidInOrder()
    {
        World world;
        SocketPair a;
        world.admit(a, 1);
        for (int i = 0; i < 5; ++i)
            a.peer.sendFrame(Opcode::Text, QByteArray::number(i));
        QTRY_COMPARE(world.said.size(), 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(world.said.at(i), std::pair(quint64(1), QByteArray::number(i)));
    }

    void servesEchoesByItself()
    {
        World world;
        SocketPair a;
        world.admit(a, 1, u"echo"_s);
        a.peer.sendFrame(Opcode::Text, "mine");
        QCOMPARE(a.peer.readFrame().payload, "mine"_ba);
        QVERIFY(world.said.isEmpty());
    }

    void handsOutToThoseInARoom()
    {
        World world;
        SocketPair a;
        SocketPair b;
        world.admit(a, 1);
        world.admit(b, 2);
        world.shard->enterRoom(7, Audience::Plain, 1);
        world.shard->enterRoom(8, Audience::Plain, 2);
        world.shard->enterRoom(8, Audience::Plain, 9); // nobody
        world.shard->deliver(7, parcelOf("to one"));
        world.shard->deliver(8, parcelOf("to the other"));
        world.shard->deliver(9, parcelOf("to nobody"));
        QCOMPARE(a.peer.readFrame().payload, "to one"_ba);
        QCOMPARE(b.peer.readFrame().payload, "to the other"_ba);
        world.shard->leaveRoom(7, 1);
        world.shard->leaveRoom(7, 1);
        world.shard->deliver(7, parcelOf("too late"));
        world.shard->member(1)->send(Opcode::Text, "alone");
        QCOMPARE(a.peer.readFrame().payload, "alone"_ba);
    }

    void keepsTheRosterTrueUntilTheEnd()
    {
        World world;
        SocketPair a;
        world.admit(a, 1);
        const auto info = [&world] { return world.roster.members().constFirst(); };
        QCOMPARE(info().readyState, ReadyState::Open);
        world.shard->rename(1, u"Mina"_s);
        QCOMPARE(info().name, u"Mina"_s);
        world.shard->rename(2, u"nobody"_s);
        a.peer.sendFrame(Opcode::Text, "hi");
        QTRY_COMPARE(info().messagesReceived, 1u);
        a.peer.socket().setReadBufferSize(1);
        const QByteArray much(15 * 1024 * 1024, 'x'); // more than the system takes
        world.shard->member(1)->send(Opcode::Binary, much);
        QTRY_VERIFY(info().bufferedAmount > 0);
        a.peer.socket().setReadBufferSize(0);
        QCOMPARE(a.peer.readFrame(Opcode::Binary).payload, much);
        QTRY_COMPARE(info().bufferedAmount, 0); // which goes by itself
        a.peer.sendClose("\x03\xE8"_ba);
        QTRY_COMPARE(world.closed.size(), 1);
        QCOMPARE(world.closed.constFirst().close.code, CloseCode::NormalClosure);
        QCOMPARE(world.closed.constFirst().name, u"Mina"_s);
        QCOMPARE(info().readyState, ReadyState::Closing); // the last word is not its own
        QVERIFY(world.shard->member(1));
        world.shard->release(1);
        QVERIFY(!world.shard->member(1));
    }

    void endsAll()
    {
        World world;
        SocketPair a;
        SocketPair b;
        world.admit(a, 1);
        world.admit(b, 2, u"echo"_s);
        world.shard->closeAll({CloseCode::GoingAway, {}});
        QCOMPARE(a.peer.readFrame().closeCode(), 1001);
        QCOMPARE(b.peer.readFrame().closeCode(), 1001);
        world.shard->cutAll();
        QTRY_COMPARE(world.closed.size(), 2);
        QVERIFY(a.peer.waitForEnd());
    }

    /// Reports that are not taken hold back their senders, and nothing is lost.
    void readsNoFasterThanItsReportsAreTaken()
    {
        constexpr int count = 200;
        const QByteArray message(64 * 1024, 'x');
        World world;
        world.reports.setHeld(true);
        SocketPair a;
        world.admit(a, 1);
        for (int i = 0; i < count; ++i)
            a.peer.sendFrame(Opcode::Binary, message);
        const auto received = [&world] { return world.shard->member(1)->info().messagesReceived; };
        quint64 before = 0;
        // As much as there is room for, and then no more, though the peer has more.
        QTRY_VERIFY(received() * quint64(message.size()) >= quint64(Mailbox::bound) / 2);
        do {
            before = received();
            QTest::qWait(20);
        } while (received() != before);
        QVERIFY(before < count);
        QVERIFY(qint64(before) * message.size() <= 2 * Mailbox::bound);
        world.reports.setHeld(false);
        QTRY_COMPARE(world.said.size(), count);
    }
};

QTEST_GUILESS_MAIN(TestShard)
#include "tst_shard.moc"
