#include "serverfixture.h"
#include "tlsfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <array>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr int threads = 3;

ServerPolicy policyFor(int count = threads)
{
    ServerPolicy policy;
    policy.threads = count;
    return policy;
}

using Peers = std::vector<std::unique_ptr<RawPeer>>;

Peers join(const ServerFixture &fixture, int count, const QByteArray &headers = {},
           const QByteArray &path = "/")
{
    Peers peers;
    for (int i = 0; i < count; ++i) {
        peers.push_back(std::make_unique<RawPeer>(fixture.port()));
        if (!peers.back()->upgrade(path, headers))
            return {};
    }
    return peers;
}

constexpr QByteArrayView structuredHeader("Sec-WebSocket-Protocol: confab.v1\r\n");

QByteArray say(const QByteArray &text)
{
    return "{\"type\":\"say\",\"text\":\"" + text + "\"}";
}

/// Reads on until the member has heard that so many are there.
bool knowsOf(RawPeer &peer, int count)
{
    while (true) {
        const RawPeer::Frame frame = peer.readFrame();
        if (!frame.valid)
            return false;
        const QJsonObject heard = QJsonDocument::fromJson(frame.payload).object();
        if (heard.value(u"count"_s).toInt() == count || heard.value(u"members"_s).toArray().size() == count)
            return true;
    }
}

QJsonObject welcomeOf(RawPeer &peer)
{
    while (true) {
        const RawPeer::Frame frame = peer.readFrame();
        const QJsonObject heard = QJsonDocument::fromJson(frame.payload).object();
        if (!frame.valid || heard.value(u"type"_s) == "welcome"_L1)
            return heard;
    }
}

} // namespace

/// Members spread over threads: what holds for all of them together.
class TestSharding : public QObject
{
    Q_OBJECT

private slots:
    void encryptedMembersAreSpreadToo()
    {
        const QTemporaryDir folder;
        ServerPolicy policy = policyFor();
        policy.tls.mode = TlsMode::SelfSigned;
        policy.tls.folder = folder.path();
        ServerFixture fixture(policy);
        constexpr int count = 9;
        Peers peers;
        for (int i = 0; i < count; ++i) {
            peers.push_back(std::make_unique<RawPeer>(encryptedTo(fixture.port())));
            QVERIFY(peers.back()->upgrade("/"));
        }
        constexpr int messageCount = 50;
        for (int i = 0; i < messageCount; ++i) {
            for (const auto &peer : peers)
                peer->sendFrame(Opcode::Text, QByteArray::number(i) + QByteArray(2000, 'x'));
        }
        QList<QByteArray> expected;
        for (const auto &peer : peers) {
            QList<QByteArray> heard;
            while (heard.size() < count * messageCount) {
                const RawPeer::Frame frame = peer->readFrame();
                QVERIFY(frame.valid);
                heard.append(frame.payload);
            }
            if (expected.isEmpty())
                expected = heard;
            QVERIFY(heard == expected);
        }
        for (const auto &peer : peers) {
            peer->sendClose("\x03\xE8"_ba);
            QCOMPARE(peer->readFrame().closeCode(), 1000);
            QVERIFY(peer->waitForEnd());
        }
    }

