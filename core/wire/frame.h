#pragma once

#include "core/wire/opcode.h"

#include <array>
#include <optional>
#include <span>

namespace confab {

using MaskingKey = std::array<quint8, 4>;

/// The header of one frame (RFC 6455 §5.2).
struct FrameHeader
{
    bool fin = true;
    bool rsv1 = false;
    bool rsv2 = false;
    bool rsv3 = false;
    Opcode opcode = Opcode::Text;
    std::optional<MaskingKey> maskingKey = {};
    quint64 payloadLength = 0;

    bool operator==(const FrameHeader &) const = default;
};

/// The most octets that the header of a frame takes.
inline constexpr qsizetype maxFrameHeaderSize = 2 + sizeof(quint64) + sizeof(MaskingKey);

/// The most octets that a control frame's payload may take (RFC 6455 §5.5).
inline constexpr qsizetype maxControlPayloadSize = 125;

/// The one frame of a data message, when it lies whole in what arrived. The payload is masked yet.
struct WholeFrame
{
    Opcode opcode = Opcode::Text;
    std::optional<MaskingKey> maskingKey;
    std::span<char> payload;
};

/// A stretch of one frame's payload, unmasked, as it arrived: the span points into the decoder's input.
struct FramePart
{
    FrameHeader header;
    std::span<char> payload;
    bool first = false; ///< the header was completed by this part
    bool last = false;  ///< the payload was completed by this part
};

} // namespace confab
