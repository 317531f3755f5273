#include "ui/views/clientview.h"

#include "client/certificatepins.h"
#include "core/link/fingerprint.h"
#include "core/wire/handshake.h"
#include "server/selfsignedcertificate.h"
#include "ui/text/certificatetext.h"
#include "ui/views/clientcomposer.h"
#include "ui/views/failurebanner.h"
#include "ui/views/readystatestrip.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace confab;

/// The whole workbench against servers that are not ours.
class TestClientView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void talksAndClosesWithKoreanReason();
    void addressIsReadKindly();
    void badHeaderUnfoldsTheOptions();
    void refusalShowsTheAnswer();
    void redirectCanBeFollowed();
    void redirectElsewhereWaitsWithExtraHeaders();
    void certificateCanBeTrusted();
    void anotherCertificateThanTheTrustedIsRefused();
    void lostConnectionIs1006();
    void connectingCanBeCancelled();
    void returnConnectsAndMainButtonDisconnects();
    void connectingLeadsToTheComposer();
    void leavingClosesWithGoingAway();
    void defaultAddressYieldsToWhatWasWritten();
    void showsWhatTheServerDoesNotTake();

private:
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_view->findChild<Widget *>(name);
    }
    void click(const QString &name) const { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    void connectTo(const QUrl &url)
    {
        m_view->setAddress(url.toString());
        click(u"clientMainButton"_s);
    }
    bool listHas(TrafficKind kind, Direction direction, const QByteArray &payload) const;
    /// A server that gives each connection this answer.
    void answerWith(const QByteArray &answer);
    /// Connects to a server that redirects to the WebSocket server, until it is shown. @return what follows
    /// it.
    QPushButton *redirected();
    /// A server with a new self-signed certificate, by name.
    void serveTls(const QString &name);
    QUrl plainUrl() const { return QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_plainServer->serverPort())); }

    QThread m_thread;
    std::shared_ptr<TrafficLog> m_log;
    CertificatePins m_pins;
    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<QTcpServer> m_plainServer;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
    std::unique_ptr<ClientView> m_view;
    ReadyStateStrip *m_strip = nullptr;
};

void TestClientView::initTestCase()
{
    m_thread.start();
}

void TestClientView::cleanupTestCase()
{
    m_thread.quit();
    m_thread.wait();
}

void TestClientView::init()
{
    m_log = std::make_shared<TrafficLog>();
    m_server = std::make_unique<QWebSocketServer>(u"echo"_s, QWebSocketServer::NonSecureMode);
    m_server->setSupportedSubprotocols({u"echo"_s});
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        QWebSocket *socket = m_sockets.emplace_back(m_server->nextPendingConnection()).get();
        connect(socket, &QWebSocket::textMessageReceived, socket,
                [socket](const QString &text) { socket->sendTextMessage(text); });
        connect(socket, &QWebSocket::binaryMessageReceived, socket,
                [socket](const QByteArray &bytes) { socket->sendBinaryMessage(bytes); });
    });
    m_pins.setLines({});
    m_view = std::make_unique<ClientView>(&m_thread, m_log, m_pins);
    m_view->resize(380, 760);
    m_view->show();
    m_strip = find<ReadyStateStrip>(u"readyStateStrip"_s);
}

void TestClientView::cleanup()
{
    m_view.reset();
    m_sockets.clear();
    m_server.reset();
    m_plainServer.reset();
}

bool TestClientView::listHas(TrafficKind kind, Direction direction, const QByteArray &payload) const
{
    const QList<TrafficRecord> records = m_log->since(0, 1000);
    return std::any_of(records.begin(), records.end(), [&](const TrafficRecord &record) {
        return record.kind == kind && record.direction == direction && record.payload == payload;
    });
}

void TestClientView::answerWith(const QByteArray &answer)
{
    m_plainServer = std::make_unique<QTcpServer>();
    QVERIFY(m_plainServer->listen(QHostAddress::LocalHost));
    connect(m_plainServer.get(), &QTcpServer::newConnection, this, [this, answer] {
        QTcpSocket *socket = m_plainServer->nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            if (answer.isEmpty() || !socket->readAll().contains("\r\n\r\n"))
                return;
            socket->write(answer);
            socket->disconnectFromHost();
        });
    });
}

