#include "ui/text/payloadtext.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar ellipsis = u'…';

/// Zero-width joiner and non-joiner are not among them: they belong to ordinary text, such as emoji and
/// Persian.
bool isInvisible(char16_t code)
{
    return (code >= 0x80 && code <= 0x9F) || code == 0xAD || code == 0x061C || code == 0x200B ||
           code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB);
}

/// By their names in ASCII: few fonts have the symbols that Unicode keeps for them (U+2400 …).
constexpr std::array<QLatin1StringView, 0x20> controlNames{
    "NUL"_L1, "SOH"_L1, "STX"_L1, "ETX"_L1, "EOT"_L1, "ENQ"_L1, "ACK"_L1, "BEL"_L1,
    "BS"_L1,  "HT"_L1,  "LF"_L1,  "VT"_L1,  "FF"_L1,  "CR"_L1,  "SO"_L1,  "SI"_L1,
    "DLE"_L1, "DC1"_L1, "DC2"_L1, "DC3"_L1, "DC4"_L1, "NAK"_L1, "SYN"_L1, "ETB"_L1,
    "CAN"_L1, "EM"_L1,  "SUB"_L1, "ESC"_L1, "FS"_L1,  "GS"_L1,  "RS"_L1,  "US"_L1};

void appendVisibly(QString &line, QStringView character)
{
    const char16_t code = character.front().unicode();
    if (code == u'\n')
        line += u'↵';
    else if (code == u'\t')
        line += u'⇥';
    else if (code < controlNames.size())
        line += u"‹%1›"_s.arg(controlNames[code]);
    else if (code == 0x7F)
        line += u"‹DEL›"_s;
    else if (isInvisible(code))
        line += u"‹U+%1›"_s.arg(uint(code), 4, 16, QLatin1Char('0')).toUpper();
    else
        line += character;
}

/// Without the first octets of a character that was cut.
QByteArrayView wholeCharacters(QByteArrayView utf8)
{
    const auto continues = [](char octet) { return (quint8(octet) & 0xC0) == 0x80; };
    qsizetype lead = utf8.size() - 1;
    while (lead > 0 && utf8.size() - lead < 4 && continues(utf8.at(lead)))
        --lead;
    if (lead < 0)
        return utf8;
    const auto octet = quint8(utf8.at(lead));
    const qsizetype length = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : octet >= 0xC0 ? 2 : 1;
    return utf8.size() - lead < length ? utf8.first(lead) : utf8;
}

} // namespace

QString oneLine(QStringView text, qsizetype maxLength, bool goesOn)
{
    QString line;
    line.reserve(std::min(text.size(), maxLength));
    for (qsizetype position = 0; position < text.size();) {
        const bool pair = text.at(position).isHighSurrogate() && position + 1 < text.size() &&
                          text.at(position + 1).isLowSurrogate();
        const QStringView character = text.sliced(position, pair ? 2 : 1);
        position += character.size();
        const qsizetype sizeBefore = line.size();
        appendVisibly(line, character);
        const bool more = goesOn || position < text.size();
        if (line.size() + (more ? 1 : 0) > maxLength) {
            line.truncate(sizeBefore);
            return line + ellipsis;
        }
    }
    return goesOn ? line + ellipsis : line;
}

QString oneLine(QByteArrayView utf8, qsizetype maxLength, quint64 wholeSize)
{
    constexpr qsizetype maxOctetsOfCharacter = 4;
    QByteArrayView part = utf8.first(std::min(utf8.size(), maxLength * maxOctetsOfCharacter));
    const bool cut = quint64(part.size()) < wholeSize;
    if (cut)
        part = wholeCharacters(part);
    // Not QString::fromUtf8(), which drops a leading byte order mark.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(part);
    return oneLine(text, maxLength, cut);
}

QString hexLine(QByteArrayView octets, qsizetype maxOctets, quint64 wholeSize)
{
    const QByteArrayView part = octets.first(std::min(octets.size(), maxOctets));
    QString line = QString::fromLatin1(part.toByteArray().toHex(' '));
    if (quint64(part.size()) < wholeSize)
        line += part.isEmpty() ? QString(ellipsis) : u" …"_s;
    return line;
}

} // namespace confab
