#include "client/clientsession.h"
#include "core/link/networkthread.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// Our client against the servers of npm's ws and websocket packages.
class TestNpmServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("package");
        QTest::newRow("ws") << u"ws"_s;
        QTest::newRow("ws, compressing") << u"ws-deflate"_s;
        QTest::newRow("ws, compressing, small windows") << u"ws-small-windows"_s;
        QTest::newRow("websocket") << u"websocket"_s;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, package);
        m_server = std::make_unique<QProcess>();
        m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server->start(u"node"_s, {QStringLiteral(NPM_SERVER), package});
        while (!m_server->canReadLine())
            QVERIFY(m_server->waitForReadyRead(30'000));
        m_profile = {};
        m_profile.url = QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_server->readLine().trimmed().toInt()));
        m_session = std::make_unique<ClientSession>(&m_thread, m_log);
        m_messages.clear();
        connect(m_session.get(), &ClientSession::messageReceived, this,
                [this](const Message &message) { m_messages.append(message); });
    }

    void cleanup()
    {
        m_session.reset();
        m_server->closeWriteChannel();
        QVERIFY(m_server->waitForFinished(30'000));
        m_server.reset();
    }

    void theServerPicksTheSubprotocol()
    {
        m_profile.subprotocols = {"nope", "echo", "chatting"};
        connectToServer();
        QVERIFY(m_session->status().subprotocol == u"echo"_s ||
                m_session->status().subprotocol == u"chatting"_s);
    }

    void textComesBackUnaltered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Korean") << u"안녕하세요"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("leading BOM") << u"\uFEFFtext"_s;
        QTest::newRow("NUL") << QString(QChar(0)) + u"after"_s;
        QTest::newRow("emoji") << u"😀"_s;
        QTest::newRow("800,001 octets") << u'a' + QString(400'000, u'é');
    }

    void textComesBackUnaltered()
    {
        QFETCH(QString, text);
        connectToServer();
        m_session->sendText(text);
        QTRY_COMPARE(m_messages.size(), 1);
        QCOMPARE(m_messages.first().type, Opcode::Text);
        QCOMPARE(m_messages.first().payload, text.toUtf8());
    }

    void binaryComesBackUnaltered()
    {
        connectToServer();
        QByteArray payload(3 * 1024 * 1024 + 1, Qt::Uninitialized);
        for (qsizetype i = 0; i < payload.size(); ++i)
            payload[i] = char(i * 7);
        m_session->sendBinary(payload);
        QTRY_COMPARE_WITH_TIMEOUT(m_messages.size(), 1, 20'000);
        QCOMPARE(m_messages.first().type, Opcode::Binary);
        QVERIFY(m_messages.first().payload == payload);
    }

    void compressesIfTheServerDoes()
    {
        QFETCH_GLOBAL(QString, package);
        connectToServer();
        const bool compresses = package.startsWith("ws-"_L1);
        QCOMPARE(m_session->status().responseHead.contains("permessage-deflate"), compresses);
        QCOMPARE(m_session->status().compressed, compresses);
        const QString text = u"안녕하세요 "_s.repeated(1'000);
        for (int i = 1; i <= 3; ++i) {
            m_session->sendText(text);
            QTRY_COMPARE(m_messages.size(), i);
            QCOMPARE(m_messages.constLast().payload, text.toUtf8());
            QCOMPARE(m_messages.constLast().wireSize < quint64(text.size()), compresses);
        }
        int seen = 0;
        for (const TrafficRecord &record : m_log->since(0, 1'000'000)) {
            if (record.kind != TrafficKind::Text || record.connection != m_session->connectionId())
                continue;
            ++seen;
            QCOMPARE(record.size, quint64(text.toUtf8().size()));
            QCOMPARE(record.wireSize < record.size, compresses);
            QVERIFY(compresses || record.wireSize == record.size);
        }
        QCOMPARE(seen, 6);
    }

    void nothingIsCompressedIfThatIsNotOffered()
    {
        m_profile.offerDeflate = false;
        connectToServer();
        QVERIFY(!m_session->status().requestHead.contains("Sec-WebSocket-Extensions"));
        QVERIFY(!m_session->status().responseHead.contains("Sec-WebSocket-Extensions"));
        QVERIFY(!m_session->status().compressed);
    }

    void pingIsAnswered()
    {
        connectToServer();
        QSignalSpy pong(m_session.get(), &ClientSession::pongReceived);
        m_session->sendPing("are you there?"_ba);
        QVERIFY(pong.count() == 1 || pong.wait());
        QCOMPARE(pong.first().first().toByteArray(), "are you there?"_ba);
    }

    void weClose()
    {
        connectToServer();
        m_session->close({CloseCode(4001), u"안녕히 계세요"_s});
        QTRY_COMPARE(m_session->status().readyState, ReadyState::Closed);
        const CloseOutcome outcome = m_session->status().outcome;
        // The code is the one in the server's Close: ws echoes ours, websocket always answers with 1000.
        QFETCH_GLOBAL(QString, package);
        QCOMPARE(int(outcome.status.code), package == u"websocket"_s ? 1000 : 4001);
        QVERIFY(outcome.wasClean);
        QVERIFY(outcome.sent.has_value());
        QCOMPARE(int(outcome.sent->code), 4001);
        QCOMPARE(outcome.sent->reason, u"안녕히 계세요"_s);
    }

    void theServerCloses()
    {
        connectToServer();
        m_session->sendText(u"close 4002 또 봐요"_s);
        QTRY_COMPARE(m_session->status().readyState, ReadyState::Closed);
        const CloseOutcome outcome = m_session->status().outcome;
        QCOMPARE(int(outcome.status.code), 4002);
        QCOMPARE(outcome.status.reason, u"또 봐요"_s);
        QVERIFY(outcome.wasClean);
    }

    void aLostConnectionIs1006()
    {
        connectToServer();
        m_session->sendText(u"drop"_s);
        QTRY_COMPARE(m_session->status().readyState, ReadyState::Closed);
        QCOMPARE(m_session->status().outcome.status.code, CloseCode::AbnormalClosure);
        QVERIFY(!m_session->status().outcome.wasClean);
    }

private:
    void connectToServer()
    {
        m_session->connectToServer(m_profile);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->status().readyState, ReadyState::Open, 20'000);
    }

    NetworkThread m_thread{u"client"_s};
    std::shared_ptr<TrafficLog> m_log = std::make_shared<TrafficLog>();
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<ClientSession> m_session;
    ClientProfile m_profile;
    QList<Message> m_messages;
};

QTEST_GUILESS_MAIN(TestNpmServers)
#include "tst_npmservers.moc"
