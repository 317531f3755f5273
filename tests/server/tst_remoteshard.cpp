#include "server/remoteshard.h"

#include "shardfixture.h"

#include <QSemaphore>

#ifdef Q_OS_LINUX
#include "tests/core/link/refusedcall.h"

#include <sys/syscall.h>
#endif

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World : ShardWorld
{
    int pressureChanges = 0;
    RemoteShard shard{2, {policy, {}, log, roster, *this, [this] { ++pressureChanges; }}};
};

} // namespace

class TestRemoteShard : public QObject
{
    Q_OBJECT

private slots:
    void worksOnAThreadOfItsOwnInOrder()
    {
        World world;
        QSemaphore done;
        QList<int> order;
        QString thread;
        for (int i = 0; i < 3; ++i)
            world.shard.post([&order, i](Shard &) { order.append(i); });
        world.shard.post([&](Shard &) {
            thread = QThread::currentThread()->objectName();
            done.release();
        });
        done.acquire();
        QCOMPARE(order, (QList<int>{0, 1, 2}));
        QCOMPARE(thread, u"server 2"_s);
    }

#ifdef Q_OS_LINUX
    /// And its end waits for nobody.
    void isNotThereWithoutAThread()
    {
        QVERIFY(onAnotherThread([] {
            if (!refuse(SYS_clone3) || !refuse(SYS_clone))
                return false;
            World world;
            world.shard.post([](Shard &) {});
            return !world.shard.isRunning();
        }));
        World world;
        QVERIFY(world.shard.isRunning());
    }
#endif

    void bringsReportsHere()
    {
        World world;
        SocketPair a;
        const auto passing = takeConnection(a);
        world.shard.post([passing](Shard &shard) { shard.admit(*passing, memberInfo(1), {}); });
        world.shard.setReportsHeld(true);
        a.peer.sendFrame(Opcode::Text, "hi");
        QTRY_COMPARE(world.log->lastNumber(), 1u);
        QVERIFY(world.said.isEmpty());
        world.shard.setReportsHeld(false);
        QTRY_COMPARE(world.said.size(), 1);
        world.shard.post([](Shard &shard) { shard.closeAll({CloseCode::GoingAway, {}}); });
        QCOMPARE(a.peer.readFrame().closeCode(), 1001);
        a.peer.sendClose("\x03\xE9"_ba);
        QVERIFY(a.peer.waitForEnd());
        QTRY_COMPARE(world.closed.size(), 1);
    }

    void saysWhenMoreWaitsThanShould()
    {
        World world;
        QSemaphore gate;
        world.shard.post([&gate](Shard &) { gate.acquire(); });
        world.shard.post([](Shard &) {}, Mailbox::bound / 2);
        QVERIFY(!world.shard.isPressed());
        world.shard.post([](Shard &) {}, Mailbox::bound);
        QVERIFY(world.shard.isPressed());
        QCOMPARE(world.pressureChanges, 1);
        world.shard.post([](Shard &) {}, Mailbox::bound);
        gate.release();
        QTRY_VERIFY(!world.shard.isPressed());
        QCOMPARE(world.pressureChanges, 2);
    }

    void cutsWhoIsLeft()
    {
        SocketPair open;
        SocketPair never;
        {
            World world;
            const auto passing = takeConnection(open);
            world.shard.post([passing](Shard &shard) { shard.admit(*passing, memberInfo(1), {}); });
            const auto untaken = takeConnection(never);
            world.shard.post([untaken](Shard &) {});
        }
        QVERIFY(open.peer.waitForEnd());
        QVERIFY(never.peer.waitForEnd());
    }

    void numbersPartsAndCountsMembers()
    {
        World world;
        QCOMPARE(world.shard.nextPart(), 1u);
        QCOMPARE(world.shard.nextPart(), 2u);
        world.shard.countMember(1);
        QCOMPARE(world.shard.memberCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRemoteShard)
#include "tst_remoteshard.moc"
