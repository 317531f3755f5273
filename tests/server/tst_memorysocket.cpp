#include "server/memorysocket.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestMemorySocket : public QObject
{
    Q_OBJECT

private slots:
    void looksConnected()
    {
        MemorySocket socket("request", QHostAddress(u"192.0.2.7"_s), 4711);
        QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QVERIFY(socket.isValid() || socket.isOpen());
        QCOMPARE(socket.peerAddress(), QHostAddress(u"192.0.2.7"_s));
        QCOMPARE(socket.peerPort(), quint16(4711));
    }

    void readsTheRequestAndNothingElse()
    {
        MemorySocket socket("GET /\r\n\r\n", QHostAddress(), 0);
        QCOMPARE(socket.bytesAvailable(), 9);
        QCOMPARE(socket.peek(100), "GET /\r\n\r\n"_ba);
        QCOMPARE(socket.bytesAvailable(), 9);
        QCOMPARE(socket.skip(4), 4);
        QCOMPARE(socket.readLine(), "/\r\n"_ba);
        QCOMPARE(socket.read(100), "\r\n"_ba);
        QCOMPARE(socket.bytesAvailable(), 0);
        QCOMPARE(socket.read(100), ""_ba);
    }

    void keepsWhatIsWritten()
    {
        MemorySocket socket({}, QHostAddress(), 0);
        QSignalSpy answered(&socket, &MemorySocket::answered);
        QCOMPARE(socket.write("HTTP/1.1 "), 9);
        QCOMPARE(socket.write("101\r\n"), 5);
        QCOMPARE(answered.size(), 2);
        socket.discardWrites();
        QCOMPARE(socket.write("\x88\x00"_ba), 2);
        QCOMPARE(answered.size(), 2);
        QCOMPARE(socket.written(), "HTTP/1.1 101\r\n"_ba);
    }

    void tellsOfClosing()
    {
        MemorySocket socket({}, QHostAddress(), 0);
        QSignalSpy hungUp(&socket, &MemorySocket::hungUp);
        socket.close();
        socket.disconnectFromHost();
        QCOMPARE(hungUp.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestMemorySocket)
#include "tst_memorysocket.moc"
