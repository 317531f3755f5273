#include "hostilepeer.h"

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstring>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

bool setLoopbackUp(bool up)
{
    const int control = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (control < 0)
        return false;
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    bool done = ::ioctl(control, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags = short(up ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    done = done && ::ioctl(control, SIOCSIFFLAGS, &request) == 0;
    ::close(control);
    return done;
}

bool ownNetwork = false;

} // namespace

/// Peers that are gone without a word, as when a cable is pulled: no FIN and no RST ever comes. The test runs
/// in a network namespace of its own, whose only link it takes down.
class TestHalfOpen : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (!ownNetwork)
            QSKIP("This system gives the test no network namespace of its own: neither to root nor in a user "
                  "namespace.");
        QVERIFY(setLoopbackUp(true));
    }

    void findsLostMembers();
    void stopsInTime();

private:
    static ServerPolicy impatientPolicy()
    {
        ServerPolicy policy;
        policy.link.pingInterval = std::chrono::milliseconds(300);
        policy.link.pongTimeout = std::chrono::milliseconds(300);
        policy.stopTimeout = std::chrono::milliseconds(300);
        return policy;
    }
};

void TestHalfOpen::findsLostMembers()
{
    ServerFixture fixture(impatientPolicy());
    RawPeers peers = connectPeers(fixture.port(), 20);
    for (const auto &peer : peers)
        QVERIFY(peer->upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 20);
    QVERIFY(setLoopbackUp(false));
    // Words on their way to a lost peer keep the ping from nothing.
    fixture.server.say(u"/"_s, u"is anybody there?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.left.size(), 20, RawPeer::patience);
    for (const QList<QVariant> &left : std::as_const(fixture.left))
        QCOMPARE(int(left.constFirst().value<MemberInfo>().close.code), 1006);
    for (const auto &peer : peers) // they never heard of it: lost, not closed
        QCOMPARE(peer->socket().state(), QAbstractSocket::ConnectedState);
    QVERIFY(setLoopbackUp(true));
    QVERIFY(fixture.stillServes());
}

void TestHalfOpen::stopsInTime()
{
    ServerFixture fixture(impatientPolicy());
    QSignalSpy stopped(&fixture.server, &RoomServer::stopped);
    RawPeer peer(fixture.port());
    QVERIFY(peer.upgrade("/"));
    QTRY_COMPARE(fixture.joined.size(), 1);
    QVERIFY(setLoopbackUp(false));
    fixture.server.stop();
    QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, RawPeer::patience);
    QCOMPARE(int(fixture.lastMember().close.code), 1006);
}

int main(int argc, char *argv[])
{
    // Before the first thread: a user namespace is for a process with one.
    ownNetwork = ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    QCoreApplication application(argc, argv);
    TestHalfOpen test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_halfopen.moc"
