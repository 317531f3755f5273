#include "core/link/unfinishedmessages.h"

#include "core/wire/deflater.h"
#include "core/wire/frameencoder.h"
#include "linkfixture.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 least = UnfinishedMessages::minCounted;

/// A link that shares its loop with others. What arrives takes twice as much, as long as more may come.
struct Peer
{
    Peer(LinkLoop &loop, const LinkPolicy &policy, const std::optional<DeflateParameters> &deflate = {})
    {
        auto owned = std::make_unique<FakeTransport>();
        transport = owned.get();
        link = std::make_unique<Link>(std::move(owned), Role::Server, policy, loop, spy);
        link->open({}, deflate);
    }

    void send(Opcode opcode, const QByteArray &payload, bool fin)
    {
        transport->deliver(encodeFrame(opcode, payload, MaskingKey{}, fin));
    }
    bool isClosedFor(Bound bound) const
    {
        return spy.outcomes.size() == 1 && spy.outcomes.constFirst().bound == bound;
    }

    LinkSpy spy;
    FakeTransport *transport = nullptr; ///< the link's
    std::unique_ptr<Link> link;
};

using End = void (*)(Peer &peer);

LinkPolicy bounded(qint64 octets)
{
    LinkPolicy policy;
    policy.maxUnfinishedSize = octets;
    return policy;
}

} // namespace

class TestUnfinishedMessages : public QObject
{
    Q_OBJECT

private slots:
    void counts()
    {
        LinkFixture one(Role::Server);
        UnfinishedMessages unfinished;
        QVERIFY(!unfinished.note(*one.link, least - 1));
        QCOMPARE(unfinished.total(), 0);
        QVERIFY(unfinished.note(*one.link, least));
        QVERIFY(unfinished.note(*one.link, 3 * least));
        QCOMPARE(unfinished.total(), 3 * least);
        QVERIFY(unfinished.note(*one.link, 2 * least));
        QCOMPARE(unfinished.total(), 2 * least);
        QVERIFY(!unfinished.note(*one.link, 0));
        QCOMPARE(unfinished.total(), 0);
        unfinished.note(*one.link, least);
        unfinished.forget(*one.link);
        unfinished.forget(*one.link);
        QCOMPARE(unfinished.total(), 0);
    }

    void findsTheLargest()
    {
        LinkFixture one(Role::Server);
        LinkFixture other(Role::Server);
        UnfinishedMessages unfinished;
        unfinished.note(*one.link, 5 * least);
        QCOMPARE(unfinished.largestPast(1), nullptr); // it is alone
        unfinished.note(*other.link, 4 * least);
        QCOMPARE(unfinished.largestPast(0), nullptr); // no bound
        QCOMPARE(unfinished.largestPast(9 * least), nullptr);
        QCOMPARE(unfinished.largestPast(9 * least - 1), one.link.get());
        unfinished.note(*other.link, 6 * least);
        QCOMPARE(unfinished.largestPast(9 * least), other.link.get());
        unfinished.forget(*other.link);
        QCOMPARE(unfinished.largestPast(1), nullptr);
    }

    void whoHoldsTheMostGoes()
    {
        LinkLoop loop;
        const LinkPolicy policy = bounded(40 * least);
        Peer large(loop, policy);
        Peer small(loop, policy);
        large.send(Opcode::Binary, QByteArray(15 * least, 'x'), false);
        small.send(Opcode::Binary, QByteArray(5 * least, 'x'), false);
        QCOMPARE(large.link->readyState(), ReadyState::Open);
        small.send(Opcode::Continuation, QByteArray(6 * least, 'x'), false);
        QCOMPARE(large.link->readyState(), ReadyState::Closing);
        QVERIFY(large.spy.diary.contains(u"closeSent 1013"_s));
        QTRY_VERIFY(large.transport->writingEnded);
        QCOMPARE(large.transport->written.left(4), QByteArray("\x88\x38\x03\xF5"));
        large.send(Opcode::Continuation, "rest", true);
        large.transport->end(TransportEnd::PeerEnded);
        QVERIFY(large.isClosedFor(Bound::UnfinishedSize));
        QCOMPARE(large.spy.count(u"message"_s), 0);
        small.send(Opcode::Continuation, {}, true);
        QCOMPARE(small.spy.count(u"message"_s), 1);
        QCOMPARE(small.link->readyState(), ReadyState::Open);
    }