void TestClientView::talksAndClosesWithKoreanReason()
{
    QVERIFY(!m_strip->present());
    QVERIFY(!find<QPushButton>(u"clientClose"_s)->isEnabled());
    click(u"clientOptionsToggle"_s);
    QTest::keyClicks(find<QLineEdit>(u"optionSubprotocols"_s), u"nope, echo"_s);
    connectTo(m_server->serverUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QCOMPARE(m_view->title(), u"echo"_s);
    QCOMPARE(m_strip->timeText(ReadyState::Connecting), u"0.0 ms"_s);
    QVERIFY(!m_strip->timeText(ReadyState::Open).isEmpty());
    click(u"clientHandshakeToggle"_s);
    const QString handshake = find<QPlainTextEdit>(u"clientHandshake"_s)->toPlainText();
    QVERIFY2(handshake.contains("Sec-WebSocket-Protocol: nope, echo"_L1) && handshake.contains("101"_L1),
             qPrintable(handshake));

    auto *editor = find<QPlainTextEdit>(u"composerEditor"_s);
    auto *kind = find<QComboBox>(u"composerKind"_s);
    editor->setPlainText(u"안녕"_s);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(listHas(TrafficKind::Text, Direction::Received, u"안녕"_s.toUtf8()));

    kind->setCurrentIndex(int(ClientComposer::Kind::Hex));
    QTest::keyClicks(editor, u"48 65 ff"_s);
    click(u"composerSend"_s);
    QTRY_VERIFY(listHas(TrafficKind::Binary, Direction::Received, "He\xff"));

    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("from a file");
    file.flush();
    kind->setCurrentIndex(int(ClientComposer::Kind::File));
    find<ClientComposer>(u"clientComposer"_s)->setFile(file.fileName());
    click(u"composerSend"_s);
    QTRY_VERIFY(listHas(TrafficKind::Binary, Direction::Received, "from a file"));

    kind->setCurrentIndex(int(ClientComposer::Kind::Ping));
    QTest::keyClicks(editor, u"tick"_s);
    click(u"composerSend"_s);
    QTRY_VERIFY(listHas(TrafficKind::Pong, Direction::Received, "tick"));

    find<QComboBox>(u"closeCode"_s)->setEditText(u"4001"_s);
    find<QLineEdit>(u"closeReason"_s)->setText(u"다음에 또 만나요"_s);
    click(u"clientClose"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY2(m_strip->outcomeText().startsWith("CLOSED 4001"_L1), qPrintable(m_strip->outcomeText()));
    QVERIFY(m_strip->outcomeText().contains(u"다음에 또 만나요"_s));
    QVERIFY(!m_strip->timeText(ReadyState::Closing).isEmpty());
    QTRY_COMPARE(int(m_sockets.front()->closeCode()), 4001);
    QCOMPARE(m_sockets.front()->closeReason(), u"다음에 또 만나요"_s);
    QVERIFY(!find<FailureBanner>(u"failureBanner"_s)->isShowing());
    // The list has the handshake's two heads, four messages both ways, the closing, and the end.
    QTRY_VERIFY(find<QListView>(u"clientTrafficList"_s)->model()->rowCount() >= 13);
}

void TestClientView::addressIsReadKindly()
{
    auto *address = find<QLineEdit>(u"clientAddress"_s);
    auto *hint = find<QLabel>(u"clientAddressHint"_s);
    address->setText(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort()));
    QVERIFY(hint->isVisible());
    QVERIFY(hint->text().contains("ws://127.0.0.1"_L1));
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));

    address->setText(u"ftp://x"_s);
    click(u"clientMainButton"_s);
    QVERIFY(hint->isVisible());
    QCOMPARE(m_view->readyState(), ReadyState::Closed);
    address->clear();
    click(u"clientMainButton"_s);
    QVERIFY(hint->isVisible());
}

void TestClientView::badHeaderUnfoldsTheOptions()
{
    click(u"clientOptionsToggle"_s);
    find<QPlainTextEdit>(u"optionHeaders"_s)->setPlainText(u"nonsense"_s);
    click(u"clientOptionsToggle"_s);
    connectTo(m_server->serverUrl());
    QVERIFY(find<QLabel>(u"headersProblem"_s)->isVisible());
    QVERIFY(!m_strip->present());
}

void TestClientView::refusalShowsTheAnswer()
{
    answerWith("HTTP/1.1 403 Forbidden\r\nX-Why: origin\r\nContent-Length: 9\r\n\r\nnot today");
    connectTo(plainUrl());
    auto *banner = find<FailureBanner>(u"failureBanner"_s);
    QTRY_VERIFY(banner->isShowing());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY(find<QLabel>(u"failureWhat"_s)->text().contains("403"_L1));
    click(u"failureWordsToggle"_s);
    const QString answer = find<QPlainTextEdit>(u"failureWords"_s)->toPlainText();
    QVERIFY2(answer.startsWith("HTTP/1.1 403 Forbidden"_L1) && answer.contains("X-Why: origin"_L1) &&
                 answer.endsWith("not today"_L1),
             qPrintable(answer));
    QVERIFY(m_strip->outcomeText().startsWith("CLOSED 1006"_L1));
    QVERIFY(!find<QPushButton>(u"failureAction"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"composerSend"_s)->isEnabled());
}

