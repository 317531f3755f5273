#pragma once

#include "server/servererror.h"

#include <optional>

namespace confab {

/// Deletes a history, so that nobody is given it any more; nothing if there is none. Waits for the disk. In
/// the place of our own, what is there is one, whatever has become of it.
/// @return why not, if so: it is open, holds something else, or the system does not let it go.
std::optional<ServerError> forgetHistory(const QString &file);

} // namespace confab
