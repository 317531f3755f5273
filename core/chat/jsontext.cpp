#include "core/chat/jsontext.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <charconv>
#include <limits>

namespace confab {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The octets that may not stand for themselves within a JSON string (RFC 8259 §7), and what a byte order
/// mark begins with.
constexpr auto needsCare = [] {
    std::array<bool, 256> table{};
    for (std::size_t code = 0; code < 0x20; ++code)
        table[code] = true;
    table['"'] = table['\\'] = table[quint8(byteOrderMark.front())] = true;
    return table;
}();

std::size_t plainPart(std::string_view octets)
{
    std::size_t length = 0;
    while (length < octets.size() && !needsCare[quint8(octets[length])])
        ++length;
    return length;
}

/// Appends what the text begins with.
/// @return how many octets that were.
std::size_t appendWithCare(std::string &json, std::string_view octets)
{
    const auto code = quint8(octets.front());
    if (octets.starts_with(byteOrderMark)) {
        json.append("\\ufeff");
        return byteOrderMark.size();
    }
    constexpr std::string_view named = "\b\f\n\r\t\"\\";
    constexpr std::string_view names = "bfnrt\"\\";
    if (const std::size_t at = named.find(octets.front()); at != std::string_view::npos) {
        json.append(1, '\\').append(1, names[at]);
    } else if (code < 0x20) {
        constexpr char digits[] = "0123456789abcdef";
        json.append("\\u00").append(1, digits[code >> 4]).append(1, digits[code & 0x0F]);
    } else {
        json.append(1, octets.front());
    }
    return 1;
}

} // namespace

JsonText &JsonText::add(QByteArrayView name, QStringView value)
{
    addName(name);
    const QByteArray utf8 = value.toUtf8();
    std::string_view rest(utf8.constData(), std::size_t(utf8.size()));
    m_members.push_back('"');
    while (!rest.empty()) {
        const std::size_t plain = plainPart(rest);
        m_members.append(rest.substr(0, plain));
        rest.remove_prefix(plain);
        if (!rest.empty())
            rest.remove_prefix(appendWithCare(m_members, rest));
    }
    m_members.push_back('"');
    return *this;
}

JsonText &JsonText::add(QByteArrayView name, qint64 value)
{
    addName(name);
    std::array<char, std::numeric_limits<qint64>::digits10 + 2> digits; // and a sign
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_members.append(digits.data(), end);
    return *this;
}

JsonText &JsonText::add(QByteArrayView name, const JsonText &value)
{
    addName(name);
    m_members.append(1, '{').append(value.m_members).append(1, '}');
    return *this;
}

JsonText &JsonText::addTrue(QByteArrayView name)
{
    addName(name);
    m_members.append("true");
    return *this;
}

QByteArray JsonText::finished() const
{
    QByteArray object;
    object.reserve(qsizetype(m_members.size()) + 2);
    return object.append('{').append(m_members.data(), qsizetype(m_members.size())).append('}');
}

void JsonText::addName(QByteArrayView name)
{
    if (!m_members.empty())
        m_members.push_back(',');
    m_members.append(1, '"').append(name.data(), std::size_t(name.size())).append("\":");
}

} // namespace confab
