#include "core/link/vectoredsend.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>

namespace confab {

namespace {

constexpr std::size_t maxPieces = 256; // POSIX allows 1024 (IOV_MAX)

/// One call of the system, of at most maxPieces.
qint64 sendOnce(int descriptor, std::span<const QByteArrayView> pieces)
{
    std::array<iovec, maxPieces> vector;
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = pieces.size();
    std::transform(pieces.begin(), pieces.end(), vector.begin(), [](QByteArrayView piece) {
        return iovec{const_cast<char *>(piece.data()), std::size_t(piece.size())};
    });
    while (true) {
        const ssize_t sent = pieces.size() == 1
                                 ? ::send(descriptor, pieces[0].data(), std::size_t(pieces[0].size()),
                                          MSG_NOSIGNAL | MSG_DONTWAIT)
                                 : ::sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0)
            return sent;
        if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS)
            return 0;
        if (errno != EINTR)
            return -1;
    }
}

} // namespace

qint64 sendVector(qintptr socketDescriptor, std::span<const QByteArrayView> pieces)
{
    qint64 total = 0;
    while (!pieces.empty()) {
        const auto chunk = pieces.first(std::min(pieces.size(), maxPieces));
        pieces = pieces.subspan(chunk.size());
        const qint64 sent = sendOnce(int(socketDescriptor), chunk);
        if (sent < 0)
            return -1;
        total += sent;
        qint64 offered = 0;
        for (const QByteArrayView &piece : chunk)
            offered += piece.size();
        if (sent < offered)
            break;
    }
    return total;
}

} // namespace confab
