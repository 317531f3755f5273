#include "tests/bench/generator/messagetext.h"

#include <charconv>
#include <cstdio>

namespace confab::bench {

namespace {

constexpr std::size_t shifts = 61;

/// Any sequence without a period will do; this one is the same in every run.
class Random
{
public:
    std::uint32_t next(std::uint32_t below)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state % below;
    }

private:
    std::uint32_t m_state = 2463534242;
};

std::string character(Random &random, Script script)
{
    if (script == Script::Ascii)
        return std::string(1, static_cast<char>(' ' + 1 + random.next('~' - ' ')));
    const std::uint32_t syllable = 0xac00 + random.next(11172);
    return {static_cast<char>(0xe0 | syllable >> 12), static_cast<char>(0x80 | (syllable >> 6 & 0x3f)),
            static_cast<char>(0x80 | (syllable & 0x3f))};
}

} // namespace

MessageText::MessageText(std::size_t size, Script script)
    : m_size(size < minSize ? minSize : size)
    , m_characterSize(script == Script::Ascii ? 1 : 3)
{
    Random random;
    while (m_pattern.size() < m_size + shifts * m_characterSize)
        m_pattern += character(random, script);
}

std::string MessageText::text(std::uint64_t number) const
{
    char digits[minSize + 1];
    std::snprintf(digits, sizeof digits, "%010llu", static_cast<unsigned long long>(number % 10'000'000'000));
    std::string text(digits, minSize);
    const std::size_t rest = m_size - minSize;
    const std::size_t whole = rest - rest % m_characterSize;
    text.append(m_pattern, number % shifts * m_characterSize, whole);
    text.append(rest - whole, '.');
    return text;
}

std::optional<std::uint64_t> MessageText::number(std::string_view text)
{
    std::uint64_t number = 0;
    if (text.size() < minSize)
        return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + minSize, number);
    if (error != std::errc() || end != text.data() + minSize)
        return {};
    return number;
}

} // namespace confab::bench
