#pragma once

#include <QStringView>

namespace confab {

/// The most characters that a tool tip shows.
constexpr qsizetype maxToolTipLength = 2'000;

/// Text for a tool tip, shown as it is even if a peer wrote what looks like HTML: Qt would take that for
/// HTML, and open the files that it names. Control characters have their names, long lines are wrapped, and
/// what is too long is cut.
QString plainToolTip(QStringView text);

} // namespace confab
