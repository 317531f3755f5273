#include "ui/text/hexdump.h"

#include "ui/text/hexbytes.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr qsizetype minOffsetDigits = 6;
constexpr qsizetype maxOctetsOfLine = 64;

bool isHexDigit(QChar character)
{
    return u"0123456789abcdefABCDEF"_s.contains(character);
}

QChar shown(char octet)
{
    return octet >= 0x20 && octet < 0x7f ? QChar(QLatin1Char(octet)) : QChar(u'.');
}

/// What a line shows behind its offset: octets, a gap, and the same octets as ASCII.
std::optional<QByteArray> octetsOf(QStringView line, QStringView bar = {})
{
    if (!line.endsWith(bar))
        return std::nullopt;
    line.chop(bar.size());
    for (qsizetype count = 1; count <= std::min(maxOctetsOfLine, line.size()); ++count) {
        const QStringView ascii = line.last(count);
        QStringView middle = line.chopped(count);
        if (!middle.endsWith(bar))
            continue;
        middle.chop(bar.size());
        if (!middle.endsWith("  "_L1))
            continue;
        const ParsedBytes parsed = parseBytes(middle, BytesFormat::Hex);
        if (parsed.error == BytesError::None && parsed.bytes.size() == count &&
            std::equal(ascii.begin(), ascii.end(), parsed.bytes.begin(),
                       [](QChar character, char octet) { return character == shown(octet); }))
            return parsed.bytes;
    }
    return std::nullopt;
}

} // namespace

QString hexDump(QByteArrayView bytes, int octetsPerLine)
{
    static constexpr char16_t digits[] = u"0123456789abcdef";
    QString dump;
    dump.reserve((bytes.size() / octetsPerLine + 1) * (octetsPerLine * 4 + 14));
    for (qsizetype offset = 0; offset < bytes.size(); offset += octetsPerLine) {
        const QByteArrayView line =
            bytes.sliced(offset, qMin(qsizetype(octetsPerLine), bytes.size() - offset));
        if (offset > 0)
            dump += u'\n';
        dump += QString::number(offset, 16).rightJustified(6, u'0') + u"  "_s;
        for (qsizetype i = 0; i < octetsPerLine; ++i) {
            if (i < line.size()) {
                const auto octet = quint8(line[i]);
                dump += QChar(digits[octet >> 4]);
                dump += QChar(digits[octet & 0xf]);
                dump += u' ';
            } else {
                dump += u"   "_s;
            }
            if (i % 8 == 7 && i + 1 < octetsPerLine)
                dump += u' ';
        }
        dump += u' ';
        for (const char octet : line)
            dump += shown(octet);
    }
    return dump;
}

std::optional<QByteArray> dumpedBytes(QStringView text)
{
    QByteArray bytes;
    for (QStringView line : text.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        qsizetype digits = 0;
        while (digits < line.size() && isHexDigit(line[digits]))
            ++digits;
        bool isNumber = false;
        const qulonglong offset = line.first(digits).toULongLong(&isNumber, 16);
        if (digits < minOffsetDigits || !isNumber || offset != qulonglong(bytes.size()))
            return std::nullopt;
        line = line.sliced(digits);
        if (line.trimmed().isEmpty()) // hexdump ends with the offset of the end
            continue;
        if (line.startsWith(u':'))
            line = line.sliced(1);
        std::optional<QByteArray> octets = octetsOf(line);
        if (!octets)
            octets = octetsOf(line, u"|"); // as hexdump writes it
        if (!octets)
            return std::nullopt;
        bytes += *octets;
    }
    return bytes.isEmpty() ? std::nullopt : std::optional(bytes);
}

} // namespace confab
