#pragma once

#include "core/wire/closecode.h"
#include "core/wire/frame.h"

namespace confab {

/// How the payload length is written: the shortest form is the only legal one (RFC 6455 §5.2).
enum class LengthForm { Shortest, SevenBit, Extended16, Extended64 };

/// One whole frame: header and payload (masked if a key is given).
QByteArray encodeFrame(Opcode opcode, QByteArrayView payload, const std::optional<MaskingKey> &key = {},
                       bool fin = true);

/// A frame exactly as told, legal or not: any opcode, reserved bits, a payloadLength that the payload does
/// not have, a longer length form than needed. For workbenches and tests.
QByteArray encodeRawFrame(const FrameHeader &header, QByteArrayView payload,
                          LengthForm form = LengthForm::Shortest);

/// As encodeRawFrame(), but behind what is in frames already.
void appendRawFrame(QByteArray &frames, const FrameHeader &header, QByteArrayView payload,
                    LengthForm form = LengthForm::Shortest);

/// How many octets of payload a whole frame carries: those on the wire, compressed if they are.
quint64 payloadSizeOf(QByteArrayView frame);

/// The payload of a Close frame: empty for NoStatusReceived, else code and reason, the reason trimmed to fit
/// (RFC 6455 §5.5.1).
QByteArray encodeClosePayload(const CloseStatus &status);

} // namespace confab
