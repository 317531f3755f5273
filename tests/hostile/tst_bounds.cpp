#include "hostilepeer.h"
#include "server/limits.h"

using namespace confab;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Exceed = void (*)(ServerFixture &fixture, RawPeer &peer);

/// How a peer exceeds one bound, and what becomes of it: refused before it is a member, or closed after.
struct Case
{
    Limit limit = Limit::HeadSize;
    qint64 value = 0; ///< of the bound in this case
    Exceed exceed = nullptr;
    int status = 0; ///< of the refusal; 0: it becomes a member
    RefusalReason reason = RefusalReason::BadHead;
    CloseCode code = CloseCode::NormalClosure;
    Bound bound = Bound::None;
};

Case refusal(Limit limit, qint64 value, int status, RefusalReason reason, Exceed exceed)
{
    return {limit, value, exceed, status, reason, {}, {}};
}

Case closing(Limit limit, qint64 value, CloseCode code, Bound bound, Exceed exceed)
{
    return {limit, value, exceed, 0, {}, code, bound};
}

/// Small frames that arrive in much less than the time that as many may take.
void speakFast(ServerFixture &, RawPeer &peer)
{
    QVERIFY(peer.upgrade("/"));
    peer.send(encodeFrame(Opcode::Text, "ten octets", MaskingKey{1, 2, 3, 4}).repeated(50));
}

void askOnceMore(ServerFixture &fixture, RawPeer &peer)
{
    RawPeer other(fixture.port());
    QVERIFY(other.upgrade("/"));
    QVERIFY(peer.connectTo(fixture.port()));
    QVERIFY(!peer.upgrade("/"));
}

const Case cases[] = {
    refusal(Limit::HeadSize, 300, 431, RefusalReason::HeadTooLarge,
            [](ServerFixture &, RawPeer &peer) {
                QVERIFY(!peer.upgrade("/", "X-Long: " + QByteArray(300, 'x') + "\r\n"));
            }),
    refusal(Limit::HeadTime, 1, 408, RefusalReason::HeadTimeout,
            [](ServerFixture &, RawPeer &peer) {
                QCOMPARE(peer.request(RawPeer::upgradeRequest("/").chopped(1)).head.status, 408);
            }),
    refusal(Limit::Members, 1, 503, RefusalReason::ServerFull, askOnceMore),
    refusal(Limit::AddressConnections, 2, 429, RefusalReason::TooManyConnections,
            [](ServerFixture &fixture, RawPeer &) { // the given one is the first
                RawPeer second(fixture.port());
                QVERIFY(second.upgrade("/"));
                QVERIFY(!RawPeer(fixture.port()).upgrade("/"));
            }),
    refusal(Limit::AddressHandshakes, 1, 429, RefusalReason::TooManyHandshakes,
            [](ServerFixture &fixture, RawPeer &) {
                int letIn = 0; // more than one only if a second passes between them
                while (letIn < 100 && RawPeer(fixture.port()).upgrade("/"))
                    ++letIn;
                QVERIFY(letIn > 0);
                QVERIFY(letIn < 100);
            }),
    closing(Limit::MessageSize, 100, CloseCode::MessageTooBig, Bound::MessageSize,
            [](ServerFixture &, RawPeer &peer) {
                QVERIFY(peer.upgrade("/"));
                peer.sendFrame(Opcode::Binary, QByteArray(60, 'x'), false);
                peer.sendFrame(Opcode::Continuation, QByteArray(60, 'x'));
            }),
    closing(Limit::FrameSize, 100, CloseCode::MessageTooBig, Bound::FrameSize,
            [](ServerFixture &, RawPeer &peer) {
                QVERIFY(peer.upgrade("/"));
                peer.sendFrame(Opcode::Binary, QByteArray(101, 'x'));
            }),
    closing(Limit::Fragments, 3, CloseCode::PolicyViolation, Bound::Fragments,
            [](ServerFixture &, RawPeer &peer) {
                QVERIFY(peer.upgrade("/"));
                peer.sendFrame(Opcode::Binary, "x", false);
                for (int i = 0; i < 3; ++i)
                    peer.sendFrame(Opcode::Continuation, "x", false);
            }),
    closing(Limit::UnfinishedSize, 64 * 1024, CloseCode::TryAgainLater, Bound::UnfinishedSize,
            [](ServerFixture &fixture, RawPeer &peer) {
                QVERIFY(peer.upgrade("/"));
                peer.sendFrame(Opcode::Binary, QByteArray(100 * 1024, 'x'), false); // may be alone
                peer.sendFrame(Opcode::Ping, {});
                QVERIFY(peer.readFrame(Opcode::Pong).valid);
                RawPeer smaller(fixture.port());
                QVERIFY(smaller.upgrade("/"));
                smaller.sendFrame(Opcode::Binary, QByteArray(8 * 1024, 'x'), false);
                QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), 1, RawPeer::patience);
                smaller.sendFrame(Opcode::Continuation, "end");
                QCOMPARE(smaller.readFrame(Opcode::Binary).payload.size(), 8 * 1024 + 3);
            }),
    closing(Limit::QueueSize, 4 * 1024 * 1024, CloseCode::TryAgainLater, Bound::QueueSize,
            [](ServerFixture &fixture, RawPeer &peer) {
                peer.socket().setReadBufferSize(1);
                QVERIFY(peer.upgrade("/"));
                RawPeer talker(fixture.port());
                QVERIFY(talker.upgrade("/"));
                for (int i = 0; i < 64 && fixture.left.isEmpty(); ++i) {
                    talker.sendFrame(Opcode::Binary, QByteArray(1024 * 1024, 'x'));
                    QVERIFY(talker.readFrame().valid);
                }
                QTRY_VERIFY_WITH_TIMEOUT(!fixture.left.isEmpty(), RawPeer::patience);
            }),
    closing(Limit::PongTime, 1, CloseCode::InternalError, Bound::PongTime,
            [](ServerFixture &, RawPeer &peer) {
                QVERIFY(peer.upgrade("/"));
                QVERIFY(peer.readFrame(Opcode::Ping).valid);
            }),
    closing(Limit::MemberMessages, 2, CloseCode::PolicyViolation, Bound::MessageRate, speakFast),
    closing(Limit::MemberOctets, 20, CloseCode::PolicyViolation, Bound::OctetRate, speakFast),
};

} // namespace

