#include "app/descriptorlimit.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <algorithm>
#include <climits>
#endif

namespace confab {

quint64 raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    rlimit raised = limit;
    raised.rlim_cur = raised.rlim_max;
#ifdef Q_OS_DARWIN
    raised.rlim_cur =
        std::min<rlim_t>(raised.rlim_cur, OPEN_MAX); // macOS refuses more, though it says infinity
#endif
    if (raised.rlim_cur > limit.rlim_cur && setrlimit(RLIMIT_NOFILE, &raised) == 0)
        limit = raised;
    return limit.rlim_cur;
#else
    return 0;
#endif
}

} // namespace confab