QPushButton *TestClientView::redirected()
{
    answerWith("HTTP/1.1 302 Found\r\nLocation: " + m_server->serverUrl().toEncoded() +
               "\r\nContent-Length: 0\r\n\r\n");
    connectTo(plainUrl());
    const auto *banner = find<FailureBanner>(u"failureBanner"_s);
    return QTest::qWaitFor([banner] { return banner->isShowing(); }) ? find<QPushButton>(u"failureAction"_s)
                                                                     : nullptr;
}

void TestClientView::redirectCanBeFollowed()
{
    QPushButton *action = redirected();
    QVERIFY(action && action->isVisible());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QTest::mouseClick(action, Qt::LeftButton);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QCOMPARE(QUrl(find<QLineEdit>(u"clientAddress"_s)->text()).port(), int(m_server->serverPort()));
    QVERIFY(!find<FailureBanner>(u"failureBanner"_s)->isShowing());
}

void TestClientView::redirectElsewhereWaitsWithExtraHeaders()
{
    click(u"clientOptionsToggle"_s);
    find<QPlainTextEdit>(u"optionHeaders"_s)->setPlainText(u"Cookie: a=b"_s);
    QPushButton *action = redirected();
    QVERIFY(action && action->isVisible());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QTest::mouseClick(action, Qt::LeftButton);
    QVERIFY(find<FailureBanner>(u"failureBanner"_s)->isShowing());
    QVERIFY(!action->isVisible());
    QVERIFY(find<QLabel>(u"failureWhat"_s)->text().contains("localhost"_L1) ||
            find<QLabel>(u"failureWhat"_s)->text().contains("127.0.0.1"_L1));
    QCOMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QCOMPARE(QUrl(find<QLineEdit>(u"clientAddress"_s)->text()).port(), int(m_server->serverPort()));
    click(u"clientMainButton"_s); // having looked at them
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QVERIFY(!find<FailureBanner>(u"failureBanner"_s)->isShowing());
}

void TestClientView::serveTls(const QString &name)
{
    const QByteArray pem = makeSelfSigned(name, {{u"localhost"_s}, {QHostAddress(QHostAddress::LocalHost)}},
                                          QDateTime::currentDateTimeUtc());
    m_server = std::make_unique<QWebSocketServer>(u"tls"_s, QWebSocketServer::SecureMode);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(pem));
    configuration.setPrivateKey(QSslKey(pem, QSsl::Ec));
    m_server->setSslConfiguration(configuration);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

