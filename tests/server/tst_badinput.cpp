#include "serverfixture.h"

#include <QtEndian>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

/// What peers send that they should not: each ends in the right status or close code, and the server goes on
/// serving.
class TestBadInput : public QObject
{
    Q_OBJECT

private slots:
    void refusesBadRequests_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("status");
        const auto upgradeWith = [](const QByteArray &from, const QByteArray &to) {
            return RawPeer::upgradeRequest("/").replace(from, to);
        };
        QTest::newRow("garbage") << "garbage\r\n\r\n"_ba << 400;
        QTest::newRow("TLS") << "\x16\x03\x01\x02\x00\x01\x00"_ba << 400;
        QTest::newRow("endless first word") << QByteArray(100, 'x') << 400;
        QTest::newRow("not HTTP/1") << "GET / HTTP/2.0\r\n\r\n"_ba << 400;
        QTest::newRow("bare line feeds") << "GET / HTTP/1.1\nHost: a\n\n"_ba << 400;
        QTest::newRow("header without a name") << "GET / HTTP/1.1\r\n: a\r\n\r\n"_ba << 400;
        QTest::newRow("folded header") << "GET / HTTP/1.1\r\nHost: localhost\r\n b\r\n\r\n"_ba << 400;
        QTest::newRow("100 KB headers, endless")
            << "GET / HTTP/1.1\r\nX: "_ba + QByteArray(100'000, 'x') << 431;
        QTest::newRow("100 KB headers, complete")
            << "GET / HTTP/1.1\r\nX: "_ba + QByteArray(100'000, 'x') + "\r\n\r\n"
            << 431;
        QTest::newRow("POST") << "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"_ba
                              << 405;
        QTest::newRow("no such page") << "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n"_ba << 404;
        QTest::newRow("no such room") << RawPeer::upgradeRequest("/nothing") << 404;
        QTest::newRow("version 8") << upgradeWith("Version: 13", "Version: 8") << 426;
        QTest::newRow("no version") << upgradeWith("Sec-WebSocket-Version: 13\r\n", "") << 400;
        QTest::newRow("key of 15 octets")
            << upgradeWith(RawPeer::tutorialKey.toByteArray(), "AAAAAAAAAAAAAAAAAAAA") << 400;
        QTest::newRow("no key") << upgradeWith("Sec-WebSocket-Key", "X-Key") << 400;
        QTest::newRow("no Connection") << upgradeWith("Connection: Upgrade", "Connection: close") << 400;
        QTest::newRow("HTTP/1.0") << upgradeWith("HTTP/1.1", "HTTP/1.0") << 400;
        QTest::newRow("no Host") << upgradeWith("Host", "X-Host") << 400;
        QTest::newRow("frames before the 101")
            << RawPeer::upgradeRequest("/") + encodeFrame(Opcode::Text, "early", MaskingKey{1, 2, 3, 4})
            << 400;
    }
    void refusesBadRequests()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, status);
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        const RawPeer::Reply reply = peer.request(octets);
        QVERIFY(reply.valid);
        QCOMPARE(reply.head.status, status);
        QVERIFY(!reply.body.isEmpty());
        QCOMPARE(reply.head.headers.value("Content-Length").toLongLong(), reply.body.size());
        QVERIFY(reply.head.headers.listContains("Connection", "close"));
        if (status == 426)
            QCOMPARE(reply.head.headers.value("Sec-WebSocket-Version"), "13"_ba);
        if (status == 405)
            QCOMPARE(reply.head.headers.value("Allow"), "GET, HEAD"_ba);
        QVERIFY(fixture.stillServes());
    }

    void endsSilence_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("refusals");
        QTest::newRow("silence") << ""_ba << 0;
        QTest::newRow("truncated head") << "GET / HTTP/1.1\r\nHost: localhost\r\n"_ba << 1;
    }
    void endsSilence()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, refusals);
        ServerPolicy policy;
        policy.headTimeout = std::chrono::milliseconds(50);
        ServerFixture fixture(policy);
        RawPeer peer(fixture.port());
        QCOMPARE(peer.request(octets).head.status, 408);
        QTRY_COMPARE(fixture.refused.size(), refusals);
    }

    void forgetsTruncatedHeads()
    {
        ServerFixture fixture;
        for (const QByteArray &octets :
             {"G"_ba, "GET / HTTP/1.1\r\nHost"_ba, RawPeer::upgradeRequest("/").chopped(1)}) {
            RawPeer peer(fixture.port());
            peer.send(octets);
            peer.socket().disconnectFromHost();
        }
        QVERIFY(fixture.stillServes());
        QTRY_COMPARE(fixture.joined.size(), 1);
    }

    void closesBrokenFrames_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("code");
        const auto frame = [](char first, const QByteArray &payload) {
            return QByteArray(1, first) + char(0x80 | payload.size()) + QByteArray(4, '\0') + payload;
        };
        QByteArray huge = "\x82\xFF"_ba + QByteArray(8, '\0') + QByteArray(4, '\0');
        qToBigEndian(quint64(1) << 40, huge.data() + 2);
        QTest::newRow("unmasked") << "\x81\x05hello"_ba << 1002;
        QTest::newRow("RSV1") << frame(char(0xC1), "a") << 1002;
        QTest::newRow("RSV2") << frame(char(0xA1), "a") << 1002;
        QTest::newRow("RSV3") << frame(char(0x91), "a") << 1002;
        for (const char opcode : {'\x3', '\x4', '\x5', '\x6', '\x7', '\xB', '\xC', '\xD', '\xE', '\xF'})
            QTest::addRow("opcode %d", int(opcode)) << frame(char(0x80 | opcode), "") << 1002;
        QTest::newRow("bad UTF-8") << frame(char(0x81), "\xC0\x80") << 1007;
        QTest::newRow("half a character") << frame(char(0x81), "\xEA\xB0") << 1007;
        QTest::newRow("2^40 octets") << huge << 1009;
        QTest::newRow("continuation of nothing") << frame(char(0x80), "a") << 1002;
        QTest::newRow("fragmented ping") << frame(0x09, "a") << 1002;
        QTest::newRow("Close with one octet") << frame(char(0x88), "\x03") << 1002;
        QTest::newRow("Close 1005") << frame(char(0x88), "\x03\xED") << 1002;
    }
    void closesBrokenFrames()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, code);
        ServerFixture fixture;
        RawPeer peer(fixture.port());
        QVERIFY(peer.upgrade("/"));
        peer.send(octets);
        QCOMPARE(peer.readFrame(Opcode::Close).closeCode(), code);
        QVERIFY(peer.waitForEnd());
        peer.socket().disconnectFromHost();
        QTRY_COMPARE(fixture.left.size(), 1);
        QCOMPARE(fixture.records(TrafficKind::Failure).size(), 1);
        QVERIFY(fixture.stillServes());
    }

    void survivesRunningOutOfDescriptors()
    {
        ServerFixture fixture;
        const int late = ::socket(AF_INET, SOCK_STREAM, 0);
        QVERIFY(late >= 0);
        const QList<int> taken = takeAllDescriptors();
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(fixture.port());
        address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
        const int connected = ::connect(late, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        constexpr QByteArrayView request("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const qint64 sent = ::send(late, request.data(), std::size_t(request.size()), 0);
        pollfd readable{late, POLLIN, 0};
        const int answeredInTime = ::poll(&readable, 1, 300);
        for (const int descriptor : taken)
            ::close(descriptor);
        QCOMPARE(connected, 0);
        QCOMPARE(sent, request.size());
        QCOMPARE(answeredInTime, 0);

        RawPeer peer;
        QVERIFY(peer.socket().setSocketDescriptor(late));
        QCOMPARE(peer.readReply().head.status, 200);
        QVERIFY(fixture.stillServes());
    }

private:
    /// Opens until the system gives no more, of a bounded number.
    static QList<int> takeAllDescriptors()
    {
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_cur, 512);
        setrlimit(RLIMIT_NOFILE, &limit);
        QList<int> taken;
        for (int descriptor = ::open("/dev/null", O_RDONLY); descriptor >= 0;
             descriptor = ::open("/dev/null", O_RDONLY))
            taken.append(descriptor);
        return taken;
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
