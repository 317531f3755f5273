#include "core/chat/membername.h"

#include "core/chat/invisible.h"
#include "core/chat/roommessage.h"

#include <QList>

#include <algorithm>

namespace confab {

namespace {

/// A Braille cell without dots: a symbol by its category, and as blank as a space.
constexpr char32_t blankCell = 0x2800;

bool isBlank(char32_t character)
{
    return QChar::isSpace(character) || character == blankCell || isShaping(character);
}

template <typename Predicate>
QString without(const QString &text, Predicate isDropped)
{
    QString kept;
    for (const char32_t character : text.toUcs4()) {
        if (!isDropped(character))
            kept += QChar::fromUcs4(character);
    }
    return kept;
}

} // namespace

QString cleanedName(const QString &name)
{
    QString cleaned = without(name, [](char32_t character) {
        return QChar::category(character) == QChar::Other_Control || isInvisible(character);
    });
    cleaned = cleaned.trimmed();
    if (cleaned.size() > maxNameLength)
        cleaned.truncate(cleaned.at(maxNameLength - 1).isHighSurrogate() ? maxNameLength - 1 : maxNameLength);
    cleaned = cleaned.trimmed();
    const QList<uint> characters = cleaned.toUcs4();
    return std::all_of(characters.begin(), characters.end(), isBlank) ? QString() : cleaned;
}

QString comparableName(const QString &name)
{
    QString seen = without(name, isShaping);
    seen.replace(QChar(blankCell), u' ');
    return seen.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

} // namespace confab
