#include "keptmessages.h"
#include "rawpeer.h"
#include "server/historyfile.h"
#include "server/member.h"
#include "server/roomhost.h"
#include "stalleddisk.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    std::shared_ptr<Roster> roster = std::make_shared<Roster>();
    std::shared_ptr<Conversation> conversation = std::make_shared<Conversation>();
    RoomHost host{std::make_shared<TrafficLog>(), roster, conversation};
    QSignalSpy listening{&host, &RoomHost::listening};
    QSignalSpy failed{&host, &RoomHost::failed};
    QSignalSpy stopped{&host, &RoomHost::stopped};

    quint16 start(quint16 port = 0, const QString &historyFile = {})
    {
        ServerPolicy policy;
        policy.port = port;
        policy.historyFile = historyFile;
        host.start(policy);
        return listening.isEmpty() ? quint16(0) : listening.constLast().constFirst().value<quint16>();
    }
};

} // namespace

class TestRoomHost : public QObject
{
    Q_OBJECT

private slots:
    void startsAndStopsAgainAndAgain()
    {
        World world;
        quint16 port = 0;
        for (int run = 1; run <= 3; ++run) {
            port = world.start(port);
            QCOMPARE(world.listening.size(), run);
            RawPeer peer(port);
            QVERIFY(peer.upgrade("/"));
            world.host.stop();
            QCOMPARE(peer.readFrame().closeCode(), 1001);
            peer.sendClose("\x03\xE9"_ba);
            QTRY_COMPARE(world.stopped.size(), run);
        }
    }

    void failsAndCanBeAskedAgain()
    {
        World first;
        const quint16 port = first.start();
        World second;
        second.start(port);
        QCOMPARE(second.failed.size(), 1);
        second.start();
        QCOMPARE(second.listening.size(), 1);
    }

    void startIsInterruptedUntilItIsStopped()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"room.sqlite"_s);
        World world;
        {
            const StalledDisk stalled;
            world.host.interrupt();
            world.start(0, file);
            QCOMPARE(world.failed.size(), 1);
            world.host.stop();
            QCOMPARE(world.stopped.size(), 1);
        }
        world.start(0, file);
        QCOMPARE(world.listening.size(), 1);
        QCOMPARE(world.failed.size(), 1);
    }

    void ignoresCommandsWhileStopped()
    {
        World world;
        bool called = false;
        world.host.say(u"/"_s, u"nobody"_s);
        world.host.allowOrigin("null");
        world.host.withMember(1, [&called](Member &) { called = true; });
        QVERIFY(!called);
        world.host.stop();
        QCOMPARE(world.stopped.size(), 1);
    }

    void tellsOfATurnAtOnce()
    {
        World world;
        QStringList order;
        QObject::connect(
            &world.host, &RoomHost::membersChanged, &world.host, [&order](const QList<MemberEvent> &events) {
                for (const MemberEvent &event : events)
                    order += (event.kind == MemberEvent::Kind::Joined ? u"+%1 %2"_s : u"-%1 %2"_s)
                                 .arg(event.member.id)
                                 .arg(event.count);
                order += u"."_s;
            });
        QObject::connect(&world.host, &RoomHost::stopped, &world.host, [&order] { order += u"stopped"_s; });
        const quint16 port = world.start();
        std::array<RawPeer, 3> peers;
        for (RawPeer &peer : peers)
            QVERIFY(peer.connectTo(port) && peer.upgrade("/"));
        QTRY_COMPARE(order.filter(u"+"_s).size(), 3);
        QList<quint64> ids;
        for (const MemberInfo &member : world.roster->members())
            ids += member.id;
        order.clear();
        for (const quint64 id : ids)
            world.host.withMember(id, [](Member &member) { member.abort(); });
        QVERIFY(order.isEmpty()); // not from inside
        world.host.stop();
        QTRY_COMPARE(world.stopped.size(), 1);
        const QStringList expected{u"-%1 2"_s.arg(ids.at(0)), u"-%1 1"_s.arg(ids.at(1)),
                                   u"-%1 0"_s.arg(ids.at(2)), u"."_s, u"stopped"_s};
        QCOMPARE(order, expected);
    }

    /// Whatever was said without it before.
    void showsWhatTheHistoryHas()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"room.sqlite"_s);
        {
            HistoryFile history(file, {});
            history.open();
            history.append({keptText(1, u"long ago"_s)});
        }
        World world;
        world.start();
        world.host.say(u"/"_s, u"today"_s);
        world.host.stop();
        QTRY_COMPARE(world.stopped.size(), 1);
        for (int run = 2; run <= 3; ++run) {
            world.start(0, file);
            world.host.stop();
            QTRY_COMPARE(world.stopped.size(), run);
            const auto entries = world.conversation->since(0, 9);
            QCOMPARE(entries.size(), 2);
            QCOMPARE(entries.at(0).message.text, u"long ago"_s);
            QCOMPARE(entries.at(1).message.text, u"today"_s);
        }
    }

    void findsMembers()
    {
        World world;
        RawPeer peer(world.start());
        QVERIFY(peer.upgrade("/echo"));
        QTRY_COMPARE(world.roster->liveCount(), 1);
        world.host.withMember(world.roster->members().constFirst().id,
                              [](Member &member) { member.send(Opcode::Text, "you"); });
        QCOMPARE(peer.readFrame().payload, "you"_ba);
    }
};

QTEST_GUILESS_MAIN(TestRoomHost)
#include "tst_roomhost.moc"
