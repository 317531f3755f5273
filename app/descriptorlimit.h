#pragma once

#include <QtGlobal>

namespace confab {

/// Raises the limit of open descriptors of this process, one of which each connection takes, to as many as
/// the system allows it without asking for privileges (RLIMIT_NOFILE: soft to hard). Systems give 1,024 for
/// the sake of programs that use select(), which Confab does not. Where there is no such limit (Windows),
/// nothing is done.
/// @return how many there may be now; 0 if that is not known.
quint64 raiseDescriptorLimit();

} // namespace confab
