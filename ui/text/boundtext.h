#pragma once

#include "core/wire/bound.h"
#include "core/wire/wireerror.h"

#include <QString>

namespace confab {

/// What the peer did to exceed this bound, as a sentence; empty for None.
QString boundText(Bound bound);
/// The same for why this side ended a connection: the rule that the peer broke, or else the bound.
QString endCauseText(WireError error, Bound bound);

} // namespace confab
