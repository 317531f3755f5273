#include "core/link/sockettransport.h"
#include "malformedheads.h"
#include "server/headreader.h"
#include "socketpair.h"

#include <QSignalSpy>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxSize = 1024;
constexpr std::chrono::milliseconds never{3'600'000};

/// A reader on one end of a connection, with everything it says.
struct Reading
{
    explicit Reading(std::chrono::milliseconds timeout = never)
        : reader(std::make_unique<SocketTransport>(std::move(pair.accepted)), HeadBuffer(maxSize), timeout)
    {
        reader.start();
    }
    SocketPair pair;
    HeadReader reader;
    QSignalSpy read{&reader, &HeadReader::headRead};
    QSignalSpy malformed{&reader, &HeadReader::headMalformed};
    QSignalSpy timedOut{&reader, &HeadReader::timedOut};
    QSignalSpy gone{&reader, &HeadReader::gone};
};

} // namespace

class TestHeadReader : public QObject
{
    Q_OBJECT

private slots:
    void readsAHeadOctetByOctet()
    {
        Reading reading;
        const QByteArray head = RawPeer::upgradeRequest("/chat?x=1");
        for (const char octet : head) {
            QCOMPARE(reading.read.size(), 0);
            reading.pair.peer.send(QByteArray(1, octet));
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(reading.read.size(), 1);
        QCOMPARE(reading.read.constFirst().constFirst().value<RequestHead>().path(), "/chat"_ba);
        QCOMPARE(reading.reader.buffer().head(), head);
    }

    void keepsWhatIsBehindTheHead()
    {
        Reading reading;
        reading.pair.peer.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nbehind");
        QTRY_COMPARE(reading.read.size(), 1);
        QCOMPARE(reading.reader.buffer().rest(), "behind"_ba);
        const std::unique_ptr<Transport> transport = reading.reader.takeTransport();
        reading.pair.peer.send("later");
        QByteArray octets;
        std::array<char, 16> buffer;
        QTRY_VERIFY((octets += QByteArray(buffer.data(), transport->read(buffer))) == "later");
    }

    void seesMalformedHeads_data() { addMalformedHeads(maxSize); }
    void seesMalformedHeads()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const int, error);
        Reading reading;
        reading.pair.peer.send(octets);
        QTRY_COMPARE(reading.malformed.size(), 1);
        QCOMPARE(int(reading.malformed.constFirst().constFirst().value<HttpError>()), error);
        QVERIFY(!reading.reader.buffer().head().isEmpty());
        QCOMPARE(reading.read.size(), 0);
    }

    void takesTheLargestHead()
    {
        Reading reading;
        const QByteArray start = "GET / HTTP/1.1\r\nA: ";
        reading.pair.peer.send(start + QByteArray(maxSize - start.size() - 4, 'x') + "\r\n\r\nmore");
        QTRY_COMPARE(reading.read.size(), 1);
        QCOMPARE(reading.reader.buffer().head().size(), maxSize);
    }

    void timesOut_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("silent") << ""_ba;
        QTest::newRow("truncated") << "GET / HT"_ba;
    }
    void timesOut()
    {
        QFETCH(const QByteArray, octets);
        Reading reading(std::chrono::milliseconds(100));
        reading.pair.peer.send(octets);
        QTRY_COMPARE(reading.timedOut.size(), 1);
        QCOMPARE(reading.timedOut.constFirst().constFirst().toBool(), octets.isEmpty());
        QCOMPARE(reading.reader.buffer().head(), octets);
    }

    void seesThePeerGo()
    {
        Reading reading;
        reading.pair.peer.send("GET /");
        reading.pair.peer.socket().disconnectFromHost();
        QTRY_COMPARE(reading.gone.size(), 1);
        QCOMPARE(reading.malformed.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHeadReader)
#include "tst_headreader.moc"
