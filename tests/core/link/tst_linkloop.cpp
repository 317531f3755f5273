#include "core/wire/frameencoder.h"
#include "linkfixture.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

using namespace confab;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLinkLoop : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesOncePerTurn();
    void postsOneEventForAllLinks();
    void linkMayDieWhileItWaits();
    void linkMayDieDuringTheFlush();
    void nestedEventLoopDuringTheFlush();
    void holdsReadingBack();
    void takesNobodyForSilentWhoIsNotRead();
    void tellsWhenALinkReads();
    void takesItsTimersToAnotherThread();

private:
    struct Peer
    {
        std::unique_ptr<LinkSpy> spy;
        FakeTransport *transport;
        std::unique_ptr<Link> link;
    };
    static Peer makePeer(LinkLoop &loop, const LinkPolicy &policy = {})
    {
        auto transport = std::make_unique<FakeTransport>();
        Peer peer{std::make_unique<LinkSpy>(), transport.get(), nullptr};
        peer.link = std::make_unique<Link>(std::move(transport), Role::Server, policy, loop, *peer.spy);
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

/// Notes into a link's diary when it reads, and how many octets were written by then.
class ReadNotes final : public ReadObserver
{
public:
    ReadNotes(QStringList &diary, const FakeTransport &transport)
        : m_diary(diary)
        , m_transport(transport)
    {}
    void readStarts() override { note(u"read starts, written: %1"_s); }
    void readEnds() override { note(u"read ends, written: %1"_s); }

private:
    void note(const QString &words) { m_diary += words.arg(m_transport.written.size()); }

    QStringList &m_diary;
    const FakeTransport &m_transport;
};

void TestLinkLoop::writesOncePerTurn()
{
    LinkLoop loop;
    const Peer peer = makePeer(loop);
    for (int i = 0; i < 16; ++i)
        QVERIFY(peer.link->sendText("hi"));
    QCOMPARE(peer.transport->writeCalls, 0);
    QTRY_COMPARE(peer.transport->written.size(), 16 * 4);
    QCOMPARE(peer.transport->writeCalls, 1);
}

void TestLinkLoop::postsOneEventForAllLinks()
{
    LinkLoop loop;
    CallCounter counter;
    loop.installEventFilter(&counter);
    std::vector<Peer> peers;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(makePeer(loop));
        QVERIFY(peers.back().link->sendText("hi"));
    }
    QTRY_COMPARE(peers.back().transport->written, "\x81\x02hi"_ba);
    QCOMPARE(counter.calls, 1);
    QCOMPARE(peers.front().transport->written, "\x81\x02hi"_ba);
}

void TestLinkLoop::linkMayDieWhileItWaits()
{
    LinkLoop loop;
    Peer dying = makePeer(loop);
    const Peer living = makePeer(loop);
    dying.link->sendText("hi");
    living.link->sendText("hi");
    dying.link.reset();
    QTRY_COMPARE(living.transport->written, "\x81\x02hi"_ba);
}

void TestLinkLoop::linkMayDieDuringTheFlush()
{
    LinkLoop loop;
    LinkPolicy small;
    small.maxQueueSize = 100;
    const Peer first = makePeer(loop, small);
    Peer second = makePeer(loop);
    const Peer third = makePeer(loop);
    first.transport->room = 0;
    first.spy->onOverflow = [&] { second.link.reset(); };
    first.link->sendBinary("under way");
    first.link->sendBinary(QByteArray(100, 'x'));
    second.link->sendText("hi");
    third.link->sendText("hi");
    QTRY_COMPARE(third.transport->written, "\x81\x02hi"_ba);
    QVERIFY(!second.link);
}

void TestLinkLoop::nestedEventLoopDuringTheFlush()
{
    LinkLoop loop;
    LinkPolicy small;
    small.maxQueueSize = 100;
    const Peer first = makePeer(loop, small);
    const Peer second = makePeer(loop);
    first.transport->room = 0;
    first.spy->onOverflow = [&] {
        second.link->sendText("b");
        QCoreApplication::processEvents();
    };
    first.link->sendBinary("under way");
    first.link->sendBinary(QByteArray(100, 'x'));
    second.link->sendText("a");
    QTRY_COMPARE(second.transport->written, "\x81\x01"
                                            "a\x81\x01"
                                            "b"_ba);
}

void TestLinkLoop::holdsReadingBack()
{
    LinkLoop loop;
    const Peer one = makePeer(loop);
    const Peer other = makePeer(loop);
    QCoreApplication::processEvents();
    loop.holdReading(true);
    const QByteArray frame = encodeFrame(Opcode::Text, "hi", MaskingKey{1, 2, 3, 4});
    one.transport->deliver(frame);
    QCoreApplication::processEvents();
    QCOMPARE(one.transport->unread(), frame.size());
    QVERIFY(one.link->sendText("they are written to all the same"));
    QTRY_VERIFY(!one.transport->written.isEmpty());
    other.transport->deliver(frame);
    loop.holdReading(false);
    QTRY_COMPARE(one.transport->unread(), 0);
    QCOMPARE(other.transport->unread(), 0);
}

void TestLinkLoop::takesNobodyForSilentWhoIsNotRead()
{
    LinkPolicy policy;
    policy.pingInterval = std::chrono::milliseconds(10);
    policy.pongTimeout = std::chrono::milliseconds(10);
    LinkLoop loop;
    const Peer speaks = makePeer(loop, policy);
    const Peer silent = makePeer(loop, policy); // whose time is up later
    QCoreApplication::processEvents();
    loop.holdReading(true);
    speaks.transport->deliver(encodeFrame(Opcode::Text, "hi", MaskingKey{1, 2, 3, 4}));
    QTRY_COMPARE(silent.link->readyState(), ReadyState::Closed);
    QCOMPARE(speaks.link->readyState(), ReadyState::Open);
}

/// Once for all that is read at once, and before any of it is answered.
void TestLinkLoop::tellsWhenALinkReads()
{
    LinkLoop loop;
    const Peer peer = makePeer(loop);
    QCoreApplication::processEvents();
    peer.spy->diary.clear();
    ReadNotes observer(peer.spy->diary, *peer.transport);
    loop.setReadObserver(&observer);
    const QByteArray ping = encodeFrame(Opcode::Ping, "p", MaskingKey{1, 2, 3, 4});
    const QByteArray text = encodeFrame(Opcode::Text, "hi", MaskingKey{1, 2, 3, 4});
    peer.transport->deliver(ping + text + text);
    QTRY_COMPARE(peer.transport->written, "\x8A\x01p"_ba);
    QCOMPARE(peer.spy->diary.size(), 6); // a Ping, its Pong, two messages
    QCOMPARE(peer.spy->diary.constFirst(), u"read starts, written: 0"_s);
    QCOMPARE(peer.spy->diary.constLast(), u"read ends, written: 0"_s);
    loop.setReadObserver(nullptr);
    peer.transport->deliver(text);
    QCOMPARE(peer.spy->diary.size(), 7);
}

void TestLinkLoop::takesItsTimersToAnotherThread()
{
    QThread thread;
    auto *const loop = new LinkLoop;
    loop->moveToThread(&thread);
    QCOMPARE(loop->timers().thread(), &thread);
    thread.start();
    loop->deleteLater();
    thread.quit();
    QVERIFY(thread.wait());
}

QTEST_GUILESS_MAIN(TestLinkLoop)
#include "tst_linkloop.moc"
