#include "ui/text/hexbytes.h"

using namespace Qt::StringLiterals;

namespace confab {

namespace {

int hexValue(QChar character)
{
    const char16_t c = character.unicode();
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c - u'A' + 10;
    return -1;
}

bool isSeparator(QChar character)
{
    return character.isSpace() || u",:;-_"_s.contains(character);
}

bool isBase64Digit(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'+' ||
           c == u'/' || c == u'-' || c == u'_';
}

ParsedBytes failure(BytesError error, qsizetype position)
{
    return {{}, error, position};
}

/// Whether a "0x" or "\x" starts at this position.
bool isHexPrefix(QStringView text, qsizetype position)
{
    return position + 1 < text.size() && (text[position] == u'0' || text[position] == u'\\') &&
           (text[position + 1] == u'x' || text[position + 1] == u'X');
}

ParsedBytes parseHex(QStringView text)
{
    ParsedBytes result;
    qsizetype at = 0;
    while (at < text.size()) {
        if (isSeparator(text[at])) {
            ++at;
            continue;
        }
        if (isHexPrefix(text, at)) {
            at += 2;
            if (at == text.size() || hexValue(text[at]) < 0)
                return failure(BytesError::NotHexDigit, qMin(at, text.size() - 1));
        }
        while (at < text.size() && !isSeparator(text[at]) && !isHexPrefix(text, at)) {
            const int high = hexValue(text[at]);
            if (high < 0)
                return failure(BytesError::NotHexDigit, at);
            const bool alone = at + 1 == text.size() || isSeparator(text[at + 1]);
            if (alone)
                return failure(BytesError::HalfOctet, at);
            const int low = hexValue(text[at + 1]);
            if (low < 0)
                return failure(BytesError::NotHexDigit, at + 1);
            result.bytes.append(char(high * 16 + low));
            at += 2;
        }
    }
    return result;
}

ParsedBytes parseBase64(QStringView text)
{
    QByteArray digits;
    qsizetype padding = 0;
    qsizetype firstPadding = -1;
    qsizetype last = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        if (character.isSpace())
            continue;
        last = at;
        if (character == u'=') {
            if (padding++ == 0)
                firstPadding = at;
            continue;
        }
        if (!isBase64Digit(character))
            return failure(BytesError::NotBase64Digit, at);
        if (padding > 0)
            return failure(BytesError::PaddingInside, firstPadding);
        const char digit = char(character.unicode());
        digits.append(digit == '-' ? '+' : digit == '_' ? '/' : digit);
    }
    const qsizetype missing = (4 - digits.size() % 4) % 4;
    if (missing == 3 || (padding > 0 && padding != missing))
        return failure(BytesError::Base64Incomplete, last);
    return {QByteArray::fromBase64(digits), BytesError::None, 0};
}

} // namespace

ParsedBytes parseBytes(QStringView text, BytesFormat format)
{
    return format == BytesFormat::Hex ? parseHex(text) : parseBase64(text);
}

} // namespace confab
