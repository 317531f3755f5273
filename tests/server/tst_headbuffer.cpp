#include "malformedheads.h"
#include "server/headbuffer.h"

#include <QTest>

#include <algorithm>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSize = 1024;

/// Has what has arrived, and no peer.
class Arrived final : public Transport
{
public:
    explicit Arrived(QByteArray octets)
        : m_octets(std::move(octets))
    {}
    void add(const QByteArray &octets) { m_octets += octets; }
    qsizetype left() const { return m_octets.size(); }

    void setListener(TransportListener *) override {}
    qint64 read(std::span<char> buffer) override
    {
        const qsizetype count = std::min(qsizetype(buffer.size()), m_octets.size());
        std::copy_n(m_octets.cbegin(), count, buffer.begin());
        m_octets.remove(0, count);
        return count;
    }
    qint64 write(std::span<const QByteArrayView>) override { return 0; }
    qint64 pendingSize() const override { return 0; }
    void endWriting() override {}
    void abort() override {}

private:
    QByteArray m_octets;
};

const QByteArray head = "GET /chat?x=1 HTTP/1.1\r\nHost: a\r\n\r\n"_ba;

} // namespace

class TestHeadBuffer : public QObject
{
    Q_OBJECT

private slots:
    void readsAHeadWhereverItIsCut()
    {
        for (qsizetype cut = 0; cut < head.size(); ++cut) {
            HeadBuffer buffer(maxSize);
            Arrived transport(head.first(cut));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Incomplete);
            QCOMPARE(buffer.head(), head.first(cut));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Incomplete); // nothing new
            transport.add(head.sliced(cut));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Complete);
            QCOMPARE(buffer.head(), head);
            QCOMPARE(buffer.rest(), QByteArray());
            QCOMPARE(buffer.request().target, "/chat?x=1"_ba);
            QCOMPARE(buffer.request().headers.value("host"), "a"_ba);
        }
    }

    void passesOneEmptyLineOver()
    {
        for (qsizetype cut = 0; cut < head.size() + 2; ++cut) {
            const QByteArray octets = "\r\n" + head;
            HeadBuffer buffer(maxSize);
            Arrived transport(octets.first(cut));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Incomplete);
            transport.add(octets.sliced(cut));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Complete);
            QCOMPARE(buffer.head(), head);
        }
        HeadBuffer buffer(maxSize);
        Arrived transport("\r\n\r\n" + head);
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Malformed);
    }

    void readsOctetByOctet()
    {
        HeadBuffer buffer(maxSize);
        Arrived transport({});
        for (const char octet : head.chopped(1)) {
            transport.add(QByteArray(1, octet));
            QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Incomplete);
        }
        transport.add(head.last(1));
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Complete);
    }

    void keepsWhatIsBehindTheHead()
    {
        HeadBuffer buffer(maxSize);
        Arrived transport(head + "behind");
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Complete);
        QCOMPARE(buffer.head(), head);
        QCOMPARE(buffer.rest(), "behind"_ba);
    }

    void seesMalformedHeads_data() { addMalformedHeads(maxSize); }
    void seesMalformedHeads()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, error);
        HeadBuffer buffer(maxSize);
        Arrived transport(octets);
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Malformed);
        QCOMPARE(int(buffer.error()), error);
        QVERIFY(octets.startsWith(buffer.head()));
    }

    void takesNoMoreThanItsBound()
    {
        HeadBuffer buffer(maxSize);
        Arrived transport("GET / HTTP/1.1\r\nA: " + QByteArray(10 * maxSize, 'x'));
        const qsizetype size = transport.left();
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Malformed);
        QCOMPARE(buffer.error(), HttpError::HeadTooLarge);
        QCOMPARE(size - transport.left(), maxSize + 1);
    }

    /// Nobody says again that something has arrived.
    void takesAsMuchBehindAnEmptyLine()
    {
        HeadBuffer buffer(maxSize);
        Arrived transport("\r\nGET / HTTP/1.1\r\nA: " + QByteArray(10 * maxSize, 'x'));
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Malformed);
        QCOMPARE(buffer.error(), HttpError::HeadTooLarge);
    }

    void takesTheLargestHead()
    {
        const QByteArray start = "GET / HTTP/1.1\r\nA: ";
        const QByteArray largest = start + QByteArray(maxSize - start.size() - 4, 'x') + "\r\n\r\n";
        HeadBuffer buffer(maxSize);
        Arrived transport(largest);
        QCOMPARE(buffer.readFrom(transport), HeadBuffer::State::Complete);
        QCOMPARE(buffer.head(), largest);
    }
};

QTEST_APPLESS_MAIN(TestHeadBuffer)
#include "tst_headbuffer.moc"
