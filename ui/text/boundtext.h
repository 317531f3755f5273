#pragma once

#include "core/wire/bound.h"

#include <QString>

namespace confab {

/// What the peer did to exceed this bound, as a sentence; empty for None.
QString boundText(Bound bound);

} // namespace confab
