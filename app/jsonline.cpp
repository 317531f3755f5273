#include "app/jsonline.h"

namespace confab {

namespace {

/// Appends a JSON string (RFC 8259 §7): what must be escaped is.
void appendString(QByteArray &octets, QStringView text)
{
    octets.append('"');
    for (const char octet : text.toUtf8()) {
        const auto code = quint8(octet);
        if (octet == '"' || octet == '\\') {
            octets.append('\\').append(octet);
        } else if (code < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            octets.append("\\u00").append(digits[code >> 4]).append(digits[code & 0x0F]);
        } else {
            octets.append(octet);
        }
    }
    octets.append('"');
}

} // namespace

JsonLine::JsonLine(QByteArrayView event)
{
    constexpr qsizetype usualSize = 256;
    m_octets.reserve(usualSize);
    m_octets.append("{\"event\":\"").append(event).append('"');
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
    m_octets.append(QByteArray::number(value));
    return *this;
}

void JsonLine::addName(QByteArrayView name)
{
    m_octets.append(",\"").append(name).append("\":");
}

} // namespace confab
