#include "core/traffic/frameheaders.h"

#include "tests/core/wire/splits.h"

#include <QTest>

using namespace confab;
using namespace confab::test;

namespace {

TrafficRecord sent(TrafficKind kind, quint64 size, quint64 wireSize)
{
    TrafficRecord record;
    record.kind = kind;
    record.direction = Direction::Sent;
    record.size = size;
    record.wireSize = wireSize;
    return record;
}

} // namespace

class TestFrameHeaders : public QObject
{
    Q_OBJECT

private slots:
    void ofAServersFrame_data()
    {
        QTest::addColumn<TrafficKind>("kind");
        QTest::addColumn<quint64>("size");
        QTest::addColumn<quint64>("wireSize");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char *name, TrafficKind kind, quint64 size, quint64 wireSize,
                            const char *header) {
            QTest::newRow(name) << kind << size << wireSize << hex(header);
        };
        row("text", TrafficKind::Text, 5, 5, "81 05");
        row("compressed text", TrafficKind::Text, 100, 7, "c1 07");
        row("empty", TrafficKind::Binary, 0, 0, "82 00");
        row("16 bits", TrafficKind::Binary, 126, 126, "82 7e 00 7e");
        row("64 bits", TrafficKind::Binary, 65536, 65536, "82 7f 00 00 00 00 00 01 00 00");
        row("ping", TrafficKind::Ping, 3, 3, "89 03");
        row("pong", TrafficKind::Pong, 0, 0, "8a 00");
        row("close", TrafficKind::Close, 2, 2, "88 02");
        row("request", TrafficKind::Request, 5, 5, "");
        row("response", TrafficKind::Response, 5, 5, "");
        row("TLS failure", TrafficKind::TlsFailure, 5, 5, "");
        row("failure", TrafficKind::Failure, 5, 5, "");
        row("end", TrafficKind::Ended, 0, 0, "");
    }

    void ofAServersFrame()
    {
        QFETCH(const TrafficKind, kind);
        QFETCH(const quint64, size);
        QFETCH(const quint64, wireSize);
        TrafficRecord record = sent(kind, size, wireSize);
        QTEST(frameHeadersOf(record), "header");
        record.direction = Direction::Received; // its masking key is not known
        QCOMPARE(frameHeadersOf(record), QByteArray());
        record.direction = Direction::Sent;
        record.source = TrafficSource::Client; // likewise
        QCOMPARE(frameHeadersOf(record), QByteArray());
    }

    void ofABroadcast()
    {
        TrafficRecord record = sent(TrafficKind::Text, 100, 100);
        record.recipients = 7;
        QCOMPARE(frameHeadersOf(record), hex("81 64"));
        record.wireSize = 50; // the mean of what they got
        QCOMPARE(frameHeadersOf(record), QByteArray());
        record.recipients = 1;
        QCOMPARE(frameHeadersOf(record), hex("c1 32"));
        record.fragments = 2; // a server of ours does not
        QCOMPARE(frameHeadersOf(record), QByteArray());
    }

    void thoseThatWereSeen()
    {
        TrafficRecord record = sent(TrafficKind::Text, 5, 5);
        record.frameHeaders = hex("01 82 01 02 03 04  80 83 05 06 07 08");
        record.fragments = 2;
        QCOMPARE(frameHeadersOf(record), record.frameHeaders);
    }
};

QTEST_APPLESS_MAIN(TestFrameHeaders)
#include "tst_frameheaders.moc"
