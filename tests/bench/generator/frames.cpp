#include "tests/bench/generator/frames.h"

#include <cstring>

namespace confab::bench {

namespace {

constexpr std::size_t maxShortLength = 125;

void appendLength(std::string &octets, std::size_t length, std::size_t width)
{
    for (std::size_t shift = width * 8; shift > 0; shift -= 8)
        octets += static_cast<char>(length >> (shift - 8) & 0xff);
}

void mask(char *octets, std::size_t count, std::uint32_t key)
{
    const std::uint64_t wide = std::uint64_t(key) << 32 | key;
    std::size_t i = 0;
    for (; i + sizeof wide <= count; i += sizeof wide) {
        std::uint64_t word = 0;
        std::memcpy(&word, octets + i, sizeof word);
        word ^= wide;
        std::memcpy(octets + i, &word, sizeof word);
    }
    char bytes[4];
    std::memcpy(bytes, &key, sizeof bytes);
    for (; i < count; ++i)
        octets[i] = static_cast<char>(octets[i] ^ bytes[i % 4]);
}

} // namespace

void appendClientFrame(std::string &octets, Opcode opcode, std::string_view payload, std::uint32_t maskingKey)
{
    const std::size_t length = payload.size();
    octets += static_cast<char>(0x80 | unsigned(opcode));
    if (length <= maxShortLength) {
        octets += static_cast<char>(0x80 | length);
    } else {
        const bool isWide = length > 0xffff;
        octets += static_cast<char>(0x80 | (isWide ? 127U : 126U));
        appendLength(octets, length, isWide ? 8 : 2);
    }
    octets.append(reinterpret_cast<const char *>(&maskingKey), sizeof maskingKey);
    const std::size_t begin = octets.size();
    octets.append(payload);
    mask(octets.data() + begin, length, maskingKey);
}

FrameStatus readServerFrame(std::string_view octets, ServerFrame &frame)
{
    if (octets.size() < 2)
        return FrameStatus::Incomplete;
    const auto octet = [octets](std::size_t i) { return static_cast<unsigned char>(octets[i]); };
    const unsigned opcode = octet(0) & 0x0f;
    if ((octet(0) & 0x70) || (octet(1) & 0x80) || (opcode > 2 && opcode < 8) || opcode > 10)
        return FrameStatus::Illegal;
    std::size_t length = octet(1);
    std::size_t head = 2;
    if (length > maxShortLength) {
        const std::size_t width = length == 126 ? 2 : 8;
        if (octets.size() < head + width)
            return FrameStatus::Incomplete;
        length = 0;
        for (std::size_t i = 0; i < width; ++i)
            length = length << 8 | octet(head + i);
        head += width;
        if (length <= (width == 2 ? maxShortLength : 0xffff) || length >> 62)
            return FrameStatus::Illegal;
    }
    if (octets.size() < head + length)
        return FrameStatus::Incomplete;
    frame = {(octet(0) & 0x80) != 0, Opcode(opcode), octets.substr(head, length), head + length};
    return FrameStatus::Whole;
}

} // namespace confab::bench
