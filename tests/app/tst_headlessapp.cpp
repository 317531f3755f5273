#include "app/headlessapp.h"

#include "confabdprocess.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtWebSockets/QWebSocket>

#include <algorithm>
#include <array>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// A confabd whose output goes into a FIFO, which the test reads, or does not, or closes.
class PipedConfabd : public QProcess
{
public:
    PipedConfabd()
    {
        const QByteArray fifo = QFile::encodeName(m_folder.filePath(u"output"_s));
        if (::mkfifo(fifo.constData(), 0600) != 0)
            return;
        m_output = ::open(fifo.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        setStandardOutputFile(m_folder.filePath(u"output"_s), Append);
        start(QStringLiteral(CONFABD), {u"--port"_s, u"0"_s, u"--json"_s});
        ::fcntl(m_output, F_SETFL, 0);
    }
    ~PipedConfabd() override
    {
        closeOutput();
        kill();
        waitForFinished();
    }

    /// From the first line; 0 if there is none.
    quint16 port()
    {
        pollfd wanted{m_output, POLLIN, 0};
        if (::poll(&wanted, 1, 30'000) != 1)
            return 0;
        std::array<char, 1024> line;
        const ssize_t size = ::read(m_output, line.data(), line.size());
        const QByteArray json(line.data(), std::max<ssize_t>(size, 0));
        return quint16(QJsonDocument::fromJson(json).object().value("port"_L1).toInt());
    }

    void closeOutput()
    {
        if (m_output >= 0)
            ::close(m_output);
        m_output = -1;
    }

private:
    QTemporaryDir m_folder;
    int m_output = -1;
};

} // namespace

/// confabd as scripts and people use it.
class TestHeadlessApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStoryInJson()
    {
        ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--json"_s});
        const QJsonObject listening = confabd.nextEvent();
        QCOMPARE(listening.value("event"_L1).toString(), u"listening"_s);
        const int port = listening.value("port"_L1).toInt();
        QVERIFY(port > 0);

        QWebSocket client;
        QSignalSpy connected(&client, &QWebSocket::connected);
        client.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
        QVERIFY(connected.wait());
        const QJsonObject joined = confabd.nextEvent();
        QCOMPARE(joined.value("event"_L1).toString(), u"joined"_s);
        QCOMPARE(joined.value("connections"_L1).toInt(), 1);

        int code = 4001; // not a constant: the enumeration ends below it
        client.close(static_cast<QWebSocketProtocol::CloseCode>(code), u"안녕"_s);
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        const QJsonObject left = confabd.nextEvent();
        QCOMPARE(left.value("event"_L1).toString(), u"left"_s);
        QCOMPARE(left.value("connections"_L1).toInt(-1), 0);
        QCOMPARE(left.value("code"_L1).toInt(), 4001);
        QCOMPARE(left.value("reason"_L1).toString(), u"안녕"_s);

        QTcpSocket stranger;
        stranger.connectToHost(u"127.0.0.1"_s, quint16(port));
        QVERIFY(stranger.waitForConnected());
        stranger.write(
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n");
        QVERIFY(stranger.waitForBytesWritten());
        const QJsonObject refused = confabd.nextEvent();
        QCOMPARE(refused.value("event"_L1).toString(), u"refused"_s);
        QCOMPARE(refused.value("reason"_L1).toString(), u"origin-forbidden"_s);
        QCOMPARE(refused.value("status"_L1).toInt(), 403);

        confabd.terminate();
        QCOMPARE(confabd.nextEvent().value("event"_L1).toString(), u"stopped"_s);
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confabd.exitCode(), 0);
    }

    void tellsWhoTookAName_data()
    {
        QTest::addColumn<QString>("threads");
        QTest::newRow("here") << u"1"_s;
        QTest::newRow("on another thread") << u"3"_s; // which the first ones go to
    }

    void tellsWhoTookAName()
    {
        QFETCH(const QString, threads);
        ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--json"_s, u"--threads"_s, threads});
        const int port = confabd.nextEvent().value("port"_L1).toInt();
        QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
        request.setRawHeader("Sec-WebSocket-Protocol", "confab.v1");
        for (const QString &name : {u"미나"_s, u"Jun"_s, u"Sora"_s}) {
            QWebSocket &client = *new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, &confabd);
            QSignalSpy connected(&client, &QWebSocket::connected);
            client.open(request);
            QVERIFY(connected.wait());
            const QJsonObject joined = confabd.nextEvent();
            QCOMPARE(joined.value("event"_L1).toString(), u"joined"_s);
            client.sendTextMessage(u"{\"type\":\"hello\",\"name\":\"%1\"}"_s.arg(name));
            client.flush();
            QJsonObject named = confabd.nextEvent();
            QCOMPARE(named.value("event"_L1).toString(), u"named"_s);
            QCOMPARE(named.value("name"_L1).toString(), name);
            QCOMPARE(named.value("formerName"_L1), joined.value("name"_L1));
            // Else it says the same.
            for (const QString &member : {u"event"_s, u"name"_s, u"formerName"_s})
                named.insert(member, joined.value(member));
            named.remove(u"formerName"_s);
            QCOMPARE(named, joined);
        }
    }

