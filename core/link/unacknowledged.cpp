#include "core/link/unacknowledged.h"

#ifdef Q_OS_LINUX
#include <linux/sockios.h>
#include <sys/ioctl.h>
#endif

namespace confab {

qint64 unacknowledgedOctets([[maybe_unused]] qintptr socketDescriptor)
{
#ifdef Q_OS_LINUX
    int octets = 0;
    if (::ioctl(int(socketDescriptor), SIOCOUTQ, &octets) == 0)
        return octets;
#endif
    return 0;
}

} // namespace confab
