#include "core/link/vectoredsend.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>

namespace confab {

qint64 sendVector(qintptr socketDescriptor, std::span<const QByteArrayView> pieces)
{
    constexpr std::size_t maxPieces = 256; // POSIX allows 1024 (IOV_MAX)
    std::array<iovec, maxPieces> vector;
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = std::min(pieces.size(), maxPieces);
    std::transform(pieces.begin(), pieces.begin() + std::ptrdiff_t(message.msg_iovlen), vector.begin(),
                   [](QByteArrayView piece) {
                       return iovec{const_cast<char *>(piece.data()), std::size_t(piece.size())};
                   });
    while (true) {
        const ssize_t sent = ::sendmsg(int(socketDescriptor), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            return sent;
        if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS)
            return 0;
        if (errno != EINTR)
            return -1;
    }
}

} // namespace confab
