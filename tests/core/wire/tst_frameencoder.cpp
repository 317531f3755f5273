#include "tests/core/wire/frametable.h"

#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

class TestFrameEncoder : public QObject
{
    Q_OBJECT

private slots:
    void legalFrames_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = frameTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void legalFrames()
    {
        QFETCH(const qsizetype, row);
        const FrameRow frame = frameTable().at(row);
        QCOMPARE(encodeFrame(frame.header.opcode, frame.payload, frame.header.maskingKey, frame.header.fin),
                 frame.octets);
        QCOMPARE(encodeRawFrame(frame.header, frame.payload), frame.octets);
        QVERIFY(frame.octets.size() <= frame.payload.size() + maxFrameHeaderSize);
        QByteArray frames = "before";
        appendRawFrame(frames, frame.header, frame.payload);
        appendRawFrame(frames, frame.header, frame.payload);
        QCOMPARE(frames, "before" + frame.octets + frame.octets);
    }

    void oneFrameTakesNoMoreMemoryThanItHas()
    {
        const QByteArray frame = encodeFrame(Opcode::Binary, QByteArray(65'536, 'x'));
        QVERIFY(frame.capacity() < frame.size() + 32);
    }

    void rawFrames_data()
    {
        QTest::addColumn<FrameHeader>("header");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<LengthForm>("form");
        QTest::addColumn<QByteArray>("octets");

        const FrameHeader text = frameHeader(Opcode::Text, 2);
        const auto with = [](FrameHeader header, auto change) {
            change(header);
            return header;
        };
        const auto shortest = LengthForm::Shortest;
        QTest::newRow("RSV1") << with(text, [](auto &h) { h.rsv1 = true; }) << "hi"_ba << shortest
                              << hex("c1 02 68 69");
        QTest::newRow("RSV2") << with(text, [](auto &h) { h.rsv2 = true; }) << "hi"_ba << shortest
                              << hex("a1 02 68 69");
        QTest::newRow("RSV3") << with(text, [](auto &h) { h.rsv3 = true; }) << "hi"_ba << shortest
                              << hex("91 02 68 69");
        QTest::newRow("reserved opcode") << frameHeader(Opcode(0x3), 0) << ""_ba << shortest << hex("83 00");
        QTest::newRow("reserved control opcode")
            << frameHeader(Opcode(0xF), 0) << ""_ba << shortest << hex("8f 00");
        QTest::newRow("fragmented ping")
            << frameHeader(Opcode::Ping, 0, {}, false) << ""_ba << shortest << hex("09 00");
        QTest::newRow("16 bits for 2")
            << text << "hi"_ba << LengthForm::Extended16 << hex("81 7e 00 02 68 69");
        QTest::newRow("64 bits for 2")
            << text << "hi"_ba << LengthForm::Extended64 << hex("81 7f 00 00 00 00 00 00 00 02 68 69");
        QTest::newRow("more declared than sent") << frameHeader(Opcode::Text, quint64(1) << 40) << "hi"_ba
                                                 << shortest << hex("81 7f 00 00 01 00 00 00 00 00 68 69");
        QTest::newRow("high bit of the length") << frameHeader(Opcode::Text, quint64(1) << 63) << ""_ba
                                                << shortest << hex("81 7f 80 00 00 00 00 00 00 00");
        QTest::newRow("ping of 126") << frameHeader(Opcode::Ping, 126) << QByteArray(126, 'a') << shortest
                                     << hex("89 7e 00 7e") + QByteArray(126, 'a');
        QTest::newRow("seven bits forced") << text << "hi"_ba << LengthForm::SevenBit << hex("81 02 68 69");
    }

    void rawFrames()
    {
        QFETCH(const FrameHeader, header);
        QFETCH(const QByteArray, payload);
        QFETCH(const LengthForm, form);
        QFETCH(const QByteArray, octets);
        QCOMPARE(encodeRawFrame(header, payload, form), octets);
    }

    void payloadSizes()
    {
        for (const qsizetype size : {0, 1, 125, 126, 65'535, 65'536}) {
            const QByteArray payload(size, 'x');
            QCOMPARE(payloadSizeOf(encodeFrame(Opcode::Text, payload)), quint64(size));
            QCOMPARE(payloadSizeOf(encodeFrame(Opcode::Text, payload, MaskingKey{1, 2, 3, 4})),
                     quint64(size));
        }
    }

    void closePayload_data()
    {
        QTest::addColumn<CloseCode>("code");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("empty") << CloseCode::NoStatusReceived << u"dropped"_s << ""_ba;
        QTest::newRow("1000") << CloseCode::NormalClosure << u""_s << hex("03 e8");
        QTest::newRow("4001, Korean") << CloseCode(4001) << u"안녕"_s << hex("0f a1 ec 95 88 eb 85 95");
        QTest::newRow("trimmed") << CloseCode::GoingAway << u"가"_s.repeated(42)
                                 << hex("03 e9") + QByteArray("\xEA\xB0\x80").repeated(41);
        QTest::newRow("illegal, as told") << CloseCode::AbnormalClosure << u"x"_s << hex("03 ee 78");
    }

    void closePayload()
    {
        QFETCH(const CloseCode, code);
        QFETCH(const QString, reason);
        QFETCH(const QByteArray, octets);
        QCOMPARE(encodeClosePayload({code, reason}), octets);
    }
};

QTEST_APPLESS_MAIN(TestFrameEncoder)
#include "tst_frameencoder.moc"
