#include "core/link/tcptail.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

/// Both ends of a connection over 127.0.0.1.
struct Pair
{
    Pair()
    {
        server.listen(QHostAddress(QHostAddress::LocalHost));
        peer.connectToHost(server.serverAddress(), server.serverPort());
        server.waitForNewConnection(20'000);
        accepted.reset(server.nextPendingConnection());
        accepted->setParent(nullptr);
    }
    QTcpServer server;
    QTcpSocket peer;
    std::unique_ptr<QTcpSocket> accepted;
};

} // namespace

class TestTcpTail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The peer is sending all the while, and still gets our last words and our end, not a reset.
    void lastWordsArrive()
    {
        Pair pair;
        pair.peer.write(QByteArray(20'000'000, 'x'));
        QTRY_VERIFY(pair.accepted->bytesAvailable() > 0);
        pair.accepted->setReadBufferSize(1);
        TcpTail tail(pair.accepted->socketDescriptor());
        QVERIFY(tail.isValid());
        const QSignalSpy ended(&tail, &TcpTail::ended);
        pair.accepted->write("good bye");
        QVERIFY(pair.accepted->waitForBytesWritten());
        pair.accepted->abort();
        pair.accepted.reset();
        tail.start();
        QVERIFY(ended.isEmpty());
        QSignalSpy end(&pair.peer, &QTcpSocket::disconnected);
        QTRY_COMPARE(end.size(), 1);
        QCOMPARE(pair.peer.readAll(), "good bye"_ba);
        QTRY_COMPARE(ended.size(), 1);
    }

    void endsWithThePeer()
    {
        Pair pair;
        TcpTail tail(pair.accepted->socketDescriptor());
        const QSignalSpy ended(&tail, &TcpTail::ended);
        pair.accepted.reset();
        tail.start();
        pair.peer.abort();
        QTRY_COMPARE(ended.size(), 1);
    }

    void cutsWhenItGoes_data()
    {
        QTest::addColumn<bool>("started");
        QTest::newRow("before it starts") << false;
        QTest::newRow("while it waits") << true;
    }
    void cutsWhenItGoes()
    {
        QFETCH(const bool, started);
        Pair pair;
        auto tail = std::make_unique<TcpTail>(pair.accepted->socketDescriptor());
        pair.accepted.reset();
        if (started)
            tail->start();
        tail.reset();
        QTRY_COMPARE(pair.peer.state(), QAbstractSocket::UnconnectedState);
    }

    void isInvalidWithoutAConnection() { QVERIFY(!TcpTail(-1).isValid()); }
};

QTEST_GUILESS_MAIN(TestTcpTail)
#include "tst_tcptail.moc"
