#include "core/chat/invisible.h"

#include <algorithm>
#include <iterator>

namespace confab {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr Range invisible[] = {
    {0xAD, 0xAD},       // soft hyphen
    {0x61C, 0x61C},     // Arabic letter mark
    {0x115F, 0x1160},   // Hangul fillers
    {0x17B4, 0x17B5},   // Khmer inherent vowels
    {0x200B, 0x200B},   // zero-width space
    {0x200E, 0x200F},   // left-to-right and right-to-left mark
    {0x2028, 0x202E},   // line and paragraph separator, embeddings and overrides
    {0x2060, 0x206F},   // word joiner, invisible operators, isolates
    {0x3164, 0x3164},   // Hangul filler
    {0xFEFF, 0xFEFF},   // byte order mark
    {0xFFA0, 0xFFA0},   // half-width Hangul filler
    {0xFFF0, 0xFFFB},   // reserved, interlinear annotation
    {0x1BCA0, 0x1BCA3}, // shorthand overlaps and steps
    {0x1D173, 0x1D17A}, // musical beams and slurs
    {0xE0000, 0xE001F}, // language tag, reserved
    {0xE0080, 0xE00FF}, // reserved
    {0xE01F0, 0xE0FFF}, // reserved
};

constexpr Range shaping[] = {
    {0x34F, 0x34F},     // combining grapheme joiner
    {0x180B, 0x180F},   // Mongolian variation selectors and vowel separator
    {0x200C, 0x200D},   // zero-width non-joiner and joiner
    {0xFE00, 0xFE0F},   // variation selectors
    {0xE0020, 0xE007F}, // tags, as in the flag of Scotland
    {0xE0100, 0xE01EF}, // variation selectors of ideographs
};

template <std::size_t Count>
bool isIn(const Range (&ranges)[Count], char32_t character)
{
    const Range *const range =
        std::lower_bound(std::begin(ranges), std::end(ranges), character,
                         [](const Range &candidate, char32_t value) { return candidate.last < value; });
    return range != std::end(ranges) && character >= range->first;
}

} // namespace

bool isInvisible(char32_t character)
{
    return isIn(invisible, character);
}

bool isShaping(char32_t character)
{
    return isIn(shaping, character);
}

} // namespace confab
