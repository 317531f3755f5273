#include "tests/core/wire/deflateexamples.h"
#include "tests/core/wire/endpointdriver.h"

#include <QTest>

using namespace confab;
using namespace confab::test;
using namespace Qt::StringLiterals;

namespace {

Endpoint deflatingEndpoint(Role role, const DeflateParameters &parameters = {}, EndpointLimits limits = {})
{
    Endpoint endpoint(role, limits, [] { return fixedKey; });
    endpoint.open(parameters);
    return endpoint;
}

/// A frame with RSV1 set for an endpoint of this role from its peer.
QByteArray compressedFromPeer(Role role, Opcode opcode, QByteArrayView payload, bool fin = true)
{
    return encodeRawFrame({.fin = fin,
                           .rsv1 = true,
                           .opcode = opcode,
                           .maskingKey = peerKey(role),
                           .payloadLength = quint64(payload.size())},
                          payload);
}

bool isCompressed(const QByteArray &frame)
{
    return (quint8(frame.at(0)) & 0x40) != 0;
}

QByteArray longText()
{
    QByteArray text;
    for (int i = 0; i < 1'000; ++i)
        text += QByteArray::number(i) + " 안녕하세요 ";
    return text;
}

const QByteArray helloPayload = hex("f2 48 cd c9 c9 07 00");

} // namespace

class TestEndpointDeflate : public QObject
{
    Q_OBJECT

private slots:
    void conversations_data()
    {
        QTest::addColumn<Role>("sender");
        QTest::addColumn<bool>("contextTakeover");
        QTest::addColumn<int>("bits");
        for (const Role sender : {Role::Server, Role::Client}) {
            for (const bool takeover : {true, false}) {
                for (int bits = minWindowBits; bits <= maxWindowBits; ++bits)
                    QTest::addRow("%s, %s takeover, %d bits", sender == Role::Server ? "server" : "client",
                                  takeover ? "with" : "without", bits)
                        << sender << takeover << bits;
            }
        }
    }

    void conversations()
    {
        QFETCH(const Role, sender);
        QFETCH(const bool, contextTakeover);
        QFETCH(const int, bits);
        // The parameters of the other direction are the opposite.
        const bool isServer = sender == Role::Server;
        const DeflateParameters parameters{.serverNoContextTakeover = isServer != contextTakeover,
                                           .clientNoContextTakeover = isServer == contextTakeover,
                                           .serverMaxWindowBits = isServer ? bits : 15,
                                           .clientMaxWindowBits = isServer ? 15 : bits};
        Endpoint from = deflatingEndpoint(sender, parameters);
        Endpoint to = deflatingEndpoint(isServer ? Role::Client : Role::Server, parameters);
        const QByteArray text = longText();
        qsizetype previous = 0;
        for (const QByteArray &message : {text, "short"_ba, text, ""_ba, text.first(text.size() / 2)}) {
            const QByteArray frame = from.encode(Opcode::Binary, message);
            QCOMPARE(isCompressed(frame), message.size() >= minDeflatedMessageSize);
            const Events events = receive(to, frame);
            QCOMPARE(events.size(), size_t(1));
            QVERIFY(events.front().payload == message);
            QCOMPARE(events.front().opcode, Opcode::Binary);
            QCOMPARE(events.front().wireSize, payloadSizeOf(frame));
            if (message != text)
                continue;
            QVERIFY(frame.size() < text.size());
            // The text is longer than the smaller windows, and fits into the largest.
            if (previous > 0 && bits == maxWindowBits)
                QCOMPARE(frame.size() < previous / 5, contextTakeover);
            previous = frame.size();
        }
    }

    void examplesAtEverySplit_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("server") << Role::Server;
        QTest::newRow("client") << Role::Client;
    }

    void examplesAtEverySplit()
    {
        QFETCH(const Role, role);
        for (const DeflateExample &example : deflateExamples()) {
            QByteArray stream;
            QByteArray expected;
            for (qsizetype i = 0; i < example.compressed.size(); ++i) {
                const QByteArrayView payload(example.compressed[i]);
                // Whole; and in three with a Ping between, the second of them empty.
                stream += compressedFromPeer(role, Opcode::Text, payload);
                expected += "text 1 " + example.messages[i] + '\n';
                if (i > 0 || example.compressed.size() > 1)
                    continue;
                stream += compressedFromPeer(role, Opcode::Text, payload.first(1), false) +
                          fromPeer(role, Opcode::Continuation, "", false) +
                          fromPeer(role, Opcode::Ping, "p") +
                          fromPeer(role, Opcode::Continuation, payload.sliced(1));
                expected += "ping p\ntext 3 " + example.messages[i] + '\n';
            }
            stream += fromPeer(role, Opcode::Text, "plain");
            expected += "text 1 plain\n";
            const auto splits = splitsOf(stream);
            for (const Pieces &pieces : splits) {
                Endpoint endpoint = deflatingEndpoint(role);
                QCOMPARE(described(receive(endpoint, pieces)), expected);
            }
        }
    }

