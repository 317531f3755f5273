#include "app/linewriter.h"

#include <QTest>

#include <array>
#include <chrono>

#include <fcntl.h>
#include <unistd.h>

using namespace confab;
using namespace std::chrono_literals;

namespace {

/// A pipe whose ends close at the latest with it.
class Pipe
{
public:
    Pipe() { m_isOpen = ::pipe2(m_ends.data(), O_CLOEXEC) == 0; }
    ~Pipe()
    {
        close(0);
        close(1);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    bool isOpen() const { return m_isOpen; }
    int writeEnd() const { return m_ends[1]; }
    void close(std::size_t end)
    {
        if (m_ends[end] >= 0)
            ::close(m_ends[end]);
        m_ends[end] = -1;
    }

    /// Waits for it. @return what came up to the end of the last line expected.
    QByteArray readUntil(QByteArrayView end)
    {
        QByteArray received;
        std::array<char, 4096> part;
        while (!received.endsWith(end)) {
            const ssize_t count = ::read(m_ends[0], part.data(), part.size());
            if (count <= 0)
                break;
            received.append(part.data(), count);
        }
        return received;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
    bool m_isOpen = false;
};

QByteArray leftOut(qint64 count)
{
    return "left out " + QByteArray::number(count);
}

} // namespace

class TestLineWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesInOrder()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen());
        LineWriter writer(pipe.writeEnd(), leftOut);
        QByteArray expected;
        for (int number = 0; number < 1000; ++number) {
            const QByteArray line = QByteArray::number(number);
            writer.append(line);
            if (number % 7 == 0)
                writer.flush();
            expected += line + '\n';
        }
        QVERIFY(writer.finish(30s));
        QCOMPARE(pipe.readUntil("999\n"), expected);
    }

    void waitsForNobodyWhoDoesNotRead()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen());
        LineWriter writer(pipe.writeEnd(), leftOut);
        const QByteArray line(1000, 'x');
        // More than the pipe and the queue hold together.
        const qsizetype count = 3 * LineWriter::maxWaiting / line.size();
        for (qsizetype number = 0; number < count; ++number) {
            writer.append(line);
            writer.flush();
        }
        QVERIFY(!writer.finish(1ms));

        // What was taken comes whole, and all else is counted.
        qsizetype appended = count;
        QByteArray received;
        while (!received.contains("left out ")) {
            writer.append("more");
            writer.flush();
            ++appended;
            received += pipe.readUntil("\n");
        }
        writer.append("last");
        writer.flush();
        if (!received.endsWith("last\n"))
            received += pipe.readUntil("last\n");
        const QList<QByteArray> lines = received.chopped(1).split('\n');
        QCOMPARE(lines.last(), "last");
        qsizetype missing = 0;
        qsizetype taken = 0;
        for (const QByteArray &each : lines.first(lines.size() - 1)) {
            if (each.startsWith("left out ")) {
                missing += each.sliced(9).toLongLong();
            } else {
                QVERIFY2(each == line || each == "more", each.constData());
                ++taken;
            }
        }
        QVERIFY(taken * line.size() < 2 * LineWriter::maxWaiting + 64 * 1024);
        QCOMPARE(taken + missing, appended);
    }

    void outlivesWhoReads()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen());
        LineWriter writer(pipe.writeEnd(), leftOut);
        writer.append("one");
        writer.flush();
        QCOMPARE(pipe.readUntil("one\n"), "one\n");
        pipe.close(0);
        for (int number = 0; number < 1000; ++number) {
            writer.append("two");
            writer.flush();
        }
        QVERIFY(writer.finish(30s));
    }

    void waitsWhereWritingMustNotBlock()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen());
        QCOMPARE(::fcntl(pipe.writeEnd(), F_SETFL, O_NONBLOCK), 0);
        LineWriter writer(pipe.writeEnd(), leftOut);
        const QByteArray line(200'000, 'x'); // more than a pipe holds
        writer.append(line);
        writer.flush();
        QCOMPARE(pipe.readUntil("\n"), line + '\n');
        QVERIFY(writer.finish(30s));
    }

    void endsWithWhatWaits()
    {
        Pipe pipe;
        QVERIFY(pipe.isOpen());
        {
            LineWriter writer(pipe.writeEnd(), leftOut);
            writer.append("said at the end");
        }
        QCOMPARE(pipe.readUntil("\n"), "said at the end\n");
    }
};

QTEST_GUILESS_MAIN(TestLineWriter)
#include "tst_linewriter.moc"
