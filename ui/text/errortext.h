#pragma once

#include <QString>

namespace confab {

/// An error in words for people, in the language of the window: three short sentences, of which why and
/// advice may be empty.
struct ErrorText
{
    QString what;   ///< what happened
    QString why;    ///< why, as far as it is known
    QString advice; ///< what to do about it

    /// The sentences that are not empty, in one line.
    QString inOneLine() const;
};

} // namespace confab
