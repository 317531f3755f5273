#pragma once

#include <QString>

namespace confab {

/// How many columns a text takes where all characters have one width, as in a terminal or a text file: two
/// for each one of the East Asian scripts and each emoji, none for those that lie over another.
qsizetype textWidth(QStringView text);
/// The text with spaces behind it, or before it, up to so many columns; as it is if it has more.
QString leftAligned(const QString &text, qsizetype columns);
QString rightAligned(const QString &text, qsizetype columns);

} // namespace confab
