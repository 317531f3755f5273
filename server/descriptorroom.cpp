#include "server/descriptorroom.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace confab {

DescriptorRoom descriptorRoom(qintptr descriptor, quint64 limit)
{
    if (limit == 0)
        return DescriptorRoom::Enough;
    constexpr quint64 mostKept = 64;
    const quint64 kept = std::min(mostKept, limit / 4);
    const quint64 left = limit - std::min(limit, quint64(descriptor) + 1); // above it
    if (left >= kept)
        return DescriptorRoom::Enough;
    return left >= kept / 2 ? DescriptorRoom::Scarce : DescriptorRoom::Gone;
}

quint64 descriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        return limit.rlim_cur;
#endif
    return 0;
}

} // namespace confab
