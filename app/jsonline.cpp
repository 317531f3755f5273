#include "app/jsonline.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace confab {

namespace {

/// Whether it stands for itself in JSON and in UTF-8 alike.
bool isPlain(QChar character)
{
    const char16_t code = character.unicode();
    return code >= 0x20 && code < 0x80 && code != u'"' && code != u'\\';
}

/// Appends what is to be a JSON string (RFC 8259 §7) without its quotation marks: what must be escaped is.
void appendEscaped(std::string &octets, QStringView text)
{
    for (const char octet : text.toUtf8()) {
        const auto code = quint8(octet);
        if (code < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            octets.append("\\u00").append(1, digits[code >> 4]).append(1, digits[code & 0x0F]);
        } else {
            if (octet == '"' || octet == '\\')
                octets.push_back('\\');
            octets.push_back(octet);
        }
    }
}

void appendString(std::string &octets, QStringView text)
{
    octets.push_back('"');
    if (std::all_of(text.begin(), text.end(), isPlain)) {
        const std::size_t begin = octets.size();
        octets.resize(begin + std::size_t(text.size()));
        std::transform(text.begin(), text.end(), octets.data() + begin,
                       [](QChar character) { return char(character.unicode()); });
    } else {
        appendEscaped(octets, text);
    }
    octets.push_back('"');
}

} // namespace

JsonLine::JsonLine(QByteArrayView event)
{
    constexpr std::size_t usualSize = 256;
    m_octets.reserve(usualSize);
    m_octets.append("{\"event\":\"").append(event.data(), std::size_t(event.size())).push_back('"');
}

JsonLine &JsonLine::add(QByteArrayView name, QStringView value)
{
    addName(name);
    appendString(m_octets, value);
    return *this;
}

JsonLine &JsonLine::add(QByteArrayView name, qint64 value)
{
    addName(name);
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits; // and a sign
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_octets.append(digits.data(), end);
    return *this;
}

void JsonLine::addName(QByteArrayView name)
{
    m_octets.append(",\"").append(name.data(), std::size_t(name.size())).append("\":");
}

} // namespace confab
