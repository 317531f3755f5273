#pragma once

#include "core/wire/readystate.h"

#include <QString>

namespace confab {

/// "CONNECTING", "OPEN", "CLOSING" or "CLOSED": the HTML standard's words, the same in every language.
QString readyStateWord(ReadyState state);
/// One sentence that says what the state means.
QString readyStateExplanation(ReadyState state);

} // namespace confab
