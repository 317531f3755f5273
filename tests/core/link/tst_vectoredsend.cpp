#include "core/link/vectoredsend.h"

#include <QTest>

#include <array>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

using namespace confab;
using namespace Qt::StringLiterals;

class TestVectoredSend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends.data()), 0); }
    void cleanup();
    void joinsPieces();
    void takesNoMoreThanFits();
    void takesSomeOfVeryManyPieces();
    void saysThatThePeerIsGone();

private:
    QByteArray receive()
    {
        QByteArray octets(1'000'000, Qt::Uninitialized);
        octets.resize(::recv(m_ends[1], octets.data(), std::size_t(octets.size()), MSG_DONTWAIT));
        return octets;
    }
    std::array<int, 2> m_ends{};
};

void TestVectoredSend::cleanup()
{
    for (const int end : m_ends)
        ::close(end);
}

void TestVectoredSend::joinsPieces()
{
    const std::array<QByteArrayView, 3> pieces{"one ", "", "two"};
    QCOMPARE(sendVector(m_ends[0], pieces), 7);
    QCOMPARE(receive(), "one two"_ba);
}

void TestVectoredSend::takesNoMoreThanFits()
{
    const QByteArray much(100'000, 'x');
    const std::array<QByteArrayView, 1> pieces{much};
    qint64 sent = 0;
    int calls = 0;
    do {
        sent = sendVector(m_ends[0], pieces);
        QVERIFY(++calls < 10'000);
    } while (sent > 0);
    QCOMPARE(sent, 0);
}

void TestVectoredSend::takesSomeOfVeryManyPieces()
{
    const std::vector<QByteArrayView> pieces(5000, QByteArrayView("x"));
    const qint64 sent = sendVector(m_ends[0], pieces);
    QVERIFY(sent > 0 && sent <= 5000);
    QCOMPARE(receive(), QByteArray(qsizetype(sent), 'x'));
}

void TestVectoredSend::saysThatThePeerIsGone()
{
    ::close(m_ends[1]);
    const std::array<QByteArrayView, 1> pieces{"x"};
    QCOMPARE(sendVector(m_ends[0], pieces), -1);
    m_ends[1] = ::dup(m_ends[0]);
}

QTEST_APPLESS_MAIN(TestVectoredSend)
#include "tst_vectoredsend.moc"
