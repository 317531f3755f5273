#pragma once

#include <QtGlobal>

namespace confab {

/// The four bits that say how to interpret a frame's payload (RFC 6455 §5.2). Any value 0x0–0xF can be held,
/// so that reserved opcodes can be shown and, on request, sent.
enum class Opcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

/// Control frames are 0x8–0xF, reserved ones included (RFC 6455 §5.5).
constexpr bool isControl(Opcode opcode)
{
    return (quint8(opcode) & 0x8) != 0;
}

/// 0x3–0x7 and 0xB–0xF are reserved (RFC 6455 §5.2).
constexpr bool isReserved(Opcode opcode)
{
    return (quint8(opcode) > 0x2 && quint8(opcode) < 0x8) || quint8(opcode) > 0xA;
}

} // namespace confab
