#include "core/wire/deflater.h"
#include "core/wire/frameencoder.h"
#include "linkfixture.h"

#include <QCoreApplication>
#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

/// A link that was told of permessage-deflate.
class TestLinkDeflate : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatWasSentOnTheWire()
    {
        LinkFixture plain(Role::Server);
        plain.link->open();
        LinkFixture deflating(Role::Server);
        deflating.link->open({}, DeflateParameters{.serverNoContextTakeover = true});
        const QByteArray text(1'000, 'x');
        QCOMPARE(plain.link->sendText(text), std::optional<quint64>(1'000));
        const std::optional<quint64> wireSize = deflating.link->sendText(text);
        QVERIFY(wireSize && *wireSize < 20);
        QCOMPARE(deflating.link->sendBinary("short"), std::optional<quint64>(5));
        QCoreApplication::processEvents();
        QCOMPARE(plain.transport->written, encodeFrame(Opcode::Text, text));
        QCOMPARE(deflating.transport->written.size(), qsizetype(2 + *wireSize + 2 + 5));
        QCOMPARE(quint8(deflating.transport->written.at(0)), 0xC1); // FIN, RSV1, Text
        deflating.link->close({CloseCode::NormalClosure, {}});
        QVERIFY(!deflating.link->sendText(text));
    }

    void inflatesWhatCameBehindTheHead()
    {
        LinkFixture client(Role::Client);
        QList<Message> messages;
        client.spy.onMessage = [&](const Message &message) { messages.append(message); };
        // RFC 7692 §7.2.3.1 and §7.2.3.2
        client.link->open(QByteArray::fromHex("c107f248cdc9c90700"), DeflateParameters());
        client.transport->deliver(QByteArray::fromHex("c105f200110000"));
        QTRY_COMPARE(messages.size(), 2);
        QCOMPARE(client.diary.filter(u"message"_s), (QStringList{u"message Hello"_s, u"message Hello"_s}));
        QCOMPARE(messages.constFirst().wireSize, 7u);
        QCOMPARE(messages.constLast().wireSize, 5u);
    }

    void leavesOutCompressingWhereTold()
    {
        LinkFixture server(Role::Server);
        server.link->open({}, DeflateParameters());
        const QByteArray text(1'000, 'x');
        QCOMPARE(server.link->sendUncompressed(Opcode::Text, text), std::optional<quint64>(1'000));
        QCoreApplication::processEvents();
        QCOMPARE(server.transport->written, encodeFrame(Opcode::Text, text));
        server.link->close({CloseCode::NormalClosure, {}});
        QVERIFY(!server.link->sendUncompressed(Opcode::Text, text));
    }

    /// What little octets become counts for the turn.
    void yieldsForWhatItInflates()
    {
        LinkFixture server(Role::Server);
        int messages = 0;
        server.spy.onMessage = [&](const Message &) { ++messages; };
        server.link->open({}, DeflateParameters{.clientNoContextTakeover = true});
        const QByteArray compressed = Deflater(maxWindowBits).compress(QByteArray(8 * 1024 * 1024, 'x'));
        const QByteArray frame = encodeRawFrame({.rsv1 = true,
                                                 .opcode = Opcode::Text,
                                                 .maskingKey = MaskingKey{},
                                                 .payloadLength = quint64(compressed.size())},
                                                compressed);
        QVERIFY(frame.size() < 16 * 1024);
        constexpr int count = 12;
        server.transport->deliver(frame.repeated(count));
        QVERIFY2(messages >= 1 && messages <= 3, qPrintable(QString::number(messages)));
        QTRY_COMPARE(messages, count);
    }

    void aBadOneEndsTheConnection()
    {
        LinkFixture server(Role::Server);
        server.link->open({}, DeflateParameters());
        server.transport->deliver(masked(char(0xC2), QByteArray::fromHex("07")));
        QTRY_VERIFY(server.transport->writingEnded);
        QVERIFY(server.diary.contains(u"failed %1"_s.arg(int(WireError::DeflateDataInvalid))));
        QVERIFY(server.diary.contains(u"closeSent 1007"_s));
    }
};

QTEST_GUILESS_MAIN(TestLinkDeflate)
#include "tst_linkdeflate.moc"
