#include "core/link/peekoctet.h"

#include <sys/socket.h>

#include <cerrno>

namespace confab {

std::optional<PeekedOctet> peekOctet(qintptr socketDescriptor)
{
    PeekedOctet peeked;
    const ssize_t count = ::recv(int(socketDescriptor), &peeked.octet, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        return {};
    peeked.hasEnded = count < 1;
    return peeked;
}

} // namespace confab