    void reservedBits_data()
    {
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *name, const FrameHeader &header) {
            QTest::newRow(name) << encodeRawFrame(header, {});
        };
        using enum Opcode;
        const MaskingKey key{};
        // RFC 7692 §6.1: RSV1 is for the first frame of a data message; §6.2, RFC 6455 §5.2: RSV2 and RSV3
        // for none.
        row("RSV1 on a ping", {.rsv1 = true, .opcode = Ping, .maskingKey = key});
        row("RSV1 on a pong", {.rsv1 = true, .opcode = Pong, .maskingKey = key});
        row("RSV1 on a close", {.rsv1 = true, .opcode = Close, .maskingKey = key});
        row("RSV1 on a continuation", {.rsv1 = true, .opcode = Continuation, .maskingKey = key});
        row("RSV2", {.rsv2 = true, .opcode = Text, .maskingKey = key});
        row("RSV1 and RSV3", {.rsv1 = true, .rsv3 = true, .opcode = Text, .maskingKey = key});
    }

    void reservedBits()
    {
        QFETCH(const QByteArray, octets);
        Endpoint endpoint = deflatingEndpoint(Role::Server);
        // Within a compressed message, so that a continuation is in its place.
        receive(endpoint, compressedFromPeer(Role::Server, Opcode::Text, helloPayload.first(2), false));
        QCOMPARE(described(receive(endpoint, octets)), "failure ReservedBitSet (RFC 6455 section 5.2)\n");
        QCOMPARE(int(endpoint.outcome().sent->code), 1002);
    }

    void notAgreedOn()
    {
        Endpoint endpoint = openEndpoint(Role::Server);
        QCOMPARE(described(receive(endpoint, compressedFromPeer(Role::Server, Opcode::Text, helloPayload))),
                 "failure ReservedBitSet (RFC 6455 section 5.2)\n");
        Endpoint other = openEndpoint(Role::Server);
        QCOMPARE(other.encode(Opcode::Text, QByteArray(1'000, 'x')),
                 fromUs(Role::Server, Opcode::Text, QByteArray(1'000, 'x')));
    }

    void badData_data()
    {
        QTest::addColumn<QByteArray>("compressed");
        for (const BadDeflateData &bad : badDeflateData())
            QTest::newRow(bad.name) << bad.compressed;
    }

    void badData()
    {
        QFETCH(const QByteArray, compressed);
        const QByteArray stream = compressedFromPeer(Role::Client, Opcode::Binary, compressed) +
                                  fromPeer(Role::Client, Opcode::Text, "behind");
        const auto splits = splitsOf(stream);
        for (const Pieces &pieces : splits) {
            Endpoint endpoint = deflatingEndpoint(Role::Client);
            QCOMPARE(described(receive(endpoint, pieces)),
                     "failure DeflateDataInvalid (RFC 7692 section 7.2.2)\n");
            QCOMPARE(int(endpoint.outcome().sent->code), 1007);
            QVERIFY(endpoint.shouldEndTransport());
        }
    }

    void aBombIsTooBig()
    {
        const QByteArray bomb = Deflater(maxWindowBits).compress(QByteArray(20 * 1024 * 1024, '\0'));
        QVERIFY(bomb.size() < 32 * 1024);
        Endpoint endpoint = deflatingEndpoint(Role::Server);
        QCOMPARE(described(receive(endpoint, compressedFromPeer(Role::Server, Opcode::Binary, bomb))),
                 "failure MessageTooBig (RFC 6455 section 10.4)\n");
        QCOMPARE(int(endpoint.outcome().sent->code), 1009);
    }

    void theLargestMessagePassesAsLongAsItMayBe()
    {
        // What does not compress takes a little more than itself.
        const EndpointLimits limits{.maxFrameSize = 10'000, .message = {.maxMessageSize = 10'000}};
        QByteArray stored;
        const auto store = [&stored](qsizetype size) {
            const auto length = quint32(size);
            const quint32 complement = ~length;
            stored += octetsOf({0, length, length >> 8, complement, complement >> 8}) + QByteArray(size, 'x');
        };
        for (int i = 0; i < 10; ++i)
            store(1'000);
        Endpoint endpoint = deflatingEndpoint(Role::Server, {}, limits);
        const Events events =
            receive(endpoint, compressedFromPeer(Role::Server, Opcode::Text, stored + '\0'));
        QCOMPARE(events.size(), size_t(1));
        QVERIFY(events.front().payload == QByteArray(10'000, 'x'));
        QCOMPARE(described(receive(endpoint, fromPeer(Role::Server, Opcode::Text, QByteArray(10'001, 'x')))),
                 "failure MessageTooBig (RFC 6455 section 10.4)\n");
    }

    void whatIsNotCompressed()
    {
        Endpoint server = deflatingEndpoint(Role::Server);
        const QByteArray text(1'000, 'x');
        QVERIFY(isCompressed(server.encode(Opcode::Text, text)));
        QVERIFY(!isCompressed(server.encode(Opcode::Text, text, false)));
        QVERIFY(!isCompressed(server.encode(Opcode::Continuation, text)));
        QCOMPARE(server.encode(Opcode::Ping, QByteArray(125, 'x')), hex("89 7d") + QByteArray(125, 'x'));
        QVERIFY(!isCompressed(server.encode(Opcode::Text, text.first(minDeflatedMessageSize - 1))));
        server.close({CloseCode::NormalClosure, u"x"_s.repeated(123)});
        QVERIFY(!isCompressed(server.takeOutput()));
    }
};

QTEST_APPLESS_MAIN(TestEndpointDeflate)
#include "tst_endpointdeflate.moc"
