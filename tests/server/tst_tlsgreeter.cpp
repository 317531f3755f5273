#include "server/tlsgreeter.h"
#include "tlsfixture.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <array>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// Greets everyone who comes.
class Greeting : public QTcpServer
{
public:
    explicit Greeting(std::chrono::milliseconds timeout = std::chrono::minutes(1))
        : m_timeout(timeout)
    {
        listen(QHostAddress(QHostAddress::LocalHost));
    }

    bool isOver() const { return greeted || gone || !failures.isEmpty(); }

    std::unique_ptr<TlsGreeter> greeter;
    int greeted = 0;
    bool encrypted = false;
    int gone = 0;
    QStringList failures;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        greeter = std::make_unique<TlsGreeter>(descriptor, selfSignedContext(), m_timeout);
        connect(greeter.get(), &TlsGreeter::greeted, this, [this](bool inTls) {
            ++greeted;
            encrypted = inTls;
        });
        connect(greeter.get(), &TlsGreeter::gone, this, [this] { ++gone; });
        connect(greeter.get(), &TlsGreeter::failed, this,
                [this](const QString &detail) { failures += detail; });
        greeter->start();
    }

private:
    std::chrono::milliseconds m_timeout;
};

QByteArray readFrom(Transport &transport)
{
    std::array<char, 16> buffer;
    return {buffer.data(), qsizetype(transport.read(buffer))};
}

} // namespace

class TestTlsGreeter : public QObject
{
    Q_OBJECT

private slots:
    void greetsInTls()
    {
        Greeting greeting;
        RawPeer peer(encryptedTo(greeting.serverPort()));
        QTRY_COMPARE(greeting.greeted, 1);
        QVERIFY(greeting.encrypted);
        const std::unique_ptr<Transport> transport = greeting.greeter->takeTransport();
        QVERIFY(greeting.greeter->remainingTime() > std::chrono::milliseconds(0));
        peer.send("Hello");
        QByteArray received;
        QTRY_COMPARE(received += readFrom(*transport), "Hello"_ba);
        QCOMPARE(greeting.gone, 0);
    }

    void leavesTheRestAsItCame()
    {
        Greeting greeting;
        RawPeer peer(greeting.serverPort());
        peer.send("GET");
        QTRY_COMPARE(greeting.greeted, 1);
        QVERIFY(!greeting.encrypted);
        const std::unique_ptr<Transport> transport = greeting.greeter->takeTransport();
        QByteArray received;
        QTRY_COMPARE(received += readFrom(*transport), "GET"_ba);
    }

    void cuts_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("a record of nonsense") << "\x16" + QByteArray(1000, '\xFF');
        QTest::newRow("TLS 1.1") << clientHello(false);
        QTest::newRow("a record that is too long")
            << QByteArray::fromHex("160301ffff") + QByteArray(70'000, 'x');
        QTest::newRow("HTTP behind the first octet") << "\x16GET / HTTP/1.1\r\n\r\n"_ba;
    }
    void cuts()
    {
        QFETCH(const QByteArray, octets);
        Greeting greeting;
        RawPeer peer(greeting.serverPort());
        peer.send(octets);
        QTRY_COMPARE(greeting.failures.size(), 1);
        QVERIFY(!greeting.failures[0].isEmpty());
        greeting.greeter.reset();
        QVERIFY(peer.waitForEnd());
        QCOMPARE(greeting.greeted + greeting.gone, 0);
    }

    /// The ClientHello that is cut above for its version alone.
    void answersTls12()
    {
        Greeting greeting;
        RawPeer peer(greeting.serverPort());
        peer.send(clientHello(true));
        QTRY_VERIFY(peer.socket().bytesAvailable() > 0);
        QCOMPARE(peer.socket().peek(1), "\x16"_ba);
        QVERIFY(!greeting.isOver());
    }

    void timesOut_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("one octet") << "\x16"_ba;
        QTest::newRow("half a ClientHello") << clientHello(true).first(50);
        QTest::newRow("a ClientHello alone") << clientHello(true);
    }
    void timesOut()
    {
        QFETCH(const QByteArray, octets);
        Greeting greeting(std::chrono::milliseconds(30));
        RawPeer peer(greeting.serverPort());
        peer.send(octets);
        QTRY_VERIFY(greeting.isOver());
        QCOMPARE(greeting.gone, octets.isEmpty() ? 1 : 0);
        QCOMPARE(greeting.failures, octets.isEmpty() ? QStringList() : QStringList{QString()});
        QCOMPARE(greeting.greeter->remainingTime(), std::chrono::milliseconds(0));
        greeting.greeter.reset();
        QVERIFY(peer.waitForEnd());
    }

    void noticesWhoLeaves_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("at once") << QByteArray();
        QTest::newRow("in the handshake") << clientHello(true);
    }
    void noticesWhoLeaves()
    {
        QFETCH(const QByteArray, octets);
        Greeting greeting;
        RawPeer peer(greeting.serverPort());
        peer.send(octets);
        peer.socket().disconnectFromHost();
        QTRY_VERIFY(greeting.isOver());
        QCOMPARE(greeting.gone, octets.isEmpty() ? 1 : 0);
        QCOMPARE(greeting.failures.size(), octets.isEmpty() ? 0 : 1);
    }

    void noticesWhoDoesNotTrust()
    {
        Greeting greeting;
        QSslSocket peer;
        peer.setPeerVerifyMode(QSslSocket::VerifyPeer);
        peer.connectToHostEncrypted(u"127.0.0.1"_s, greeting.serverPort());
        QTRY_COMPARE(greeting.failures.size(), 1);
        QVERIFY(!greeting.failures[0].isEmpty()); // some send an alert, Qt leaves
        QCOMPARE(greeting.greeted, 0);
    }

    void endsTheConnectionWithItself()
    {
        Greeting greeting;
        RawPeer peer(greeting.serverPort());
        QTRY_VERIFY(greeting.greeter);
        greeting.greeter.reset();
        QVERIFY(peer.waitForEnd());
    }
};

QTEST_GUILESS_MAIN(TestTlsGreeter)
#include "tst_tlsgreeter.moc"