    /// It is being read, and has its Close at once.
    void whoComesLastMayBeTheOne()
    {
        LinkLoop loop;
        const LinkPolicy policy = bounded(10 * least);
        Peer first(loop, policy);
        Peer last(loop, policy);
        first.send(Opcode::Binary, QByteArray(5 * least, 'x'), false);
        last.send(Opcode::Binary, QByteArray(6 * least, 'x'), false);
        QVERIFY(last.transport->writingEnded);
        QCOMPARE(first.link->readyState(), ReadyState::Open);
        first.send(Opcode::Continuation, {}, true);
        QCOMPARE(first.spy.count(u"message"_s), 1);
    }

    void oneAloneMayGoOn()
    {
        LinkLoop loop;
        Peer alone(loop, bounded(1));
        alone.send(Opcode::Binary, QByteArray(100 * least, 'x'), false);
        alone.send(Opcode::Continuation, {}, true);
        QCOMPARE(alone.spy.count(u"message"_s), 1);
    }

    void whatEndedCountsNoMore_data()
    {
        QTest::addColumn<End>("end");
        QTest::newRow("message") << End([](Peer &peer) { peer.send(Opcode::Continuation, {}, true); });
        QTest::newRow("failure") << End([](Peer &peer) { peer.send(Opcode::Text, {}, true); });
        QTest::newRow("Close") << End([](Peer &peer) { peer.send(Opcode::Close, {}, true); });
        QTest::newRow("lost") << End([](Peer &peer) { peer.transport->end(TransportEnd::Lost); });
        QTest::newRow("cut") << End([](Peer &peer) { peer.link->abort(); });
        QTest::newRow("destroyed") << End([](Peer &peer) { peer.link.reset(); });
    }

    void whatEndedCountsNoMore()
    {
        QFETCH(const End, end);
        LinkLoop loop;
        const LinkPolicy policy = bounded(20 * least);
        Peer one(loop, policy);
        Peer other(loop, policy);
        Peer third(loop, policy);
        one.send(Opcode::Binary, QByteArray(8 * least, 'x'), false);
        end(one);
        other.send(Opcode::Binary, QByteArray(6 * least, 'x'), false);
        third.send(Opcode::Binary, QByteArray(4 * least, 'x'), false);
        QCOMPARE(other.link->readyState(), ReadyState::Open);
        QCOMPARE(third.link->readyState(), ReadyState::Open);
        third.send(Opcode::Continuation, QByteArray(5 * least, 'x'), false); // the two of them are counted
        QCOMPARE(third.link->readyState(), ReadyState::Closing);
    }

    /// Its Close, and the bound that it exceeded, are those of before.
    void whoIsClosingGoesToo()
    {
        LinkLoop loop;
        const LinkPolicy policy = bounded(10 * least);
        Peer kicked(loop, policy);
        Peer other(loop, policy);
        kicked.send(Opcode::Binary, QByteArray(8 * least, 'x'), false);
        kicked.link->close({CloseCode::PolicyViolation, {}}, Bound::MessageRate);
        other.send(Opcode::Binary, QByteArray(4 * least, 'x'), false);
        QTRY_VERIFY(kicked.transport->writingEnded);
        QCOMPARE(kicked.transport->written, QByteArray("\x88\x02\x03\xF0"));
        kicked.transport->end(TransportEnd::PeerEnded);
        QVERIFY(kicked.isClosedFor(Bound::MessageRate));
        QCOMPARE(other.link->readyState(), ReadyState::Open);
    }

    /// What counts is what they become.
    void compressedOnesTakeWhatTheyInflateTo()
    {
        constexpr qsizetype mega = 1024 * 1024;
        LinkLoop loop;
        const LinkPolicy policy = bounded(8 * mega);
        const DeflateParameters deflate{.clientNoContextTakeover = true};
        std::vector<std::unique_ptr<Peer>> peers;
        const QByteArray compressed = Deflater(maxWindowBits).compress(QByteArray(3 * mega, 'x'));
        const QByteArray begun = encodeRawFrame({.fin = false,
                                                 .rsv1 = true,
                                                 .opcode = Opcode::Binary,
                                                 .maskingKey = MaskingKey{},
                                                 .payloadLength = quint64(compressed.size())},
                                                compressed);
        QVERIFY(begun.size() < 4 * 1024);
        for (int i = 0; i < 20; ++i) {
            peers.push_back(std::make_unique<Peer>(loop, policy, deflate));
            peers.back()->transport->deliver(begun);
        }
        const auto isOpen = [](const auto &peer) { return peer->link->readyState() == ReadyState::Open; };
        const auto open = std::count_if(peers.begin(), peers.end(), isOpen);
        QVERIFY2(open == 1 || open == 2, qPrintable(QString::number(open))); // 3 to 6 MiB each
    }
};

QTEST_GUILESS_MAIN(TestUnfinishedMessages)
#include "tst_unfinishedmessages.moc"
