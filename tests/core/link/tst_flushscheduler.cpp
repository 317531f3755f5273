#include "linkfixture.h"

#include <QCoreApplication>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestFlushScheduler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesOncePerTurn();
    void postsOneEventForAllLinks();
    void linkMayDieWhileItWaits();
    void linkMayDieDuringTheFlush();
    void nestedEventLoopDuringTheFlush();

private:
    struct Peer
    {
        FakeTransport *transport;
        std::unique_ptr<Link> link;
    };
    static Peer makePeer(FlushScheduler &scheduler, LinkPolicy policy = {})
    {
        auto transport = std::make_unique<FakeTransport>();
        Peer peer{transport.get(), nullptr};
        peer.link = std::make_unique<Link>(std::move(transport), Role::Server, policy, scheduler);
        peer.link->open();
        return peer;
    }
};

/// Counts the queued calls that a scheduler gets.
class CallCounter : public QObject
{
public:
    int calls = 0;
    bool eventFilter(QObject *, QEvent *event) override
    {
        calls += event->type() == QEvent::MetaCall;
        return false;
    }
};

void TestFlushScheduler::writesOncePerTurn()
{
    FlushScheduler scheduler;
    const Peer peer = makePeer(scheduler);
    for (int i = 0; i < 16; ++i)
        QVERIFY(peer.link->sendText("hi"));
    QCOMPARE(peer.transport->writeCalls, 0);
    QTRY_COMPARE(peer.transport->written.size(), 16 * 4);
    QCOMPARE(peer.transport->writeCalls, 1);
}

void TestFlushScheduler::postsOneEventForAllLinks()
{
    FlushScheduler scheduler;
    CallCounter counter;
    scheduler.installEventFilter(&counter);
    std::vector<Peer> peers;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(makePeer(scheduler));
        QVERIFY(peers.back().link->sendText("hi"));
    }
    QTRY_COMPARE(peers.back().transport->written, "\x81\x02hi"_ba);
    QCOMPARE(counter.calls, 1);
    QCOMPARE(peers.front().transport->written, "\x81\x02hi"_ba);
}

void TestFlushScheduler::linkMayDieWhileItWaits()
{
    FlushScheduler scheduler;
    Peer dying = makePeer(scheduler);
    const Peer living = makePeer(scheduler);
    dying.link->sendText("hi");
    living.link->sendText("hi");
    dying.link.reset();
    QTRY_COMPARE(living.transport->written, "\x81\x02hi"_ba);
}

void TestFlushScheduler::linkMayDieDuringTheFlush()
{
    FlushScheduler scheduler;
    LinkPolicy small;
    small.maxQueueSize = 100;
    const Peer first = makePeer(scheduler, small);
    Peer second = makePeer(scheduler);
    const Peer third = makePeer(scheduler);
    first.transport->room = 0;
    connect(first.link.get(), &Link::queueOverflowed, first.link.get(), [&] { second.link.reset(); });
    first.link->sendBinary(QByteArray(100, 'x'));
    second.link->sendText("hi");
    third.link->sendText("hi");
    QTRY_COMPARE(third.transport->written, "\x81\x02hi"_ba);
    QVERIFY(!second.link);
}

void TestFlushScheduler::nestedEventLoopDuringTheFlush()
{
    FlushScheduler scheduler;
    LinkPolicy small;
    small.maxQueueSize = 100;
    const Peer first = makePeer(scheduler, small);
    const Peer second = makePeer(scheduler);
    first.transport->room = 0;
    connect(first.link.get(), &Link::queueOverflowed, first.link.get(), [&] {
        second.link->sendText("b");
        QCoreApplication::processEvents();
    });
    first.link->sendBinary(QByteArray(100, 'x'));
    second.link->sendText("a");
    QTRY_COMPARE(second.transport->written, "\x81\x01"
                                            "a\x81\x01"
                                            "b"_ba);
}

QTEST_GUILESS_MAIN(TestFlushScheduler)
#include "tst_flushscheduler.moc"
