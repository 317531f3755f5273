#pragma once

#include "client/clienterror.h"
#include "ui/text/errortext.h"

namespace confab {

/// Why a client connection did not become OPEN. All of it empty for None.
ErrorText clientErrorText(const ClientError &error);

} // namespace confab
