#include "core/wire/utf8wide.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

#include <array>

namespace confab {

namespace {

// Whether an octet is possible depends on the three before it alone (RFC 3629 §4), so that all octets of a
// vector can be judged at the same time, in any order, and twice. What is wrong shows in an octet and the one
// before it, but for the number of continuations (80–BF). Each fault of such a pair is a product of three
// sets of nibbles and has a bit of its own: the pair has the fault if the bit is in its three entries of
// three tables. One instruction looks up a whole vector in a table of 16. The technique is John Keiser's and
// Daniel Lemire's: "Validating UTF-8 In Less Than One Instruction Per Byte".
struct PairFault
{
    unsigned firstHigh; // a set: bit n is the nibble n
    unsigned firstLow;
    unsigned secondHigh;
};

constexpr unsigned nibbles(unsigned from, unsigned to)
{
    return (2U << to) - (1U << from);
}

constexpr unsigned nibble(unsigned value)
{
    return nibbles(value, value);
}

constexpr unsigned any = nibbles(0x0, 0xF);
constexpr unsigned ascii = nibbles(0x0, 0x7);
constexpr unsigned continuation = nibbles(0x8, 0xB);
constexpr unsigned leading = nibbles(0xC, 0xF);

constexpr std::array<PairFault, 8> pairFaults{{
    {ascii, any, continuation},                                // that continues nothing
    {leading, any, ascii | leading},                           // cut short
    {nibble(0xC), nibbles(0x0, 0x1), continuation},            // C0, C1: overlong
    {nibble(0xE), nibble(0x0), nibbles(0x8, 0x9)},             // E0 80–9F: overlong
    {nibble(0xE), nibble(0xD), nibbles(0xA, 0xB)},             // ED A0–BF: surrogates
    {nibble(0xF), nibble(0x0) | nibbles(0x5, 0xF), nibble(8)}, // F0 80–8F: overlong; F5–FF: never
    {nibble(0xF), nibbles(0x4, 0xF), nibbles(0x9, 0xB)},       // F4 90–BF: past U+10FFFF; F5–FF: never
    {continuation, any, continuation},                         // but not where a third or fourth octet is due
}};
constexpr char continuations = char(1U << 7U); // the bit of the last one

using Table = std::array<quint8, 16>;

constexpr Table tableOf(unsigned PairFault::*set)
{
    Table table{};
    for (std::size_t fault = 0; fault < pairFaults.size(); ++fault) {
        for (std::size_t entry = 0; entry < table.size(); ++entry) {
            if (((pairFaults[fault].*set >> entry) & 1U) != 0)
                table[entry] = quint8(table[entry] | (1U << fault));
        }
    }
    return table;
}

constexpr Table firstHighTable = tableOf(&PairFault::firstHigh);
constexpr Table firstLowTable = tableOf(&PairFault::firstLow);
constexpr Table secondHighTable = tableOf(&PairFault::secondHigh);

// A third octet is due two octets behind E0–FF, a fourth three behind F0–FF: with so much taken from them,
// down to nothing, these alone still have the bit of continuations.
constexpr char belowThreeOctets = char(0xE0 - 0x80);
constexpr char belowFourOctets = char(0xF0 - 0x80);

// ---- 16 octets at a time

[[gnu::target("ssse3")]] inline __m128i load16(const char *data)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(data));
}

[[gnu::target("ssse3")]] inline __m128i lookUp16(const Table &table, __m128i nibbles)
{
    return _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(table.data())), nibbles);
}

/// Not zero where an octet is impossible behind those that are one, two and three before it.
[[gnu::target("ssse3")]] inline __m128i faults16(__m128i octets, __m128i one, __m128i two, __m128i three)
{
    const __m128i low = _mm_set1_epi8(0x0F);
    const __m128i firstHigh = lookUp16(firstHighTable, _mm_and_si128(_mm_srli_epi16(one, 4), low));
    const __m128i firstLow = lookUp16(firstLowTable, _mm_and_si128(one, low));
    const __m128i secondHigh = lookUp16(secondHighTable, _mm_and_si128(_mm_srli_epi16(octets, 4), low));
    const __m128i pair = _mm_and_si128(_mm_and_si128(firstHigh, firstLow), secondHigh);
    const __m128i due = _mm_or_si128(_mm_subs_epu8(two, _mm_set1_epi8(belowThreeOctets)),
                                     _mm_subs_epu8(three, _mm_set1_epi8(belowFourOctets)));
    return _mm_xor_si128(pair, _mm_and_si128(due, _mm_set1_epi8(continuations)));
}

[[gnu::target("ssse3")]] inline __m128i faults16(const char *data)
{
    return faults16(load16(data), load16(data - 1), load16(data - 2), load16(data - 3));
}

