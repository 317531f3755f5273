#include "app/filesizelimit.h"

#include <csignal>

namespace confab {

void surviveFileSizeLimit()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

} // namespace confab