    /// As a proxy in which TLS ends passes it on.
    void isReachedBehindAProxy()
    {
        ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--json"_s, u"--host"_s, u"chat.example.org"_s});
        const int port = confabd.nextEvent().value("port"_L1).toInt();
        QTcpSocket proxy;
        proxy.connectToHost(u"127.0.0.1"_s, quint16(port));
        QVERIFY(proxy.waitForConnected());
        proxy.write("GET / HTTP/1.1\r\nHost: chat.example.org\r\nOrigin: https://chat.example.org\r\n"
                    "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QVERIFY(proxy.waitForReadyRead());
        const QByteArray answer = proxy.readLine();
        QVERIFY2(answer.startsWith("HTTP/1.1 101 "), answer.constData());
    }

    void endsWithStatus0_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
    }

    void endsWithStatus0()
    {
        QFETCH(int, number);
        ConfabdProcess confabd({u"--port"_s, u"0"_s});
        QVERIFY(!confabd.nextLine().isEmpty());
        QCOMPARE(::kill(pid_t(confabd.processId()), number), 0);
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confabd.exitCode(), 0);
    }

    /// The server ends TCP first, so that its side of each connection lingers in TIME_WAIT.
    void startsTwentyTimesOnOnePort()
    {
        int port = 0;
        for (int round = 0; round < 20; ++round) {
            ConfabdProcess confabd({u"--port"_s, QString::number(port), u"--json"_s});
            const QJsonObject listening = confabd.nextEvent();
            QCOMPARE(listening.value("event"_L1).toString(), u"listening"_s);
            if (port != 0)
                QCOMPARE(listening.value("port"_L1).toInt(), port);
            port = listening.value("port"_L1).toInt();
            QWebSocket member;
            QSignalSpy connected(&member, &QWebSocket::connected);
            QSignalSpy disconnected(&member, &QWebSocket::disconnected);
            member.open(QUrl(u"ws://127.0.0.1:%1/"_s.arg(port)));
            QTRY_COMPARE(connected.size(), 1);
            confabd.terminate();
            QTRY_COMPARE(disconnected.size(), 1);
            QCOMPARE(int(member.closeCode()), 1001);
            QVERIFY(confabd.finished());
            QCOMPARE(confabd.exitCode(), 0);
        }
    }

    void aPortInUseIsOneSentence()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        ConfabdProcess confabd({u"--port"_s, QString::number(other.serverPort())});
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitCode(), 2);
        QCOMPARE(confabd.readAllStandardOutput(), QByteArray());
        QCOMPARE(
            confabd.readAllStandardError(),
            "Port "_ba + QByteArray::number(other.serverPort()) +
                " is in use by another program: end that program, or choose another port with --port.\n");
    }

    void anAddressOfAnotherComputerIsOneSentence()
    {
        ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--bind"_s, u"192.0.2.1"_s});
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitCode(), 2);
        QCOMPARE(
            confabd.readAllStandardError(),
            "192.0.2.1 is not an address of this computer: choose another with --bind, or use --lan for all of them.\n"_ba);
    }

    void speaksTls()
    {
        const QTemporaryDir folder;
        const QStringList options{u"--port"_s, u"0"_s, u"--tls-self-signed"_s};
        ConfabdProcess confabd(options + QStringList{u"--json"_s}, folder.path());
        const QJsonObject listening = confabd.nextEvent();
        QVERIFY(listening.value("urls"_L1)[0].toString().startsWith("https://localhost:"_L1));
        const QString fingerprint = listening.value("fingerprint"_L1).toString();
        QCOMPARE(fingerprint.size(), 32 * 3 - 1);
        QSslSocket peer;
        peer.setPeerVerifyMode(QSslSocket::VerifyNone);
        peer.connectToHostEncrypted(u"127.0.0.1"_s, quint16(listening.value("port"_L1).toInt()));
        QVERIFY(peer.waitForEncrypted());
        QCOMPARE(QString::fromLatin1(
                     peer.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper()),
                 fingerprint);

        ConfabdProcess another(options, folder.path());
        QString line;
        while (!line.contains("SHA-256"_L1)) {
            line = QString::fromUtf8(another.nextLine());
            QVERIFY(!line.isEmpty());
        }
        QVERIFY2(line.contains(fingerprint), qPrintable(line)); // it is kept
    }

    void aMissingCertificateIsOneSentence()
    {
        ConfabdProcess confabd({u"--tls-cert"_s, u"/nowhere.pem"_s, u"--tls-key"_s, u"/nowhere.key"_s});
        QVERIFY(confabd.finished());
        QCOMPARE(confabd.exitCode(), 2);
        const QByteArray sentence = confabd.readAllStandardError();
        QVERIFY2(sentence.startsWith("The certificate file /nowhere.pem could not be read"),
                 sentence.constData());
        QCOMPARE(sentence.count('\n'), 1);
    }

    /// `confabd --json | head -1`: the room outlives who reads the output.
    void outlivesWhoReadsItsOutput()
    {
        PipedConfabd confabd;
        const quint16 port = confabd.port();
        QVERIFY(port > 0);
        confabd.closeOutput();
        QWebSocket one;
        QWebSocket two;
        for (QWebSocket *member : {&one, &two}) {
            QSignalSpy connected(member, &QWebSocket::connected);
            member->open(QUrl(u"ws://127.0.0.1:%1/echo"_s.arg(port)));
            QVERIFY(connected.wait());
            QSignalSpy echoed(member, &QWebSocket::textMessageReceived);
            member->sendTextMessage(u"still here?"_s);
            QVERIFY(echoed.wait());
        }
        QSignalSpy disconnected(&one, &QWebSocket::disconnected);
        confabd.terminate();
        QVERIFY(disconnected.size() == 1 || disconnected.wait());
        QCOMPARE(int(one.closeCode()), 1001);
        QVERIFY(confabd.waitForFinished());
        QCOMPARE(confabd.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confabd.exitCode(), 0);
    }

    void endsThoughNobodyReadsItsOutput()
    {
        PipedConfabd confabd;
        const quint16 port = confabd.port();
        QVERIFY(port > 0);
        const QByteArray request =
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://evil.example/" + QByteArray(7000, 'x') +
            "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            "Sec-WebSocket-Version: 13\r\n\r\n";
        // Some lines more than the pipe and the queue hold.
        const int count = int((LineWriter::maxWaiting + 1024 * 1024) / request.size());
        for (int number = 0; number < count; ++number) {
            QTcpSocket stranger;
            stranger.connectToHost(u"127.0.0.1"_s, port);
            QVERIFY(stranger.waitForConnected());
            stranger.write(request);
            QVERIFY(stranger.waitForReadyRead());
            QVERIFY(stranger.readAll().startsWith("HTTP/1.1 403"));
        }
        confabd.terminate();
        QVERIFY(confabd.waitForFinished());
        QCOMPARE(confabd.exitStatus(), QProcess::NormalExit);
        QCOMPARE(confabd.exitCode(), 0);
    }

    void speaksKorean()
    {
        ConfabdProcess confabd({u"--port"_s, u"0"_s, u"--lang"_s, u"ko"_s});
        const QString line = QString::fromUtf8(confabd.nextLine());
        QVERIFY2(line.contains(u"방"_s), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(TestHeadlessApp)
#include "tst_headlessapp.moc"
