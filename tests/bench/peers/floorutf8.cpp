#include "tests/bench/peers/floorutf8.h"

#include <cstdint>
#include <cstring>

namespace confab::bench {

bool isUtf8(std::string_view octets)
{
    const char *at = octets.data();
    const char *const end = at + octets.size();
    const auto isWithin = [](char octet, unsigned low, unsigned high) {
        const auto value = static_cast<unsigned char>(octet);
        return value >= low && value <= high;
    };
    while (at < end) {
        std::uint64_t words[4];
        while (end - at >= std::ptrdiff_t(sizeof words)) {
            std::memcpy(words, at, sizeof words);
            if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080)
                break;
            at += sizeof words;
        }
        if (at == end)
            break;
        const auto lead = static_cast<unsigned char>(*at++);
        if (lead < 0x80)
            continue;
        if (lead < 0xc2 || lead > 0xf4)
            return false;
        const int trailing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        if (end - at < trailing)
            return false;
        // The second octet excludes overlong forms, surrogates and what lies past U+10FFFF.
        const unsigned low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (!isWithin(*at, low, high))
            return false;
        for (int i = 1; i < trailing; ++i) {
            if (!isWithin(at[i], 0x80, 0xbf))
                return false;
        }
        at += trailing;
    }
    return true;
}

} // namespace confab::bench
