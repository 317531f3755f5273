#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace confab::bench {

enum class Script { Ascii, Hangul };

/// Makes the text of each message: its number in ten digits, then what no other number has.
class MessageText
{
public:
    static constexpr std::size_t minSize = 10;

    /// @param size octets of each text in UTF-8, at least minSize.
    MessageText(std::size_t size, Script script);

    std::string text(std::uint64_t number) const;
    /// The number that a text claims to have.
    static std::optional<std::uint64_t> number(std::string_view text);

private:
    std::size_t m_size;
    std::size_t m_characterSize;
    std::string m_pattern; ///< texts are cut out of it at different places
};

} // namespace confab::bench
