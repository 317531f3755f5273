#pragma once

#include "core/wire/closecode.h"

#include <QString>

namespace confab {

/// The short name of a close code, for example "Normal closure"; for codes without a name of their own that
/// of their range.
QString closeCodeText(CloseCode code);
/// What happened and what it means, in one or two sentences.
QString closeCodeExplanation(CloseCode code);
/// Code, name and reason (if there is one) in one line: "1000 · Normal closure · “Bye”".
QString closeStatusText(const CloseStatus &status);

} // namespace confab
