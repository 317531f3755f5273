#include "app/jsonline.h"

namespace confab {

namespace {

/// Appends a JSON string (RFC 8259 §7): what must be escaped is.
void appendString(QByteArray &octets, QStringView text)
{
    octets.append('"');
    const QByteArray utf8 = text.toUtf8();
    qsizetype begin = 0; // of what need not be escaped
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char octet = utf8[i];
        const auto code = quint8(octet);
        if (octet != '"' && octet != '\\' && code >= 0x20)
            continue;
        octets.append(QByteArrayView(utf8).sliced(begin, i - begin));
        begin = i + 1;
        if (code < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            octets.append("\\u00").append(digits[code >> 4]).append(digits[code & 0x0F]);
        } else {
            octets.append('\\').append(octet);
        }
    }
    octets.append(QByteArrayView(utf8).sliced(begin)).append('"');
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
