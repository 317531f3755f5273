#include "ui/views/roomcontrol.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace confab;

class TestRoomControl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void startsAndStops();
    void anotherAddressRestarts();
    void limitsWaitForARestart();
    void subprotocolsWaitForARestart();
    void encryptionWaitsForARestart();
    void compressionWaitsForARestart();
    void aHistoryWaitsForARestart();
    void originIsAllowedAtOnce();
    void stopForgetsARestart();
    void failureLeavesItStopped();

private:
    void start()
    {
        m_control->start();
        QTRY_COMPARE(m_server->state(), RoomServer::State::Listening);
    }
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<RoomControl> m_control;
};

void TestRoomControl::init()
{
    ServerPolicy policy;
    policy.port = 0;
    m_server = std::make_unique<RoomServer>(std::make_shared<TrafficLog>());
    m_control = std::make_unique<RoomControl>(*m_server, policy);
}

void TestRoomControl::cleanup()
{
    m_control.reset();
    m_server.reset();
}

void TestRoomControl::startsAndStops()
{
    const QSignalSpy changed(m_control.get(), &RoomControl::stateChanged);
    const QSignalSpy restarted(m_control.get(), &RoomControl::restarted);
    QVERIFY(!m_control->isRunning());
    start();
    QVERIFY(m_control->isRunning());
    QVERIFY(!m_control->needsRestart());
    m_control->stop();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
    QVERIFY(!m_control->isRunning());
    QVERIFY(changed.size() >= 4);
    QCOMPARE(restarted.size(), 0);
}

void TestRoomControl::anotherAddressRestarts()
{
    start();
    const QSignalSpy restarted(m_control.get(), &RoomControl::restarted);
    ServerPolicy policy = m_control->policy();
    policy.address = QHostAddress(u"127.0.0.2"_s);
    m_control->setPolicy(policy);
    QTRY_COMPARE(restarted.size(), 1);
    QCOMPARE(m_server->state(), RoomServer::State::Listening);
    QCOMPARE(m_server->policy().address, policy.address);
}

void TestRoomControl::limitsWaitForARestart()
{
    start();
    ServerPolicy policy = m_control->policy();
    policy.log.maxRecords = 5; // the window's own
    m_control->setPolicy(policy);
    QVERIFY(!m_control->needsRestart());
    policy.maxMembers = 5;
    m_control->setPolicy(policy);
    QVERIFY(m_control->needsRestart());
}

void TestRoomControl::subprotocolsWaitForARestart()
{
    start();
    ServerPolicy policy = m_control->policy();
    policy.subprotocols = {"echo"};
    const QSignalSpy policyChanged(m_control.get(), &RoomControl::policyChanged);
    m_control->setPolicy(policy);
    QCOMPARE(policyChanged.size(), 1);
    QVERIFY(m_control->needsRestart());
    QVERIFY(m_server->policy().subprotocols != policy.subprotocols);
    const QSignalSpy restarted(m_control.get(), &RoomControl::restarted);
    m_control->restart();
    QTRY_COMPARE(restarted.size(), 1);
    QVERIFY(!m_control->needsRestart());
    QCOMPARE(m_server->policy().subprotocols, policy.subprotocols);
}

void TestRoomControl::encryptionWaitsForARestart()
{
    start();
    ServerPolicy policy = m_control->policy();
    policy.tls.mode = TlsMode::SelfSigned;
    m_control->setPolicy(policy);
    QVERIFY(m_control->needsRestart());
    policy.tls.mode = TlsMode::Off;
    m_control->setPolicy(policy);
    QVERIFY(!m_control->needsRestart());
}

void TestRoomControl::compressionWaitsForARestart()
{
    start();
    ServerPolicy policy = m_control->policy();
    policy.deflate.enabled = false;
    m_control->setPolicy(policy);
    QVERIFY(m_control->needsRestart());
    policy.deflate.enabled = true;
    m_control->setPolicy(policy);
    QVERIFY(!m_control->needsRestart());
}

void TestRoomControl::aHistoryWaitsForARestart()
{
    const QTemporaryDir folder;
    start();
    ServerPolicy policy = m_control->policy();
    policy.historyFile = folder.filePath(u"room.sqlite"_s);
    m_control->setPolicy(policy);
    QVERIFY(m_control->needsRestart());
    QVERIFY(!QFile::exists(policy.historyFile));
    const QSignalSpy restarted(m_control.get(), &RoomControl::restarted);
    m_control->restart();
    QTRY_COMPARE(restarted.size(), 1);
    QVERIFY(!m_control->needsRestart());
    QVERIFY(QFile::exists(policy.historyFile));
    m_control->stop();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped); // and has let go of the file
}

void TestRoomControl::originIsAllowedAtOnce()
{
    start();
    m_control->allowOrigin("https://example.org");
    m_control->allowOrigin("https://example.org");
    QCOMPARE(m_control->policy().allowedOrigins, QList<QByteArray>{"https://example.org"});
    QVERIFY(!m_control->needsRestart());
    QCOMPARE(m_server->state(), RoomServer::State::Listening);
}

void TestRoomControl::stopForgetsARestart()
{
    start();
    const QSignalSpy restarted(m_control.get(), &RoomControl::restarted);
    m_control->restart();
    m_control->stop();
    QTRY_COMPARE(m_server->state(), RoomServer::State::Stopped);
    QCOMPARE(restarted.size(), 0);
}

void TestRoomControl::failureLeavesItStopped()
{
    const QSignalSpy failed(m_server.get(), &RoomServer::failed);
    ServerPolicy policy = m_control->policy();
    policy.address = QHostAddress(u"203.0.113.77"_s);
    m_control->setPolicy(policy);
    m_control->start();
    QTRY_COMPARE(failed.size(), 1);
    QTRY_VERIFY(!m_control->isRunning());
}

QTEST_MAIN(TestRoomControl)
#include "tst_roomcontrol.moc"
