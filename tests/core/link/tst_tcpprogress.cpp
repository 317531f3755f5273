#include "core/link/tcpprogress.h"

#ifdef Q_OS_LINUX
#include "tcpconnection.h"
#endif

#include <QTest>

using namespace confab;

class TestTcpProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growsAsThePeerReads()
    {
#ifdef Q_OS_LINUX
        const TcpConnection connection;
        const TcpProgress before = tcpProgress(connection.sender);
        QCOMPARE(before.accepted, before.acknowledged);
        const QByteArray chunk(64 * 1024, 'x');
        quint64 sent = 0;
        for (;;) {
            const ssize_t count = ::send(connection.sender, chunk.constData(), std::size_t(chunk.size()), 0);
            if (count < 0)
                break;
            sent += quint64(count);
        }
        const TcpProgress full = tcpProgress(connection.sender);
        QCOMPARE(full.accepted, before.accepted + sent);
        QVERIFY(full.acknowledged < full.accepted);
        QCOMPARE(quint64(connection.receive(qsizetype(sent)).size()), sent);
        QTRY_COMPARE(tcpProgress(connection.sender).acknowledged, full.accepted);
        QCOMPARE(tcpProgress(connection.sender).accepted, full.accepted);
#else
        QSKIP("This system does not tell.");
#endif
    }

    void isUnknownOfNoConnection()
    {
        QCOMPARE(tcpProgress(-1).accepted, 0u);
        QCOMPARE(tcpProgress(-1).acknowledged, 0u);
    }
};

QTEST_GUILESS_MAIN(TestTcpProgress)
#include "tst_tcpprogress.moc"
