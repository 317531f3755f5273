#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace confab::bench {

/// RFC 6455 §5.2, written once more and apart from core/wire, so that an error there is not excused here.
enum class Opcode : std::uint8_t { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

/// Appends one whole masked frame.
void appendClientFrame(std::string &octets, Opcode opcode, std::string_view payload,
                       std::uint32_t maskingKey);

struct ServerFrame
{
    bool fin = false;
    Opcode opcode = Opcode::Continuation;
    std::string_view payload;
    std::size_t size = 0; ///< of head and payload
};

enum class FrameStatus { Whole, Incomplete, Illegal };

/// Reads the frame that octets begin with; its payload refers to them. A masked frame, a reserved bit or
/// opcode and a length that is not the shortest are illegal.
FrameStatus readServerFrame(std::string_view octets, ServerFrame &frame);

} // namespace confab::bench