    /// On whatever thread its lost connection is: that one never answers, and is found to be lost.
    void givesTheNameToWhoComesBack()
    {
        ServerPolicy policy = policyFor();
        policy.link.probeTimeout = std::chrono::milliseconds(20);
        ServerFixture fixture(policy);
        Peers peers = join(fixture, 2 * threads, structuredHeader.toByteArray());
        QCOMPARE(peers.size(), std::size_t(2 * threads));
        for (int i = 0; i < threads; ++i) {
            const QByteArray name = "Mina " + QByteArray(1, char('a' + i));
            RawPeer &lost = *peers[std::size_t(i)];
            lost.sendFrame(Opcode::Text, R"({"type":"hello","name":")" + name + R"("})");
            const QByteArray ticket = welcomeOf(lost).value(u"ticket"_s).toString().toUtf8();
            QVERIFY(!ticket.isEmpty());
            RawPeer &again = *peers[std::size_t(threads + i)];
            again.sendFrame(Opcode::Text, R"({"type":"hello","since":0,"name":")" + name + R"(","ticket":")" +
                                              ticket + R"("})");
            QCOMPARE(welcomeOf(again).value(u"you"_s).toObject().value(u"name"_s).toString(),
                     QString::fromUtf8(name));
            QTRY_COMPARE(fixture.left.size(), i + 1);
            QCOMPARE(fixture.left.last().constFirst().value<MemberInfo>().exceeded, Bound::PongTime);
        }
    }

    void hasOneOrderForAll_data()
    {
        QTest::addColumn<int>("threadCount");
        QTest::addColumn<QByteArray>("headers");
        for (const int count : {1, 2, 3, 5}) {
            QTest::addRow("plain, %d", count) << count << ""_ba;
            QTest::addRow("structured, %d", count) << count << structuredHeader.toByteArray();
        }
        QTest::addRow("compressed, 3") << 3 << "Sec-WebSocket-Extensions: permessage-deflate\r\n"_ba;
    }
    /// Everybody talks at once, and everybody gets the very same octets in the same order.
    void hasOneOrderForAll()
    {
        QFETCH(const int, threadCount);
        QFETCH(const QByteArray, headers);
        constexpr int memberCount = 12;
        constexpr int talkerCount = 6;
        constexpr int messageCount = 60;
        const bool structured = headers == structuredHeader;
        ServerFixture fixture(policyFor(threadCount));
        const Peers peers = join(fixture, memberCount, headers);
        QCOMPARE(peers.size(), std::size_t(memberCount));
        if (structured) {
            for (const auto &peer : peers)
                peer->sendFrame(Opcode::Text, "{\"type\":\"hello\",\"name\":\"Somebody\"}");
            for (const auto &peer :
                 peers) // until each knows of all: as one of them, or as the last that came
                QVERIFY(knowsOf(*peer, memberCount));
        }
        for (int i = 0; i < messageCount; ++i) {
            for (int talker = 0; talker < talkerCount; ++talker) {
                const QByteArray text =
                    QByteArray::number(talker) + '-' + QByteArray::number(i) + '-' + QByteArray(100, 'x');
                peers[std::size_t(talker)]->sendFrame(Opcode::Text, structured ? say(text) : text);
            }
        }
        QList<QByteArray> expected;
        for (const auto &peer : peers) {
            QList<QByteArray> heard;
            while (heard.size() < talkerCount * messageCount) {
                const RawPeer::Frame frame = peer->readFrame();
                QVERIFY(frame.valid);
                heard.append(frame.payload);
            }
            if (expected.isEmpty())
                expected = heard;
            QCOMPARE(heard, expected);
        }
        if (structured) {
            for (int i = 0; i < expected.size(); ++i)
                QCOMPARE(QJsonDocument::fromJson(expected.at(i)).object().value(u"seq"_s).toInt(), i + 1);
        }
        if (headers.isEmpty()) { // and what one says stays in its order
            std::array<int, talkerCount> last;
            last.fill(-1);
            for (const QByteArray &text : std::as_const(expected)) {
                const QList<QByteArray> parts = text.split('-');
                int &before = last[std::size_t(parts.at(0).toInt())];
                QCOMPARE(parts.at(1).toInt(), before + 1);
                ++before;
            }
        }
    }

    /// Who comes in between hears all from then on, who stays hears all, and the counts follow each other.
    void letsMembersComeAndGoWhileTheyTalk()
    {
        constexpr int rounds = 24;
        constexpr int perRound = 8;
        ServerFixture fixture(policyFor());
        const Peers stayers = join(fixture, 3);
        QCOMPARE(stayers.size(), 3u);
        Peers guests;
        int said = 0;
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < perRound; ++i)
                stayers[0]->sendFrame(Opcode::Text, QByteArray::number(said++));
            guests.push_back(std::make_unique<RawPeer>(fixture.port()));
            QVERIFY(guests.back()->upgrade("/"));
            if (round % 3 == 1) {
                guests.front()->sendClose("\x03\xE8"_ba);
                QVERIFY(guests.front()->waitForEnd());
                guests.erase(guests.begin());
            } else if (round % 3 == 2) {
                guests.front()->socket().abort();
                guests.erase(guests.begin());
            }
        }
        QTRY_COMPARE(fixture.joined.size(), 3 + rounds);
        for (int i = 0; i < perRound; ++i)
            stayers[0]->sendFrame(Opcode::Text, QByteArray::number(said++));
        for (const auto &stayer : stayers) {
            for (int i = 0; i < said; ++i)
                QCOMPARE(stayer->readFrame().payload, QByteArray::number(i));
        }
        for (const auto &guest : guests) {
            int heard = guest->readFrame().payload.toInt();
            while (heard < said - 1)
                QCOMPARE(guest->readFrame().payload, QByteArray::number(++heard));
        }
        const int gone = 3 + rounds - int(stayers.size() + guests.size());
        QTRY_COMPARE(fixture.left.size(), gone);
        QCOMPARE(fixture.left.constLast().at(1).toInt(), int(stayers.size() + guests.size()));
        QTRY_COMPARE(fixture.server.roster()->liveCount(), int(stayers.size() + guests.size()));
    }

    /// What was said is heard on each thread before the Close.
    void losesNothingWhenItStops()
    {
        ServerFixture fixture(policyFor());
        QSignalSpy stopped(&fixture.server, &RoomServer::stopped);
        const Peers peers = join(fixture, 9);
        QCOMPARE(peers.size(), 9u);
        QTRY_COMPARE(fixture.joined.size(), 9);
        const QByteArray large(1024 * 1024, 'x');
        for (int i = 0; i < 3; ++i)
            fixture.server.say(u"/"_s, QString::number(i) + QString::fromLatin1(large));
        fixture.server.stop();
        for (const auto &peer : peers) {
            for (int i = 0; i < 3; ++i)
                QVERIFY(peer->readFrame().payload == "Host: " + QByteArray::number(i) + large);
            QCOMPARE(peer->readFrame().closeCode(), 1001);
            peer->sendClose("\x03\xE9"_ba);
        }
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(fixture.left.size(), 9);
        for (int i = 0; i < 9; ++i)
            QCOMPARE(fixture.left.at(i).at(1).toInt(), 8 - i);
        QCOMPARE(fixture.server.roster()->liveCount(), 0);
    }

    void startsAnewWithOtherThreads()
    {
        ServerFixture fixture(policyFor(2));
        for (const int count : {4, 1, 3}) {
            const Peers peers = join(fixture, 4);
            QCOMPARE(peers.size(), 4u);
            fixture.server.stop();
            for (const auto &peer : peers) {
                QCOMPARE(peer->readFrame(Opcode::Close).closeCode(), 1001);
                peer->sendClose("\x03\xE9"_ba);
            }
            QTRY_COMPARE(fixture.server.state(), RoomServer::State::Stopped);
            ServerPolicy policy = policyFor(count);
            policy.port = 0;
            fixture.server.start(policy);
            QTRY_COMPARE(fixture.server.state(), RoomServer::State::Listening);
        }
        QVERIFY(fixture.stillServes());
    }

    /// A connection counts for its address for as long as it is there, on whatever thread.
    void countsConnectionsOfAnAddress()
    {
        ServerPolicy policy = policyFor();
        policy.perAddress.maxConnections = 3;
        policy.perAddress.holdForLoopback = true;
        ServerFixture fixture(policy);
        for (int round = 0; round < 5; ++round) {
            Peers peers;
            // Once those of the last round are gone.
            QTRY_VERIFY(!peers.empty() || !(peers = join(fixture, 3)).empty());
            QTRY_COMPARE(fixture.server.roster()->liveCount(), 3);
            RawPeer fourth(fixture.port());
            QCOMPARE(fourth.request(RawPeer::upgradeRequest("/")).head.status, 429);
            for (const auto &peer : peers) {
                peer->sendClose({});
                QVERIFY(peer->waitForEnd());
            }
        }
    }

    /// Echoes, another room and the main one, all on the same threads.
    void keepsRoomsApart()
    {
        ServerFixture fixture(policyFor());
        const Peers echoes = join(fixture, 3, {}, "/echo");
        const Peers others = join(fixture, 4, {}, "/room/x");
        const Peers main = join(fixture, 4);
        QTRY_COMPARE(fixture.joined.size(), 11);
        echoes[2]->sendFrame(Opcode::Text, "echo");
        others[1]->sendFrame(Opcode::Text, "x");
        main[3]->sendFrame(Opcode::Text, "main");
        QCOMPARE(echoes[2]->readFrame().payload, "echo"_ba);
        for (const auto &peer : others)
            QCOMPARE(peer->readFrame().payload, "x"_ba);
        for (const auto &peer : main)
            QCOMPARE(peer->readFrame().payload, "main"_ba);
        for (const auto &peer : others)
            peer->sendClose({});
        QTRY_COMPARE(fixture.left.size(), 4);
        const Peers again = join(fixture, 2, {}, "/room/x");
        again[0]->sendFrame(Opcode::Text, "anew");
        QCOMPARE(again[1]->readFrame().payload, "anew"_ba);
        echoes[0]->sendFrame(Opcode::Text, "still");
        QCOMPARE(echoes[0]->readFrame().payload, "still"_ba);
    }

    /// Much more than may wait between threads goes through, to everyone who reads.
    void passesOnAFlood()
    {
        constexpr int messageCount = 96; // less in all than may wait for a member
        const QByteArray message(128 * 1024, 'x');
        ServerFixture fixture(policyFor());
        const Peers peers = join(fixture, 6);
        QCOMPARE(peers.size(), 6u);
        for (int i = 0; i < messageCount; ++i)
            peers[std::size_t(i % 3)]->sendFrame(Opcode::Binary, message + QByteArray::number(i));
        for (const auto &peer : peers) {
            for (int i = 0; i < messageCount; ++i) {
                const RawPeer::Frame frame = peer->readFrame();
                QVERIFY(frame.valid);
                QVERIFY(frame.opcode == Opcode::Binary);
            }
        }
        QCOMPARE(fixture.left.size(), 0);
    }

    void obeysTheHostOnEachThread()
    {
        ServerFixture fixture(policyFor());
        const Peers peers = join(fixture, 3);
        QTRY_COMPARE(fixture.joined.size(), 3);
        const QList<MemberInfo> members = fixture.server.roster()->members();
        for (std::size_t i = 0; i < peers.size(); ++i) {
            const quint64 id = members.at(qsizetype(i)).id;
            fixture.server.sendText(id, u"너에게만"_s);
            fixture.server.say(u"/"_s, u"all"_s);
            fixture.server.ping(id);
            QByteArray heard = peers[i]->readFrame().payload;
            while (heard == "Host: all") // of the rounds before
                heard = peers[i]->readFrame().payload;
            QCOMPARE(heard, u"너에게만"_s.toUtf8());
            QCOMPARE(peers[i]->readFrame().payload, "Host: all"_ba);
            QCOMPARE(peers[i]->readFrame().opcode, Opcode::Ping);
        }
        fixture.server.close(members.at(0).id, {CloseCode(4001), u"그만"_s});
        QCOMPARE(peers[0]->readFrame(Opcode::Close).closeCode(), 4001);
        fixture.server.kick(members.at(1).id);
        QVERIFY(peers[1]->waitForEnd());
        fixture.server.kick(members.at(2).id);
        QVERIFY(peers[2]->waitForEnd());
        fixture.server.kick(members.at(2).id); // gone
        QTRY_COMPARE(fixture.left.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestSharding)
#include "tst_sharding.moc"