/// Each bound that a peer can exceed, by its row in the table of limits, against the real server.
class TestBounds : public QObject
{
    Q_OBJECT

private slots:
    void everyBoundHasACase();
    void isTold_data();
    void isTold();
};

void TestBounds::everyBoundHasACase()
{
    for (const LimitRule &rule : limitRules()) {
        const auto count = std::count_if(std::begin(cases), std::end(cases),
                                         [&rule](const Case &one) { return one.limit == rule.limit; });
        // Nobody exceeds the number of threads, and no peer is told of what is kept.
        const bool isPeers = rule.limit != Limit::Threads && rule.limit != Limit::HistoryEntries &&
                             rule.limit != Limit::Replay && !rule.windowAlone;
        QVERIFY2(count == (isPeers ? 1 : 0), rule.name);
    }
}

void TestBounds::isTold_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(cases)); ++i)
        QTest::newRow(ruleOf(cases[i].limit).name) << i;
}

void TestBounds::isTold()
{
    QFETCH(const int, index);
    const Case &one = cases[index];
    ServerPolicy policy;
    policy.perAddress.holdForLoopback = true;
    policy.link.pingInterval = 50ms;
    policy.link.closingTimeout = 500ms;
    policy.link.overflowGrace = 200ms;
    if (one.limit != Limit::PongTime)
        policy.link.pongTimeout = std::chrono::milliseconds(RawPeer::patience);
    QVERIFY(setLimit(policy, ruleOf(one.limit), one.value));
    ServerFixture fixture(policy);
    RawPeer peer;
    if (one.exceed != askOnceMore)
        QVERIFY(peer.connectTo(fixture.port()));
    one.exceed(fixture, peer);
    if (QTest::currentTestFailed())
        return;
    if (one.status != 0) {
        QTRY_COMPARE_WITH_TIMEOUT(fixture.refused.size(), 1, RawPeer::patience);
        const auto refusal = fixture.refused.constFirst().constFirst().value<Refusal>();
        QCOMPARE(refusal.reason, one.reason);
        QCOMPARE(refusal.status, one.status);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.left.isEmpty(), RawPeer::patience);
    const auto member = fixture.left.constFirst().constFirst().value<MemberInfo>();
    QVERIFY(member.closeSent == one.code);
    QCOMPARE(member.exceeded, one.bound);
    if (one.limit != Limit::QueueSize) // that peer reads nothing
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), int(one.code));
}

QTEST_GUILESS_MAIN(TestBounds)
#include "tst_bounds.moc"
