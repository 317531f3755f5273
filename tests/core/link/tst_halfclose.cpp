#include "core/link/halfclose.h"

#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace confab;

class TestHalfClose : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsOneDirection();
    void saysWhenItCannot();
};

void TestHalfClose::endsOneDirection()
{
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    QVERIFY(halfClose(ends[0]));
    char octet = 0;
    QCOMPARE(::recv(ends[1], &octet, 1, 0), 0); // the end
    QCOMPARE(::send(ends[1], "x", 1, 0), 1);
    QCOMPARE(::recv(ends[0], &octet, 1, 0), 1); // the other way goes on
    QCOMPARE(octet, 'x');
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestHalfClose::saysWhenItCannot()
{
    QVERIFY(!halfClose(-1));
}

QTEST_APPLESS_MAIN(TestHalfClose)
#include "tst_halfclose.moc"
