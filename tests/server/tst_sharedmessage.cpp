#include "core/wire/frameencoder.h"
#include "core/wire/messagedeflater.h"
#include "server/sharedmessage.h"

#include <QTest>

using namespace confab;

namespace {

QByteArray compressedFrame(Opcode type, const QByteArray &payload, int bits)
{
    const QByteArray compressed = Deflater(bits).compress(payload);
    return encodeRawFrame({.rsv1 = true, .opcode = type, .payloadLength = quint64(compressed.size())},
                          compressed);
}

} // namespace

class TestSharedMessage : public QObject
{
    Q_OBJECT

private slots:
    void sharesTheOctets()
    {
        const QByteArray payload = QByteArray("to all of you, ").repeated(100);
        SharedMessage message(Opcode::Text, payload);
        QCOMPARE(message.payload(), payload);
        QCOMPARE(message.frameFor({}), encodeFrame(Opcode::Text, payload));
        QCOMPARE(message.frameFor(15), compressedFrame(Opcode::Text, payload, 15));
        QCOMPARE(message.frameFor(8), compressedFrame(Opcode::Text, payload, 8));
        for (const std::optional<int> bits : {std::optional<int>(), std::optional(8), std::optional(15)})
            QCOMPARE(message.frameFor(bits).constData(), message.frameFor(bits).constData());
        QVERIFY(message.frameFor(15).constData() != message.frameFor(8).constData());
    }

    void sharesThePlainFrameWhereCompressingDoesNotPay()
    {
        SharedMessage message(Opcode::Binary, QByteArray(minDeflatedMessageSize - 1, 'x'));
        const QByteArray &frame = message.frameFor(15);
        QCOMPARE(frame, encodeFrame(Opcode::Binary, message.payload()));
        QCOMPARE(message.frameFor(10).constData(), frame.constData());
        QCOMPARE(message.frameFor({}).constData(), frame.constData());
    }

    void empty()
    {
        SharedMessage message(Opcode::Text, {});
        QCOMPARE(message.frameFor(15), encodeFrame(Opcode::Text, {}));
        QCOMPARE(message.frameFor({}), encodeFrame(Opcode::Text, {}));
    }
};

QTEST_APPLESS_MAIN(TestSharedMessage)
#include "tst_sharedmessage.moc"
