#include "core/wire/masking.h"

#include <QRandomGenerator>

#include <cstring>

namespace confab {

bool applyMask(std::span<char> bytes, const MaskingKey &key, quint64 offset)
{
    // The key, repeated and turned so that it begins with the key octet of the first byte: in memory order,
    // so that the order of octets in a machine word does not matter.
    std::array<quint8, sizeof(quint64)> turned{};
    for (size_t i = 0; i < turned.size(); ++i)
        turned[i] = key[(offset + i) % key.size()];
    quint64 mask = 0;
    std::memcpy(&mask, turned.data(), sizeof mask);

    constexpr size_t wordsPerBlock = 4;
    constexpr size_t blockSize = wordsPerBlock * sizeof(quint64);
    constexpr quint64 beyondAscii = 0x8080808080808080U;
    std::array<quint64, wordsPerBlock> seen{};
    char *data = bytes.data();
    size_t left = bytes.size();
    for (; left >= blockSize; left -= blockSize, data += blockSize) {
        std::array<quint64, wordsPerBlock> block;
        std::memcpy(block.data(), data, blockSize);
        for (size_t i = 0; i < wordsPerBlock; ++i) {
            block[i] ^= mask;
            seen[i] |= block[i];
        }
        std::memcpy(data, block.data(), blockSize);
    }
    for (; left >= sizeof mask; left -= sizeof mask, data += sizeof mask) {
        quint64 word = 0;
        std::memcpy(&word, data, sizeof word);
        word ^= mask;
        seen[0] |= word;
        std::memcpy(data, &word, sizeof word);
    }
    for (size_t i = 0; i < left; ++i) {
        const quint8 octet = quint8(data[i]) ^ turned[i];
        seen[1] |= octet;
        data[i] = char(octet);
    }
    return ((seen[0] | seen[1] | seen[2] | seen[3]) & beyondAscii) == 0;
}

MaskingKey secureMaskingKey()
{
    const quint32 random = QRandomGenerator::system()->generate();
    MaskingKey key{};
    std::memcpy(key.data(), &random, key.size());
    return key;
}

} // namespace confab
