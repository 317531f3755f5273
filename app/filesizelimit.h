#pragma once

namespace confab {

/// From now on, a file that grows beyond what the system allows this process (RLIMIT_FSIZE, `ulimit -f`) is
/// an error for who writes it, as a full disk is; otherwise the system ends the process (SIGXFSZ). Where
/// there is no such signal (Windows), nothing is done.
void surviveFileSizeLimit();

} // namespace confab