/// Nothing is before the first ones; NUL does no harm there.
[[gnu::target("ssse3")]] inline __m128i firstFaults16(const char *data)
{
    const __m128i octets = load16(data);
    return faults16(octets, _mm_slli_si128(octets, 1), _mm_slli_si128(octets, 2), _mm_slli_si128(octets, 3));
}

[[gnu::target("ssse3")]] bool isPossible16(QByteArrayView octets)
{
    constexpr qsizetype width = sizeof(__m128i);
    static_assert(leastWideSize >= width + 3);
    const char *data = octets.data();
    const char *const last = data + octets.size() - width;
    // The last step overlaps the one before it, so that no octet is left over.
    __m128i faults = _mm_or_si128(firstFaults16(data), faults16(last));
    for (data += width; data <= last - width; data += 2 * width) {
        const __m128i both = _mm_or_si128(load16(data), load16(data + width));
        if (_mm_movemask_epi8(_mm_or_si128(both, load16(data - 1))) == 0)
            continue; // ASCII, and behind a whole character
        faults = _mm_or_si128(faults, _mm_or_si128(faults16(data), faults16(data + width)));
    }
    if (data < last)
        faults = _mm_or_si128(faults, faults16(data));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(faults, _mm_setzero_si128())) == 0xFFFF;
}

// ---- 32 octets at a time, the same way

[[gnu::target("avx2")]] inline __m256i load32(const char *data)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(data));
}

[[gnu::target("avx2")]] inline __m256i lookUp32(const Table &table, __m256i nibbles)
{
    const __m128i half = _mm_loadu_si128(reinterpret_cast<const __m128i *>(table.data()));
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), nibbles);
}

[[gnu::target("avx2")]] inline __m256i faults32(__m256i octets, __m256i one, __m256i two, __m256i three)
{
    const __m256i low = _mm256_set1_epi8(0x0F);
    const __m256i firstHigh = lookUp32(firstHighTable, _mm256_and_si256(_mm256_srli_epi16(one, 4), low));
    const __m256i firstLow = lookUp32(firstLowTable, _mm256_and_si256(one, low));
    const __m256i secondHigh = lookUp32(secondHighTable, _mm256_and_si256(_mm256_srli_epi16(octets, 4), low));
    const __m256i pair = _mm256_and_si256(_mm256_and_si256(firstHigh, firstLow), secondHigh);
    const __m256i due = _mm256_or_si256(_mm256_subs_epu8(two, _mm256_set1_epi8(belowThreeOctets)),
                                        _mm256_subs_epu8(three, _mm256_set1_epi8(belowFourOctets)));
    return _mm256_xor_si256(pair, _mm256_and_si256(due, _mm256_set1_epi8(continuations)));
}

[[gnu::target("avx2")]] inline __m256i faults32(const char *data)
{
    return faults32(load32(data), load32(data - 1), load32(data - 2), load32(data - 3));
}

[[gnu::target("avx2")]] inline __m256i firstFaults32(const char *data)
{
    const __m256i octets = load32(data);
    const __m256i before =
        _mm256_permute2x128_si256(octets, octets, 0x08); // 16 times NUL, then the lower half
    return faults32(octets, _mm256_alignr_epi8(octets, before, 15), _mm256_alignr_epi8(octets, before, 14),
                    _mm256_alignr_epi8(octets, before, 13));
}

[[gnu::target("avx2")]] bool isPossible32(QByteArrayView octets)
{
    constexpr qsizetype width = sizeof(__m256i);
    if (octets.size() < width + 3)
        return isPossible16(octets);
    const char *data = octets.data();
    const char *const last = data + octets.size() - width;
    __m256i faults = _mm256_or_si256(firstFaults32(data), faults32(last));
    for (data += width; data <= last - width; data += 2 * width) {
        const __m256i both = _mm256_or_si256(load32(data), load32(data + width));
        if (_mm256_movemask_epi8(_mm256_or_si256(both, load32(data - 1))) == 0)
            continue;
        faults = _mm256_or_si256(faults, _mm256_or_si256(faults32(data), faults32(data + width)));
    }
    if (data < last)
        faults = _mm256_or_si256(faults, faults32(data));
    return _mm256_testz_si256(faults, faults) != 0;
}

constexpr std::array<WideUtf8Check, 2> checks{{{"AVX2", isPossible32}, {"SSSE3", isPossible16}}};

} // namespace

std::span<const WideUtf8Check> wideUtf8Checks()
{
    const std::span<const WideUtf8Check> fastestFirst(checks);
    __builtin_cpu_init(); // this may be asked before main()
    if (__builtin_cpu_supports("avx2") != 0)
        return fastestFirst;
    if (__builtin_cpu_supports("ssse3") != 0)
        return fastestFirst.subspan(1);
    return {};
}

} // namespace confab

#else

std::span<const confab::WideUtf8Check> confab::wideUtf8Checks()
{
    return {};
}

#endif
