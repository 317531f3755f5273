#include "ui/text/payloadtext.h"

#include "core/chat/invisible.h"
#include "core/wire/utf8.h"

#include <algorithm>
#include <array>

namespace confab {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar ellipsis = u'…';

/// By their names in ASCII: few fonts have the symbols that Unicode keeps for them (U+2400 …).
constexpr std::array<QLatin1StringView, 0x20> controlNames{
    "NUL"_L1, "SOH"_L1, "STX"_L1, "ETX"_L1, "EOT"_L1, "ENQ"_L1, "ACK"_L1, "BEL"_L1,
    "BS"_L1,  "HT"_L1,  "LF"_L1,  "VT"_L1,  "FF"_L1,  "CR"_L1,  "SO"_L1,  "SI"_L1,
    "DLE"_L1, "DC1"_L1, "DC2"_L1, "DC3"_L1, "DC4"_L1, "NAK"_L1, "SYN"_L1, "ETB"_L1,
    "CAN"_L1, "EM"_L1,  "SUB"_L1, "ESC"_L1, "FS"_L1,  "GS"_L1,  "RS"_L1,  "US"_L1};

/// The first one of text: a code unit, or a surrogate pair.
QStringView firstCharacter(QStringView text)
{
    const bool pair = text.size() > 1 && text.front().isHighSurrogate() && text.at(1).isLowSurrogate();
    return text.first(pair ? 2 : 1);
}

qsizetype characterCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

char32_t codeOf(QStringView character)
{
    return character.size() == 1 ? character.front().unicode()
                                 : QChar::surrogateToUcs4(character.front(), character.back());
}

QString numberOf(char32_t code)
{
    return u"‹U+%1›"_s.arg(uint(code), 4, 16, QLatin1Char('0')).toUpper();
}

/// Never text (Unicode §23.7): Qt keeps its frames and objects apart with some of them.
bool isNoncharacter(char32_t code)
{
    return (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
}

/// Of C0 and DEL by name, of C1 and noncharacters by number; empty for any other character.
QString controlName(char32_t code)
{
    if (code < controlNames.size())
        return u"‹%1›"_s.arg(controlNames[code]);
    if (code == 0x7F)
        return u"‹DEL›"_s;
    return (code > 0x7F && code < 0xA0) || isNoncharacter(code) ? numberOf(code) : QString();
}

void appendVisibly(QString &line, QStringView character)
{
    const char32_t code = codeOf(character);
    if (code == U'\n')
        line += u'↵';
    else if (code == U'\t')
        line += u'⇥';
    else if (const QString name = controlName(code); !name.isEmpty())
        line += name;
    else if (isInvisible(code))
        line += numberOf(code);
    else
        line += character;
}

} // namespace

QString oneLine(QStringView text, qsizetype maxLength, bool goesOn)
{
    QString line;
    line.reserve(std::min(text.size(), maxLength));
    for (qsizetype position = 0; position < text.size();) {
        const QStringView character = firstCharacter(text.sliced(position));
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
    return oneLine(textFromUtf8(part), maxLength, cut);
}

ShownText withNamedControls(QStringView text, qsizetype maxLength)
{
    ShownText shown;
    shown.text.reserve(std::min(text.size(), maxLength));
    while (!text.isEmpty()) {
        const QStringView character = text.startsWith("\r\n"_L1) ? text.first(2) : firstCharacter(text);
        const bool endsLine = character.front() == u'\r' || character.front() == u'\n';
        const bool isKept = endsLine || character.front() == u'\t';
        const QString name = isKept ? QString() : controlName(codeOf(character));
        QStringView piece = character;
        if (endsLine)
            piece = u"\n";
        else if (!name.isEmpty())
            piece = name;
        if (shown.text.size() + piece.size() > maxLength)
            break;
        shown.text += piece;
        text = text.sliced(character.size());
    }
    shown.leftOut = characterCount(text);
    return shown;
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
