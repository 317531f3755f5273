#pragma once

#include "core/wire/frameencoder.h"
#include "tests/core/wire/splits.h"

namespace confab::test {

/// One legal frame: as a value and as the octets of the wire, for reading and for writing.
struct FrameRow
{
    const char *name;
    FrameHeader header;
    QByteArray payload;
    QByteArray octets;
};

inline FrameHeader frameHeader(Opcode opcode, quint64 length, std::optional<MaskingKey> key = {},
                               bool fin = true)
{
    return {.fin = fin, .opcode = opcode, .maskingKey = key, .payloadLength = length};
}

inline QList<FrameRow> frameTable()
{
    constexpr MaskingKey key{0x37, 0xFA, 0x21, 0x3D};
    constexpr MaskingKey noKey{0, 0, 0, 0};
    const auto a = [](qsizetype count) { return QByteArray(count, 'a'); };
    return {
        // RFC 6455 §5.7
        {"RFC: unmasked text", frameHeader(Opcode::Text, 5), "Hello", hex("81 05 48 65 6c 6c 6f")},
        {"RFC: masked text", frameHeader(Opcode::Text, 5, key), "Hello",
         hex("81 85 37 fa 21 3d 7f 9f 4d 51 58")},
        {"RFC: first fragment", frameHeader(Opcode::Text, 3, {}, false), "Hel", hex("01 03 48 65 6c")},
        {"RFC: last fragment", frameHeader(Opcode::Continuation, 2), "lo", hex("80 02 6c 6f")},
        {"RFC: ping", frameHeader(Opcode::Ping, 5), "Hello", hex("89 05 48 65 6c 6c 6f")},
        {"RFC: masked pong", frameHeader(Opcode::Pong, 5, key), "Hello",
         hex("8a 85 37 fa 21 3d 7f 9f 4d 51 58")},
        {"RFC: 256 octets", frameHeader(Opcode::Binary, 256), a(256), hex("82 7e 01 00") + a(256)},
        {"RFC: 64 KiB", frameHeader(Opcode::Binary, 65536), a(65536),
         hex("82 7f 00 00 00 00 00 01 00 00") + a(65536)},
        // the edges of the length forms
        {"empty", frameHeader(Opcode::Text, 0), "", hex("81 00")},
        {"masked, empty", frameHeader(Opcode::Binary, 0, key), "", hex("82 80 37 fa 21 3d")},
        {"125 octets", frameHeader(Opcode::Binary, 125), a(125), hex("82 7d") + a(125)},
        {"126 octets", frameHeader(Opcode::Binary, 126), a(126), hex("82 7e 00 7e") + a(126)},
        {"masked by zeros, 126 octets", frameHeader(Opcode::Binary, 126, noKey), a(126),
         hex("82 fe 00 7e 00 00 00 00") + a(126)},
        {"65535 octets", frameHeader(Opcode::Binary, 65535), a(65535), hex("82 7e ff ff") + a(65535)},
        {"ping, 125 octets", frameHeader(Opcode::Ping, 125), a(125), hex("89 7d") + a(125)},
        // the rest of the opcodes
        {"empty close", frameHeader(Opcode::Close, 0), "", hex("88 00")},
        {"close 1000", frameHeader(Opcode::Close, 2), hex("03 e8"), hex("88 02 03 e8")},
        {"masked close 1001", frameHeader(Opcode::Close, 2, key), hex("03 e9"),
         hex("88 82 37 fa 21 3d 34 13")},
        {"middle fragment", frameHeader(Opcode::Continuation, 1, {}, false), "x", hex("00 01 78")},
    };
}

} // namespace confab::test