void TestClientView::certificateCanBeTrusted()
{
    serveTls(u"Kitchen"_s);
    const QByteArray fingerprint = sha256Fingerprint(m_server->sslConfiguration().localCertificate());
    connectTo(m_server->serverUrl());
    auto *banner = find<FailureBanner>(u"failureBanner"_s);
    QTRY_VERIFY(banner->isShowing());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    const QString certificates = find<QPlainTextEdit>(u"failureWords"_s)->toPlainText();
    const QString lines = fingerprintText(fingerprint);
    QVERIFY(find<QPlainTextEdit>(u"failureWords"_s)->isVisible());
    QVERIFY2(certificates.contains("Kitchen"_L1) && certificates.contains(lines), qPrintable(certificates));
    QVERIFY(find<QLabel>(u"failureWhy"_s)->text().contains("signed by itself"_L1));

    click(u"failureAction"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QVERIFY(!banner->isShowing());
    QCOMPARE(m_pins.fingerprintFor(m_server->serverUrl()), fingerprint);
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    click(u"clientMainButton"_s); // it is remembered
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
}

void TestClientView::anotherCertificateThanTheTrustedIsRefused()
{
    serveTls(u"Impostor"_s);
    const QByteArray trusted = QByteArray("AA:").repeated(32).chopped(1);
    m_pins.pin(m_server->serverUrl(), trusted);
    connectTo(m_server->serverUrl());
    auto *banner = find<FailureBanner>(u"failureBanner"_s);
    QTRY_VERIFY(banner->isShowing());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY(find<QLabel>(u"failureWhat"_s)->text().contains("another certificate"_L1));
    QVERIFY(find<QLabel>(u"failureWhy"_s)->text().contains(QLatin1StringView(trusted)));
    QVERIFY(find<QPlainTextEdit>(u"failureWords"_s)->toPlainText().contains("Impostor"_L1));
    // To go on takes two steps: forget the old one, then look at the new one.
    click(u"failureAction"_s);
    QVERIFY(!banner->isShowing());
    QVERIFY(m_pins.fingerprintFor(m_server->serverUrl()).isEmpty());
    click(u"clientMainButton"_s);
    QTRY_VERIFY(banner->isShowing());
    QVERIFY(find<QLabel>(u"failureWhat"_s)->text().contains("not trusted"_L1));
}

void TestClientView::lostConnectionIs1006()
{
    connectTo(m_server->serverUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QTRY_COMPARE(m_sockets.size(), std::size_t(1));
    m_sockets.front()->abort();
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY2(m_strip->outcomeText().startsWith("CLOSED 1006"_L1), qPrintable(m_strip->outcomeText()));
    QVERIFY(m_strip->timeText(ReadyState::Closing).isEmpty());
}

void TestClientView::connectingCanBeCancelled()
{
    answerWith({});
    connectTo(plainUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Connecting));
    QVERIFY(find<QWidget>(u"clientConnecting"_s)->isVisible());
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY(!find<FailureBanner>(u"failureBanner"_s)->isShowing());
    QVERIFY(!find<QWidget>(u"clientConnecting"_s)->isVisible());
}

void TestClientView::returnConnectsAndMainButtonDisconnects()
{
    m_view->setAddress(m_server->serverUrl().toString());
    QTest::keyClick(find<QLineEdit>(u"clientAddress"_s), Qt::Key_Return);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY(m_strip->outcomeText().startsWith("CLOSED 1000"_L1));
}

void TestClientView::connectingLeadsToTheComposer()
{
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setAddress(m_server->serverUrl().toString());
    m_view->focusAddress();
    QTRY_VERIFY(find<QLineEdit>(u"clientAddress"_s)->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(find<QPlainTextEdit>(u"composerEditor"_s)->hasFocus());

    // Whoever is elsewhere by then stays there.
    click(u"clientMainButton"_s);
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    m_view->connectToServer();
    find<QLineEdit>(u"closeReason"_s)->setFocus();
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QVERIFY(find<QLineEdit>(u"closeReason"_s)->hasFocus());
}

void TestClientView::leavingClosesWithGoingAway()
{
    connectTo(m_server->serverUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    QTRY_COMPARE(m_sockets.size(), std::size_t(1));
    ClientView *leaving = m_view.release();
    const QSignalSpy gone(leaving, &QObject::destroyed);
    leaving->leave();
    QTRY_COMPARE(gone.size(), 1);
    QTRY_COMPARE(int(m_sockets.front()->closeCode()), 1001);
}

void TestClientView::defaultAddressYieldsToWhatWasWritten()
{
    auto *address = find<QLineEdit>(u"clientAddress"_s);
    m_view->setDefaultAddress(QUrl(u"ws://localhost:3000"_s));
    QCOMPARE(address->text(), u"ws://localhost:3000"_s);
    m_view->setDefaultAddress(QUrl(u"ws://localhost:4000"_s));
    QCOMPARE(address->text(), u"ws://localhost:4000"_s);
    address->setText(u"ws://example.org"_s);
    m_view->setDefaultAddress(QUrl(u"ws://localhost:5000"_s));
    QCOMPARE(address->text(), u"ws://example.org"_s);
}

void TestClientView::showsWhatTheServerDoesNotTake()
{
    QTcpSocket *peer = nullptr;
    m_plainServer = std::make_unique<QTcpServer>();
    QVERIFY(m_plainServer->listen(QHostAddress::LocalHost));
    connect(m_plainServer.get(), &QTcpServer::newConnection, this, [this, &peer] {
        peer = m_plainServer->nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [&peer] {
            RequestHead head;
            parseRequestHead(peer->readAll(), head);
            peer->disconnect(peer, &QTcpSocket::readyRead, nullptr, nullptr);
            peer->setReadBufferSize(1);
            peer->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                        acceptForKey(head.headers.value("Sec-WebSocket-Key")) + "\r\n\r\n");
        });
    });
    connectTo(plainUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    const auto *buffered = find<QLabel>(u"composerBuffered"_s);
    QVERIFY(!buffered->isVisible());

    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(QByteArray(12'000'000, 'x'));
    file.flush();
    auto *composer = find<ClientComposer>(u"clientComposer"_s);
    composer->setKind(ClientComposer::Kind::File);
    composer->setFile(file.fileName());
    click(u"composerSend"_s);
    QTRY_VERIFY(buffered->isVisible());
    QVERIFY2(buffered->text().contains("MiB"_L1), qPrintable(buffered->text()));
    peer->setReadBufferSize(0);
    QTRY_VERIFY(!buffered->isVisible());

    // Once the connection has ended, nothing waits any more.
    peer->abort();
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    connectTo(plainUrl());
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Open));
    composer->setFile(file.fileName());
    click(u"composerSend"_s);
    QTRY_VERIFY(buffered->isVisible());
    peer->abort();
    QTRY_COMPARE(m_strip->present(), std::optional(ReadyState::Closed));
    QVERIFY(!buffered->isVisible());
}

QTEST_MAIN(TestClientView)
#include "tst_clientview.moc"
