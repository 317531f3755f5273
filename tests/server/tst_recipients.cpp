#include "memberfixture.h"
#include "server/recipients.h"
#include "tests/core/link/noring.h"
#include "tests/core/link/settling.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include "core/link/descriptortransport.h"
#include "tests/core/link/refusedcall.h"
#include "tests/core/link/tcpconnection.h"

#include <QThread>

#include <future>

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#endif

using namespace confab;
using namespace Qt::StringLiterals;

class TestRecipients : public QObject
{
    Q_OBJECT

private slots:
    void goesThroughThemInOrder()
    {
        MemberWorld world;
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        Recipients recipients;
        QVERIFY(recipients.isEmpty());
        const auto nothing = [](Member &) { return QByteArrayView(); };
        recipients.forEach(world.loop, nothing, [](Member &) { QFAIL("nobody is there"); });
        const auto ids = [&] {
            QList<quint64> found;
            recipients.forEach(world.loop, nothing,
                               [&found](const Member &member) { found.append(member.id()); });
            return found;
        };
        for (quint64 id = 1; id <= 5; ++id) {
            fixtures.push_back(std::make_unique<MemberFixture>(world, id));
            recipients.append(*fixtures.back()->member);
            QCOMPARE(recipients.count(), qsizetype(id));
            QCOMPARE(ids().size(), recipients.count());
        }
        QVERIFY(recipients.remove(*fixtures[1]->member));
        QVERIFY(!recipients.remove(*fixtures[1]->member));
        QCOMPARE(ids(), (QList<quint64>{1, 3, 4, 5}));
        QVERIFY(recipients.remove(*fixtures[4]->member));
        QCOMPARE(ids(), (QList<quint64>{1, 3, 4}));
        QVERIFY(!recipients.isEmpty());
    }

    /// In groups: those of one are offered theirs before any of them is visited.
    void offersAheadBeforeItVisits_data()
    {
        QTest::addColumn<int>("count");
        constexpr int group = int(SendRing::capacity);
        for (const int count : {1, int(SendRing::minSends) - 1, int(SendRing::minSends), group - 1, group,
                                group + 1, 2 * group + 3})
            QTest::addRow("%d", count) << count;
    }
    void offersAheadBeforeItVisits()
    {
        QFETCH(const int, count);
        constexpr int group = int(SendRing::capacity);
        MemberWorld world;
        std::vector<std::unique_ptr<MemberFixture>> fixtures;
        Recipients recipients;
        for (int id = 1; id <= count; ++id) {
            fixtures.push_back(std::make_unique<MemberFixture>(world, quint64(id)));
            recipients.append(*fixtures.back()->member);
        }
        QStringList diary;
        recipients.forEach(
            world.loop,
            [&](const Member &member) {
                diary += u"offer %1"_s.arg(member.id());
                return QByteArrayView();
            },
            [&](const Member &member) { diary += u"visit %1"_s.arg(member.id()); });
        QStringList expected;
        for (int begin = 1; begin <= count; begin += group) {
            const int end = std::min(begin + group, count + 1);
            for (int id = begin; id < end && count >= SendRing::minSends && world.loop.sendRing(); ++id)
                expected += u"offer %1"_s.arg(id);
            for (int id = begin; id < end; ++id)
                expected += u"visit %1"_s.arg(id);
        }
        QCOMPARE(diary, expected);
    }

#ifdef Q_OS_LINUX
    /// Members of two groups have their octets before the first of the group is visited, and once.
    void sendsAhead()
    {
        constexpr std::size_t count = SendRing::capacity + 3;
        const QByteArray frames = encodeFrame(Opcode::Text, "hi");
        MemberWorld world;
        if (!world.loop.sendRing())
            QSKIP(noRing);
        EpollDispatcher dispatcher;
        std::array<TcpConnection, count> connections;
        MemberFixture listener(world, 1000);
        std::vector<std::unique_ptr<Member>> members;
        Recipients recipients;
        for (std::size_t i = 0; i < count; ++i) {
            MemberInfo info;
            info.id = i;
            const int descriptor = std::exchange(connections[i].sender, -1);
            members.push_back(std::make_unique<Member>(
                std::make_unique<DescriptorTransport>(descriptor, dispatcher), LinkPolicy(), world.loop, info,
                world.traffic, world.rosterWriter, listener));
            members.back()->open();
            recipients.append(*members.back());
        }
        const auto hasAll = [&](std::size_t i) {
            pollfd wait{connections[i].receiver, POLLIN, 0};
            int arrived = 0;
            return ::poll(&wait, 1, 5000) == 1 && ::ioctl(wait.fd, FIONREAD, &arrived) == 0 &&
                   arrived == frames.size();
        };
        std::size_t visited = 0;
        std::size_t delivered = 0;
        bool arrivedBefore = true;
        Settling batch([&] {
            recipients.forEach(
                world.loop, [&](Member &) { return QByteArrayView(frames); },
                [&](Member &member) {
                    const std::size_t group = SendRing::capacity;
                    const std::size_t end = std::min(count, (visited / group + 1) * group);
                    for (std::size_t i = visited; i < end && visited % group == 0 && arrivedBefore; ++i)
                        arrivedBefore = hasAll(i);
                    delivered += std::size_t(member.deliver(frames, 1, 2));
                    ++visited;
                });
        });
        world.loop.collect(batch);
        QTRY_COMPARE(visited, count);
        QVERIFY(arrivedBefore);
        QCOMPARE(delivered, count);
        for (const auto &member : members)
            member->abort();
        for (const TcpConnection &connection : connections)
            QCOMPARE(connection.receive(2 * frames.size()), frames);
    }

    /// As in most containers: everybody is visited, and nothing is offered.
    void doesWithoutARing()
    {
        std::promise<std::pair<int, QByteArrayList>> done;
        const std::unique_ptr<QThread> thread(QThread::create([&done] {
            int visited = 0;
            QByteArrayList written;
            if (refuse(SYS_io_uring_setup)) {
                MemberWorld world;
                std::vector<std::unique_ptr<MemberFixture>> fixtures;
                Recipients recipients;
                for (quint64 id = 1; id <= 5; ++id) {
                    fixtures.push_back(std::make_unique<MemberFixture>(world, id));
                    recipients.append(*fixtures.back()->member);
                }
                const QByteArray frames = encodeFrame(Opcode::Text, "hi");
                Settling batch([&] {
                    recipients.forEach(
                        world.loop, [&](Member &) { return QByteArrayView(frames); },
                        [&](Member &member) { visited += int(member.deliver(frames, 1, 2)); });
                });
                world.loop.collect(batch);
                QCoreApplication::processEvents();
                for (const auto &fixture : fixtures)
                    written += fixture->transport->written + fixture->transport->offeredAhead.join();
            }
            done.set_value({visited, written});
        }));
        thread->start();
        const auto [visited, written] = done.get_future().get();
        thread->wait();
        QCOMPARE(visited, 5);
        QCOMPARE(written, QByteArrayList(5, encodeFrame(Opcode::Text, "hi")));
    }
#endif

    void knowsWhereTheTransportIs()
    {
        MemberWorld world;
        MemberFixture fixture(world, 1);
        const Transport *transport = fixture.transport;
        QCOMPARE(fixture.member->transportAddress(), static_cast<const void *>(transport));
    }
};

QTEST_GUILESS_MAIN(TestRecipients)
#include "tst_recipients.moc"
