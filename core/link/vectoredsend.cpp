#include "core/link/vectoredsend.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/socket.h>
#include <sys/uio.h>

namespace confab {

namespace {

constexpr std::size_t maxPieces = 256; // POSIX allows 1024 (IOV_MAX)

constexpr int flags = MSG_NOSIGNAL | MSG_DONTWAIT;

/// Calls the system until that is not interrupted. @return as sendVector().
template <typename Call>
qint64 untilDone(Call call)
{
    while (true) {
        const ssize_t sent = call();
        if (sent >= 0)
            return sent;
        if (errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS)
            return 0;
        if (errno != EINTR)
            return -1;
    }
}

/// One call of the system, of at most maxPieces.
qint64 sendSome(int descriptor, std::span<const QByteArrayView> pieces)
{
    std::array<iovec, maxPieces> vector;
    std::transform(pieces.begin(), pieces.end(), vector.begin(), [](QByteArrayView piece) {
        return iovec{const_cast<char *>(piece.data()), std::size_t(piece.size())};
    });
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = pieces.size();
    return untilDone([&] { return ::sendmsg(descriptor, &message, flags); });
}

} // namespace

qint64 sendPiece(qintptr socketDescriptor, QByteArrayView piece)
{
    return untilDone(
        [&] { return ::send(int(socketDescriptor), piece.data(), std::size_t(piece.size()), flags); });
}

qint64 sendVector(qintptr socketDescriptor, std::span<const QByteArrayView> pieces)
{
    if (pieces.size() == 1)
        return sendPiece(socketDescriptor, pieces[0]);
    qint64 total = 0;
    while (!pieces.empty()) {
        const auto chunk = pieces.first(std::min(pieces.size(), maxPieces));
        pieces = pieces.subspan(chunk.size());
        const qint64 sent = sendSome(int(socketDescriptor), chunk);
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
