#pragma once

#include "server/refusal.h"
#include "ui/text/errortext.h"

namespace confab {

/// Why this server did not let a request in, for the one who runs it.
ErrorText refusalText(const Refusal &refusal);

} // namespace confab
