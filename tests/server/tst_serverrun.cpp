#include "core/link/fingerprint.h"
#include "server/serverrun.h"
#include "stalleddisk.h"
#include "tests/client/certificate.h"
#include "tlsfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

struct World
{
    TrafficWriter traffic{std::make_shared<TrafficLog>()};
    Roster roster;
    Conversation conversation;
    ServerPolicy policy;
    World()
    {
        policy.port = 0;
        policy.stopTimeout = std::chrono::milliseconds(30);
    }
    std::unique_ptr<ServerRun> run()
    {
        return std::make_unique<ServerRun>(policy, traffic, roster, conversation);
    }
};

} // namespace

class TestServerRun : public QObject
{
    Q_OBJECT

private slots:
    void opensAndFinishes()
    {
        World world;
        const auto run = world.run();
        QVERIFY(!run->open());
        QVERIFY(run->port() != 0);
        QSignalSpy finished(run.get(), &ServerRun::finished);
        run->finish();
        QCOMPARE(finished.size(), 1);
        run->finish();
        QCOMPARE(finished.size(), 1);
    }

    void isMeantByItsNamesOnceTheyAreLearnt()
    {
        World world;
        world.policy.hostNames = {u"kitchen"_s};
        const auto run = world.run();
        QVERIFY(!run->open());
        QVERIFY(answerFor("kitchen", run->port()).startsWith("HTTP/1.1 421 "));
        run->learnNames();
        QVERIFY(answerFor("kitchen", run->port()).startsWith("HTTP/1.1 200 "));
        QVERIFY(answerFor("attic", run->port()).startsWith("HTTP/1.1 421 "));
    }

    void speaksTls()
    {
        const QTemporaryDir folder;
        World world;
        world.policy.tls.mode = TlsMode::SelfSigned;
        world.policy.tls.folder = folder.path();
        const auto run = world.run();
        QVERIFY(!run->open());
        std::unique_ptr<QSslSocket> socket = encryptedTo(run->port());
        QVERIFY(socket);
        QCOMPARE(sha256Fingerprint(socket->peerCertificate()), run->fingerprint());
        QVERIFY(socket->sessionProtocol() >= QSsl::TlsV1_2);
        RawPeer peer(std::move(socket));
        QVERIFY(peer.upgrade("/echo"));
        // More than the sockets hold, both ways.
        const QByteArray words(3'000'000, 'w');
        peer.sendFrame(Opcode::Text, words);
        QVERIFY(peer.readFrame().payload == words);
    }

    void tellsWhyItHasNoTls()
    {
        World world;
        world.policy.tls.mode = TlsMode::Files;
        world.policy.tls.certificateFile = u"/nowhere.pem"_s;
        const std::optional<ServerError> error = world.run()->open();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ServerErrorKind::CertificateUnreadable);
        QCOMPARE(error->file, u"/nowhere.pem"_s);
    }

    void tellsThatOpensslRefusesTheCertificate()
    {
        const SelfSignedCertificate weak(u"IP:127.0.0.1"_s, u"rsa:1024"_s);
        World world;
        world.policy.tls.mode = TlsMode::Files;
        world.policy.tls.certificateFile = weak.certificateFile();
        world.policy.tls.keyFile = weak.keyFile();
        const std::optional<ServerError> error = world.run()->open();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ServerErrorKind::CertificateRefused);
        QCOMPARE(error->file, weak.certificateFile());
        QCOMPARE(error->detail, u"ee key too small"_s);
    }

    void cutsThoseWhoDoNotAnswer()
    {
        World world;
        const auto run = world.run();
        QVERIFY(!run->open());
        RawPeer peer(run->port());
        QVERIFY(peer.upgrade("/"));
        QSignalSpy finished(run.get(), &ServerRun::finished);
        run->finish();
        QCOMPARE(finished.size(), 0);
        QCOMPARE(peer.readFrame().closeCode(), 1001);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(world.roster.liveCount(), 0);
    }

    /// The Close that was to come behind what waits comes to nobody then, and starts nothing that is gone.
    void theLastOneLeavesWhileTheEndWaitsForTheDisk()
    {
        using namespace std::chrono_literals;
        const QTemporaryDir folder;
        World world;
        auto history = std::make_unique<History>(folder.filePath(u"room.sqlite"_s), ConversationLimits(),
                                                 DiskPatience{1h, 1h, 1s});
        QVERIFY(std::holds_alternative<KeptHistory>(history->open()));
        auto run = std::make_unique<ServerRun>(world.policy, world.traffic, world.roster, world.conversation,
                                               std::move(history));
        QVERIFY(!run->open());
        RawPeer peer(run->port());
        QVERIFY(peer.upgrade("/"));
        QTRY_COMPARE(run->lobby().count(), 1);
        const StalledDisk stalled;
        run->lobby().say(u"/"_s, u"waits"_s);
        QCoreApplication::processEvents();
        QSignalSpy finished(run.get(), &ServerRun::finished);
        QSignalSpy closing(&run->lobby(), &Lobby::closing);
        run->finish();
        peer.socket().abort();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(closing.isEmpty());
        run.reset();
        QCOMPARE(closing.size(), 1);
    }

    void tellsWhyItDoesNotOpen()
    {
        World world;
        const auto first = world.run();
        QVERIFY(!first->open());
        world.policy.port = first->port();
        const auto second = world.run();
        const std::optional<ServerError> error = second->open();
        QVERIFY(error.has_value());
        QCOMPARE(error->kind, ServerErrorKind::PortInUse);
        QCOMPARE(error->port, first->port());
    }

    void namesErrors_data()
    {
        QTest::addColumn<QAbstractSocket::SocketError>("error");
        QTest::addColumn<int>("kind");
        QTest::newRow("in use") << QAbstractSocket::AddressInUseError << int(ServerErrorKind::PortInUse);
        QTest::newRow("no such address")
            << QAbstractSocket::SocketAddressNotAvailableError << int(ServerErrorKind::AddressNotAvailable);
        QTest::newRow("port 80") << QAbstractSocket::SocketAccessError
                                 << int(ServerErrorKind::PermissionDenied);
        QTest::newRow("anything else") << QAbstractSocket::SocketResourceError << int(ServerErrorKind::Other);
    }
    void namesErrors()
    {
        QFETCH(const QAbstractSocket::SocketError, error);
        QFETCH(const int, kind);
        QCOMPARE(int(serverErrorKind(error)), kind);
    }

private:
    static QByteArray answerFor(const QByteArray &host, quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        QByteArray answer;
        (void)QTest::qWaitFor([&] { return (answer += socket.readAll()).contains("\r\n"); });
        return answer;
    }
};

QTEST_GUILESS_MAIN(TestServerRun)
#include "tst_serverrun.moc"
