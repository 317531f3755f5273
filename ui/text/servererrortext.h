#pragma once

#include "server/roomserver.h"
#include "ui/text/errortext.h"

namespace confab {

/// Why the server could not start. All of it empty for None.
ErrorText serverErrorText(const ServerError &error);
/// Why the room goes on without its history.
ErrorText historyEndText(const ServerError &error);

} // namespace confab
