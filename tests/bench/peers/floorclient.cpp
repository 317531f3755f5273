#include "tests/bench/peers/floorclient.h"

#include "tests/bench/peers/floorutf8.h"

#include <cstdint>
#include <cstring>
#include <sys/socket.h>

namespace confab::bench {

namespace {

void unmask(char *octets, std::size_t count, const char *key)
{
    std::uint32_t word = 0;
    std::memcpy(&word, key, sizeof word);
    const std::uint64_t wide = std::uint64_t(word) << 32 | word;
    std::size_t i = 0;
    for (; i + sizeof wide <= count; i += sizeof wide) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, octets + i, sizeof eight);
        eight ^= wide;
        std::memcpy(octets + i, &eight, sizeof eight);
    }
    for (; i < count; ++i)
        octets[i] = static_cast<char>(octets[i] ^ key[i % 4]);
}

} // namespace

std::size_t FloorClient::reframe(char *octets, std::size_t count, std::string &frames)
{
    std::size_t used = 0;
    while (count - used >= 2) {
        char *const frame = octets + used;
        const std::size_t left = count - used;
        const auto octet = [frame](std::size_t i) { return static_cast<unsigned char>(frame[i]); };
        if (octet(0) != 0x81 || octet(1) < 0x80) // it sends whole masked texts, no more is needed here
            return std::string::npos;
        std::size_t head = 2;
        std::size_t length = octet(1) & 0x7f;
        if (length >= 126) {
            const std::size_t width = length == 126 ? 2 : 8;
            if (left < head + width)
                break;
            length = 0;
            for (std::size_t i = 0; i < width; ++i)
                length = length << 8 | octet(head + i);
            head += width;
        }
        if (left < head + 4 || left - head - 4 < length)
            break;
        char *const payload = frame + head + 4;
        unmask(payload, length, frame + head);
        if (!isUtf8({payload, length}))
            return std::string::npos;
        // Masked or not, the head is the same but for one bit and the key.
        const std::size_t begin = frames.size();
        frames.append(frame, head);
        frames[begin + 1] = static_cast<char>(frames[begin + 1] & 0x7f);
        frames.append(payload, length);
        used += head + 4 + length;
    }
    return used;
}

bool FloorClient::send(std::string_view octets)
{
    if (unsent.empty()) {
        const ssize_t taken = ::send(descriptor, octets.data(), octets.size(), MSG_NOSIGNAL);
        octets.remove_prefix(taken > 0 ? static_cast<std::size_t>(taken) : 0);
    }
    unsent.append(octets);
    return unsent.empty();
}

} // namespace confab::bench
