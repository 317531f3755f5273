#include "ui/text/textwidth.h"

#include <QList>

#include <algorithm>
#include <iterator>

namespace confab {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Of the East Asian widths W and F (Unicode Standard Annex #11), in whole blocks.
constexpr Range wideRanges[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

qsizetype widthOf(char32_t code)
{
    const QChar::Category category = QChar::category(code);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    return std::any_of(std::begin(wideRanges), std::end(wideRanges),
                       [code](const Range &range) { return code >= range.first && code <= range.last; })
               ? 2
               : 1;
}

QString spacesFor(const QString &text, qsizetype columns)
{
    return QString(std::max<qsizetype>(0, columns - textWidth(text)), u' ');
}

} // namespace

qsizetype textWidth(QStringView text)
{
    qsizetype width = 0;
    for (const uint code : text.toUcs4())
        width += widthOf(code);
    return width;
}

QString leftAligned(const QString &text, qsizetype columns)
{
    return text + spacesFor(text, columns);
}

QString rightAligned(const QString &text, qsizetype columns)
{
    return spacesFor(text, columns) + text;
}

} // namespace confab
