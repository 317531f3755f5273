#include "core/wire/framedecoder.h"
#include "core/wire/masking.h"
#include "tests/core/wire/frametable.h"

#include <QSet>
#include <QTest>

using namespace confab;
using namespace confab::test;

namespace {

constexpr quint64 noLimit = quint64(1) << 62;

struct DecodedFrame
{
    FrameHeader header;
    QByteArray payload;
    bool finished = false;

    bool operator==(const DecodedFrame &) const = default;
};

/// What a decoder makes of pieces; consistent is false if the marks of its parts contradict each other.
struct Decoded
{
    QList<DecodedFrame> frames;
    WireError error = WireError::None;
    bool consistent = true;
};

Decoded decode(FrameDecoder &decoder, const Pieces &pieces)
{
    Decoded decoded;
    std::size_t ofFrame = 0; // octets of the present one so far
    for (QByteArray piece : pieces) {
        std::span<char> input(piece.data(), size_t(piece.size()));
        FramePart part;
        for (;;) {
            const std::size_t before = input.size();
            const FrameDecoder::Status status = decoder.next(input, part);
            ofFrame += before - input.size();
            if (status == FrameDecoder::Status::NeedMore) {
                decoded.consistent =
                    decoded.consistent && input.empty() && decoder.isWithinFrame() == (ofFrame > 0);
                break;
            }
            if (status == FrameDecoder::Status::Failed) {
                decoded.error = decoder.error();
                return decoded;
            }
            const bool inFrame = !decoded.frames.isEmpty() && !decoded.frames.constLast().finished;
            decoded.consistent = decoded.consistent && part.first != inFrame;
            if (part.first)
                decoded.frames.append({part.header, {}, false});
            DecodedFrame &frame = decoded.frames.last();
            frame.payload.append(part.payload.data(), qsizetype(part.payload.size()));
            frame.finished = part.last;
            ofFrame = part.last ? 0 : ofFrame;
            decoded.consistent = decoded.consistent && part.header == frame.header &&
                                 part.last == (quint64(frame.payload.size()) == frame.header.payloadLength);
        }
    }
    return decoded;
}

/// One illegal header. It must fail with its last octet, no sooner and no later.
struct ErrorRow
{
    const char *name;
    Role role;
    QByteArray octets;
    WireError error;
    quint64 maxFrameSize = noLimit;
};

QList<ErrorRow> errorTable()
{
    using enum WireError;
    return {
        {"RSV1", Role::Client, hex("c1"), ReservedBitSet},
        {"RSV2", Role::Client, hex("a1"), ReservedBitSet},
        {"RSV3", Role::Server, hex("91"), ReservedBitSet},
        {"RSV1 on a ping", Role::Server, hex("c9"), ReservedBitSet},
        {"RSV before opcode", Role::Server, hex("f3"), ReservedBitSet},
        {"opcode 3", Role::Client, hex("83"), ReservedOpcode},
        {"opcode 4", Role::Client, hex("84"), ReservedOpcode},
        {"opcode 5", Role::Client, hex("85"), ReservedOpcode},
        {"opcode 6", Role::Client, hex("06"), ReservedOpcode},
        {"opcode 7", Role::Server, hex("87"), ReservedOpcode},
        {"opcode B", Role::Server, hex("8b"), ReservedOpcode},
        {"opcode C", Role::Server, hex("8c"), ReservedOpcode},
        {"opcode D", Role::Server, hex("8d"), ReservedOpcode},
        {"opcode E", Role::Server, hex("0e"), ReservedOpcode},
        {"opcode F", Role::Server, hex("8f"), ReservedOpcode},
        {"fragmented close", Role::Client, hex("08"), FragmentedControlFrame},
        {"fragmented ping", Role::Client, hex("09"), FragmentedControlFrame},
        {"fragmented pong", Role::Server, hex("0a"), FragmentedControlFrame},
        {"unmasked to a server", Role::Server, hex("81 00"), UnmaskedClientFrame},
        {"unmasked long ping to a server", Role::Server, hex("89 7e"), UnmaskedClientFrame},
        {"masked to a client", Role::Client, hex("81 80"), MaskedServerFrame},
        {"ping of 126", Role::Client, hex("89 7e"), ControlFrameTooLong},
        {"close of 2^16", Role::Client, hex("88 7f"), ControlFrameTooLong},
        {"masked pong of 126", Role::Server, hex("8a fe"), ControlFrameTooLong},
        {"16 bits for 0", Role::Client, hex("82 7e 00 00"), NonMinimalLength},
        {"16 bits for 125", Role::Client, hex("82 7e 00 7d"), NonMinimalLength},
        {"masked, 16 bits for 125", Role::Server, hex("82 fe 00 7d"), NonMinimalLength},
        {"64 bits for 65535", Role::Client, hex("82 7f 00 00 00 00 00 00"), NonMinimalLength},
        {"high bit", Role::Client, hex("82 7f 80"), LengthHighBitSet},
        {"all bits", Role::Server, hex("82 ff ff"), LengthHighBitSet},
        {"high bit before limit", Role::Server, hex("82 ff ff"), LengthHighBitSet, 0},
        {"11 of 10", Role::Client, hex("82 0b"), FrameTooBig, 10},
        {"1 of 0", Role::Client, hex("80 01"), FrameTooBig, 0},
        {"126 of 125", Role::Client, hex("82 7e 00 7e"), FrameTooBig, 125},
        {"256 of 125", Role::Client, hex("82 7e 01"), FrameTooBig, 125},
        {"masked, 256 of 255", Role::Server, hex("82 fe 01"), FrameTooBig, 255},
        {"2^40 of 16 MiB", Role::Server, hex("82 ff 00 00 01"), FrameTooBig, quint64(16) * 1024 * 1024},
        {"16 MiB and 1 of 16 MiB", Role::Server, hex("82 ff 00 00 00 00 01 00 00 01"), FrameTooBig,
         quint64(16) * 1024 * 1024},
    };
}

} // namespace

