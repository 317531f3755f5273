#include "core/wire/masking.h"

#include <QRandomGenerator>

#include <bit>
#include <cstring>

namespace confab {

bool applyMask(std::span<char> bytes, const MaskingKey &key, quint64 offset)
{
    // The key, turned so that it begins with the key octet of the first byte, and repeated: in memory order,
    // so that the order of octets in a machine word does not matter.
    quint32 half = 0;
    std::memcpy(&half, key.data(), sizeof half);
    const int turn = 8 * int(offset % key.size());
    half = std::endian::native == std::endian::little ? std::rotr(half, turn) : std::rotl(half, turn);
    const quint64 mask = (quint64(half) << 32) | half;

    constexpr quint64 beyondAscii = 0x8080808080808080U;
    quint64 seen = 0;
    char *data = bytes.data();
    const size_t words = bytes.size() / sizeof mask;
    for (size_t i = 0; i < words; ++i) {
        quint64 word = 0;
        std::memcpy(&word, data + i * sizeof word, sizeof word);
        word ^= mask;
        seen |= word;
        std::memcpy(data + i * sizeof word, &word, sizeof word);
    }
    std::array<quint8, sizeof mask> turned{};
    std::memcpy(turned.data(), &mask, sizeof mask);
    data += words * sizeof mask;
    for (size_t i = 0; i < bytes.size() % sizeof mask; ++i) {
        const quint8 octet = quint8(data[i]) ^ turned[i];
        seen |= octet;
        data[i] = char(octet);
    }
    return (seen & beyondAscii) == 0;
}

MaskingKey secureMaskingKey()
{
    const quint32 random = QRandomGenerator::system()->generate();
    MaskingKey key{};
    std::memcpy(key.data(), &random, key.size());
    return key;
}

} // namespace confab
