#include "core/link/link.h"
#include "core/link/linkloop.h"
#include "core/link/sockettransport.h"
#include "core/wire/frameencoder.h"
#include "linkspy.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace confab;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Links over a real connection on 127.0.0.1.
class TestLinkOverSocket : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void talkAndClose_data();
    void talkAndClose();
    void aSenderInFullFlowLearnsWhyItIsClosed();
    void answersAPeerThatEndsRightBehindItsClose();
    void aPeerThatNeverReadsIsClosedAndCut();

private:
    std::unique_ptr<Link> makeLink(std::unique_ptr<QTcpSocket> socket, Role role, LinkSpy &spy,
                                   const LinkPolicy &policy = {})
    {
        return std::make_unique<Link>(std::make_unique<SocketTransport>(std::move(socket)), role, policy,
                                      m_loop, spy);
    }

    QTcpServer m_server;
    LinkLoop m_loop;
    std::unique_ptr<QTcpSocket> m_serverSocket;
    std::unique_ptr<QTcpSocket> m_clientSocket;
};

void TestLinkOverSocket::init()
{
    QVERIFY(m_server.isListening() || m_server.listen(QHostAddress::LocalHost));
    m_clientSocket = std::make_unique<QTcpSocket>();
    m_clientSocket->connectToHost(m_server.serverAddress(), m_server.serverPort());
    QTRY_VERIFY(m_server.hasPendingConnections());
    m_serverSocket.reset(m_server.nextPendingConnection());
    m_serverSocket->setParent(nullptr);
    QTRY_COMPARE(m_clientSocket->state(), QAbstractSocket::ConnectedState);
}

void TestLinkOverSocket::cleanup()
{
    m_serverSocket.reset();
    m_clientSocket.reset();
}

void TestLinkOverSocket::talkAndClose_data()
{
    QTest::addColumn<bool>("serverCloses");
    QTest::newRow("the server closes") << true;
    QTest::newRow("the client closes") << false;
}

void TestLinkOverSocket::talkAndClose()
{
    QFETCH(bool, serverCloses);
    LinkSpy serverSpy;
    LinkSpy clientSpy;
    const auto server = makeLink(std::move(m_serverSocket), Role::Server, serverSpy);
    const auto client = makeLink(std::move(m_clientSocket), Role::Client, clientSpy);
    serverSpy.onMessage = [&](const Message &message) { server->sendBinary(message.payload); };
    const QByteArray large(5'000'000, 'x');
    int received = 0;
    clientSpy.onMessage = [&](const Message &message) {
        received += message.payload == large;
        if (received == 3)
            (serverCloses ? server : client)->close({CloseCode::GoingAway, u"다음에 봐요"_s});
    };
    server->open();
    client->open();
    for (int i = 0; i < 3; ++i)
        QVERIFY(client->sendBinary(large));
    QTRY_VERIFY(server->readyState() == ReadyState::Closed && client->readyState() == ReadyState::Closed);
    QCOMPARE(received, 3);
    const CloseOutcome &serverOutcome = serverSpy.outcomes.constFirst();
    const CloseOutcome &clientOutcome = clientSpy.outcomes.constFirst();
    QVERIFY(serverOutcome.wasClean && clientOutcome.wasClean);
    QVERIFY(serverOutcome.status.code == CloseCode::GoingAway);
    QVERIFY(clientOutcome.status.code == CloseCode::GoingAway);
    QCOMPARE((serverCloses ? clientOutcome : serverOutcome).status.reason, u"다음에 봐요"_s);
}

void TestLinkOverSocket::aSenderInFullFlowLearnsWhyItIsClosed()
{
    LinkPolicy policy;
    policy.limits.maxFrameSize = 1000;
    LinkSpy spy;
    const auto server = makeLink(std::move(m_serverSocket), Role::Server, spy, policy);
    server->open();
    // 20 MB of a message that the server wants nothing of: were it to close TCP, its Close would be lost in a
    // reset.
    m_clientSocket->write(encodeFrame(Opcode::Binary, QByteArray(20'000'000, 'x'), MaskingKey{}));
    QSignalSpy ended(m_clientSocket.get(), &QAbstractSocket::disconnected);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(m_clientSocket->readAll().mid(2, 2), "\x03\xF1"_ba); // 1009
}

void TestLinkOverSocket::answersAPeerThatEndsRightBehindItsClose()
{
    LinkSpy spy;
    const auto server = makeLink(std::move(m_serverSocket), Role::Server, spy);
    server->open();
    m_clientSocket->write(encodeFrame(Opcode::Text, "hello", MaskingKey{}) +
                          encodeFrame(Opcode::Close, "\x03\xE8", MaskingKey{}));
    m_clientSocket->disconnectFromHost();
    QTRY_COMPARE(spy.outcomes.size(), 1);
    const auto outcome = spy.outcomes.constFirst();
    QVERIFY(outcome.wasClean);
    QVERIFY(outcome.status.code == CloseCode::NormalClosure);
}

void TestLinkOverSocket::aPeerThatNeverReadsIsClosedAndCut()
{
    LinkPolicy policy;
    policy.maxQueueSize = 1'000'000;
    policy.overflowGrace = 10ms;
    LinkSpy spy;
    const auto server = makeLink(std::move(m_serverSocket), Role::Server, spy, policy);
    m_clientSocket->setReadBufferSize(1);
    server->open();
    const QByteArray frame = encodeFrame(Opcode::Binary, QByteArray(100'000, 'x'));
    for (int i = 0; i < 1000 && server->sendEncoded(frame); ++i)
        QVERIFY(server->bufferedAmount() <= policy.maxQueueSize + frame.size());
    QVERIFY(!server->sendEncoded(frame));
    QTRY_COMPARE(spy.outcomes.size(), 1);
    QCOMPARE(spy.count(u"overflow"_s), 1);
    QVERIFY(spy.outcomes.constFirst().sent->code == CloseCode::TryAgainLater);
}

QTEST_GUILESS_MAIN(TestLinkOverSocket)
#include "tst_linkoversocket.moc"