class TestFrameDecoder : public QObject
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
        const QList<DecodedFrame> expected{{frame.header, frame.payload, true}};
        const auto splits = splitsOf(frame.octets);
        for (const Pieces &pieces : splits) {
            FrameDecoder decoder(frame.header.maskingKey ? Role::Server : Role::Client, noLimit);
            const Decoded decoded = decode(decoder, pieces);
            QCOMPARE(decoded.error, WireError::None);
            QVERIFY(decoded.consistent);
            QVERIFY(decoded.frames == expected);
        }
    }

    void wholeFrames_data() { legalFrames_data(); }

    /// What is seen at once is what next() makes of it, and nothing else is seen.
    void wholeFrames()
    {
        QFETCH(const qsizetype, row);
        const FrameRow frame = frameTable().at(row);
        const FrameHeader &header = frame.header;
        const bool isMessage =
            header.fin && (header.opcode == Opcode::Text || header.opcode == Opcode::Binary);
        const Role role = header.maskingKey ? Role::Server : Role::Client;
        const FrameDecoder decoder(role, header.payloadLength);
        QByteArray octets = frame.octets + "what follows";
        const std::span<char> all(octets.data(), size_t(octets.size()));
        const auto size = size_t(frame.octets.size());
        const std::optional<WholeFrame> seen = decoder.peekWhole(all);
        QCOMPARE(seen.has_value(), isMessage);
        for (size_t less = size > 1000 ? size - 20 : 0; less < size; ++less)
            QVERIFY(!decoder.peekWhole(all.first(less)));
        if (header.payloadLength > 0)
            QVERIFY(!FrameDecoder(role, header.payloadLength - 1).peekWhole(all));
        const Role other = header.maskingKey ? Role::Client : Role::Server;
        QVERIFY(!FrameDecoder(other, noLimit).peekWhole(all));
        if (!seen)
            return;
        QCOMPARE(seen->opcode, header.opcode);
        QCOMPARE(seen->maskingKey, header.maskingKey);
        QCOMPARE(seen->payload.data() - all.data() + qsizetype(seen->payload.size()), frame.octets.size());
        if (seen->maskingKey)
            applyMask(seen->payload, *seen->maskingKey);
        QCOMPARE(QByteArray(seen->payload.data(), qsizetype(seen->payload.size())), frame.payload);
    }

    void noWholeFrameWithinAnother()
    {
        FrameDecoder decoder(Role::Client, noLimit);
        QByteArray octets = hex("82 05 81 02");
        std::span<char> input(octets.data(), size_t(octets.size()));
        FramePart part;
        QVERIFY(decoder.next(input, part) == FrameDecoder::Status::Part);
        QByteArray rest = hex("81 01 61 81 01 61");
        input = std::span(rest.data(), size_t(rest.size()));
        QVERIFY(!decoder.peekWhole(input)); // it is payload yet
        QVERIFY(decoder.next(input, part) == FrameDecoder::Status::Part && part.last);
        QVERIFY(decoder.peekWhole(input));
        QByteArray bad = hex("83");
        std::span<char> failing(bad.data(), 1);
        QVERIFY(decoder.next(failing, part) == FrameDecoder::Status::Failed);
        QVERIFY(!decoder.peekWhole(input));
    }

    void manyFramesAtEverySplit()
    {
        for (const Role role : {Role::Server, Role::Client}) {
            QByteArray stream;
            QList<DecodedFrame> expected;
            const auto rows = frameTable();
            for (const FrameRow &row : rows) {
                if (row.header.maskingKey.has_value() == (role == Role::Server) && row.octets.size() < 200) {
                    stream += row.octets;
                    expected.append({row.header, row.payload, true});
                }
            }
            QVERIFY(expected.size() >= 4);
            const auto splits = splitsOf(stream);
            for (const Pieces &pieces : splits) {
                FrameDecoder decoder(role, noLimit);
                const Decoded decoded = decode(decoder, pieces);
                QVERIFY(decoded.consistent);
                QVERIFY(decoded.frames == expected);
            }
        }
    }

    void errors_data()
    {
        QTest::addColumn<qsizetype>("row");
        const auto rows = errorTable();
        for (qsizetype i = 0; i < rows.size(); ++i)
            QTest::newRow(rows[i].name) << i;
    }

    void errors()
    {
        QFETCH(const qsizetype, row);
        const ErrorRow expected = errorTable().at(row);
        // A legal frame goes first, and what follows the violation is not looked at.
        const auto key = expected.role == Role::Server ? std::optional(MaskingKey{1, 2, 3, 4}) : std::nullopt;
        const QByteArray before = encodeFrame(Opcode::Ping, "", key);
        const auto splits = splitsOf(before + expected.octets + hex("81 00 ff ff ff"));
        for (const Pieces &pieces : splits) {
            FrameDecoder decoder(expected.role, expected.maxFrameSize);
            const Decoded decoded = decode(decoder, pieces);
            QCOMPARE(decoded.error, expected.error);
            QCOMPARE(decoded.frames.size(), 1);
        }
        FrameDecoder decoder(expected.role, expected.maxFrameSize);
        QCOMPARE(decode(decoder, {expected.octets.chopped(1)}).error, WireError::None);
        QCOMPARE(decode(decoder, {expected.octets.last(1)}).error, expected.error);
        QCOMPARE(decode(decoder, {before}).error, expected.error);
        QCOMPARE(decoder.error(), expected.error);
    }

    void everyErrorOfAHeaderHasARow()
    {
        QSet<int> visited;
        const auto rows = errorTable();
        for (const ErrorRow &row : rows)
            visited.insert(int(row.error));
        using enum WireError;
        for (const WireError error :
             {ReservedBitSet, ReservedOpcode, NonMinimalLength, LengthHighBitSet, UnmaskedClientFrame,
              MaskedServerFrame, FragmentedControlFrame, ControlFrameTooLong, FrameTooBig})
            QVERIFY2(visited.contains(int(error)), wireErrorName(error).data());
    }

    void theLimitItselfIsLegal()
    {
        for (const qsizetype limit : {0, 10, 125, 126, 255, 256, 65535, 65536}) {
            const QByteArray payload(limit, 'x');
            FrameDecoder decoder(Role::Client, quint64(limit));
            const Decoded decoded = decode(decoder, {encodeFrame(Opcode::Binary, payload)});
            QCOMPARE(decoded.error, WireError::None);
            QCOMPARE(decoded.frames.size(), 1);
            QCOMPARE(decoded.frames.constFirst().payload, payload);
        }
    }

    void theLimitIsNotForControlFrames()
    {
        FrameDecoder decoder(Role::Client, 3);
        const Decoded decoded =
            decode(decoder, {encodeFrame(Opcode::Ping, "four"), encodeFrame(Opcode::Pong, "five!")});
        QCOMPARE(decoded.error, WireError::None);
        QCOMPARE(decoded.frames.size(), 2);
    }

    void theHeaderOfAFailureIsKnown()
    {
        FrameDecoder decoder(Role::Client, 10);
        QByteArray octets = hex("00 0b");
        std::span<char> input(octets.data(), size_t(octets.size()));
        FramePart part;
        QVERIFY(decoder.next(input, part) == FrameDecoder::Status::Failed);
        QVERIFY(decoder.error() == WireError::FrameTooBig);
        QVERIFY(decoder.header().opcode == Opcode::Continuation && !decoder.header().fin);
        QCOMPARE(decoder.headerOctets(), hex("00 0b"));
    }

    void theHeaderIsKnownAsItCame()
    {
        FrameDecoder decoder(Role::Server, noLimit);
        QCOMPARE(decoder.headerOctets(), QByteArray());
        const QByteArray header = hex("82 fe 01 00 11 22 33 44");
        QByteArray octets = header + QByteArray(256, 'x');
        std::span<char> input(octets.data(), size_t(octets.size()));
        FramePart part;
        QCOMPARE(decoder.next(input, part), FrameDecoder::Status::Part);
        QVERIFY(part.last);
        QCOMPARE(decoder.headerOctets(), header);
        // The next one begins anew, and ends with the octet at fault.
        octets = hex("81 ff 80 00");
        input = std::span(octets.data(), size_t(octets.size()));
        QCOMPARE(decoder.next(input, part), FrameDecoder::Status::Failed);
        QCOMPARE(decoder.error(), WireError::LengthHighBitSet);
        QCOMPARE(decoder.headerOctets(), hex("81 ff 80"));
    }

    void theHeaderIsReportedBeforeItsPayload()
    {
        FrameDecoder decoder(Role::Client, noLimit);
        QByteArray octets = hex("82 7f 00 00 01 00 00 00 00 00");
        std::span<char> input(octets.data(), size_t(octets.size()));
        FramePart part;
        QCOMPARE(decoder.next(input, part), FrameDecoder::Status::Part);
        QVERIFY(part.first && !part.last && part.payload.empty());
        QCOMPARE(part.header.payloadLength, quint64(1) << 40);
        QCOMPARE(decoder.next(input, part), FrameDecoder::Status::NeedMore);
    }

    void reserved1OnRequest()
    {
        const auto errorOf = [](const char *octets) {
            FrameDecoder decoder(Role::Client, noLimit, true);
            return decode(decoder, {hex(octets)}).error;
        };
        QCOMPARE(errorOf("c1 00"), WireError::None);
        QCOMPARE(errorOf("42 00"), WireError::None);
        QCOMPARE(errorOf("c0 00"), WireError::ReservedBitSet);
        QCOMPARE(errorOf("c9 00"), WireError::ReservedBitSet);
        QCOMPARE(errorOf("e1 00"), WireError::ReservedBitSet);
        FrameDecoder decoder(Role::Client, noLimit, true);
        QVERIFY(decode(decoder, {hex("c1 00")}).frames.constFirst().header.rsv1);
    }
};

QTEST_APPLESS_MAIN(TestFrameDecoder)
#include "tst_framedecoder.moc"
