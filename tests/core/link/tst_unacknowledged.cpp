#include "core/link/unacknowledged.h"

#ifdef Q_OS_LINUX
#include "tcpconnection.h"
#endif

#include <QTest>

using namespace confab;

class TestUnacknowledged : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fallsAsThePeerReads()
    {
#ifdef Q_OS_LINUX
        const TcpConnection connection;
        QCOMPARE(unacknowledgedOctets(connection.sender), 0);
        const QByteArray chunk(64 * 1024, 'x');
        qint64 sent = 0;
        for (;;) {
            const ssize_t count = ::send(connection.sender, chunk.constData(), std::size_t(chunk.size()), 0);
            if (count < 0)
                break;
            sent += count;
        }
        const qint64 held = unacknowledgedOctets(connection.sender);
        QVERIFY(held > 0);
        QVERIFY(held <= sent);
        QCOMPARE(connection.receive(sent).size(), sent);
        QTRY_COMPARE(unacknowledgedOctets(connection.sender), 0);
#else
        QSKIP("This system does not tell.");
#endif
    }

    void isUnknownOfNoConnection()
    {
        QCOMPARE(unacknowledgedOctets(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestUnacknowledged)
#include "tst_unacknowledged.moc"
