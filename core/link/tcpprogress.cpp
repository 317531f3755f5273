#include "core/link/tcpprogress.h"

#ifdef Q_OS_LINUX
#include <cstddef>

#include <linux/sockios.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#endif

namespace confab {

TcpProgress tcpProgress([[maybe_unused]] qintptr socketDescriptor)
{
#ifdef Q_OS_LINUX
    tcp_info info{};
    socklen_t size = sizeof info;
    int held = 0;
    constexpr auto needed = offsetof(tcp_info, tcpi_bytes_acked) + sizeof info.tcpi_bytes_acked;
    if (::getsockopt(int(socketDescriptor), IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && size >= needed &&
        ::ioctl(int(socketDescriptor), SIOCOUTQ, &held) == 0)
        return {info.tcpi_bytes_acked, info.tcpi_bytes_acked + quint64(held)};
#endif
    return {};
}

} // namespace confab
