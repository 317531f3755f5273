#pragma once

#include <QString>

namespace confab {

/// The text for a button or a tab that shows it as it is: no letter of it becomes a shortcut.
inline QString withoutMnemonic(QString text)
{
    return text.replace(u'&', QLatin1StringView("&&"));
}

} // namespace confab
