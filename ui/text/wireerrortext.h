#pragma once

#include "core/wire/wireerror.h"

#include <QString>

namespace confab {

/// The rule that the peer broke, as one sentence about what it did. Empty for None.
QString wireErrorText(WireError error);
/// Where the rule stands: "RFC 6455 §5.2". Empty for None.
QString wireErrorSection(WireError error);
/// Both: "A frame had a reserved opcode. (RFC 6455 §5.2)". Not of None.
QString wireErrorInFull(WireError error);

} // namespace confab
