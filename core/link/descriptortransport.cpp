#include "core/link/descriptortransport.h"

#include "core/link/halfclose.h"
#include "core/link/passingconnection.h"
#include "core/link/sendring.h"
#include "core/link/sharedoctets.h"
#include "core/link/vectoredsend.h"

#include <cerrno>
#include <functional>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace confab {

DescriptorTransport::DescriptorTransport(int descriptor, EpollDispatcher &dispatcher)
    : m_dispatcher(dispatcher)
    , m_descriptor(descriptor)
{
    const int on = 1;
    // Without it, small messages wait for the peer's delayed acknowledgement, about 40 ms.
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    if (!m_dispatcher.watch(m_descriptor, *this))
        end(TransportEnd::Lost);
}

DescriptorTransport::~DescriptorTransport()
{
    if (m_destroyed)
        *m_destroyed = true;
    release();
}

void DescriptorTransport::setListener(TransportListener *listener)
{
    m_listener = listener;
    if (m_listener && m_end && !m_endAnnounced)
        m_dispatcher.again(*this);
}

qint64 DescriptorTransport::read(std::span<char> buffer)
{
    if (m_drained || m_end || m_descriptor < 0 || buffer.empty())
        return 0;
    while (true) {
        const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count > 0) {
            // Less than there was room for is all there is (epoll(7)), but for an end that was announced with
            // it.
            m_drained = std::size_t(count) < buffer.size() && !m_peerEnds;
            return count;
        }
        if (count == 0) {
            end(TransportEnd::PeerEnded);
            return 0;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            m_drained = true;
            return 0;
        }
        if (errno != EINTR) {
            end(TransportEnd::Lost);
            return 0;
        }
    }
}

qint64 DescriptorTransport::write(std::span<const QByteArrayView> pieces)
{
    qint64 offered = 0;
    for (const QByteArrayView &piece : pieces)
        offered += piece.size();
    const qint64 sentAhead = std::exchange(m_sentAhead, notSent);
    Q_ASSERT(sentAhead == notSent || (pieces.size() == 1 && sentAhead <= offered));
    if (hasNoReader() || m_writingEnded)
        return offered; // nobody is there to get it
    const qint64 sent = sentAhead == notSent ? send(pieces) : sentAhead;
    if (sent < 0) {
        // What the peer sent before its end is still to be read.
        m_writingEnded = true;
        m_lost = true;
        m_drained = false;
        m_dispatcher.again(*this);
        return offered;
    }
    m_refusedOctets = sent < offered;
    return sent;
}

/// What is long enough to be sent by reference is a call of its own.
void DescriptorTransport::sendAhead(QByteArrayView piece, SendRing &ring)
{
    if (!hasNoReader() && !m_writingEnded && piece.size() < SharedOctets::minSize)
        ring.add(m_descriptor, piece, m_sentAhead);
}

/// In whatever way costs least. What cannot be sent by reference fails here, or anew.
qint64 DescriptorTransport::send(std::span<const QByteArrayView> pieces)
{
    if (pieces.size() != 1)
        return sendVector(m_descriptor, pieces);
    const QByteArrayView piece = pieces[0];
    SharedOctets *const shared = piece.size() >= SharedOctets::minSize ? SharedOctets::of(piece) : nullptr;
    const qint64 sent = shared ? sendShared(*shared) : -1;
    return sent >= 0 ? sent : sendPiece(m_descriptor, piece);
}

qint64 DescriptorTransport::sendShared(SharedOctets &shared)
{
    const int on = 1;
    if (!m_nonBlocking)
        m_nonBlocking = ::ioctl(m_descriptor, FIONBIO, &on) == 0;
    return m_nonBlocking ? shared.send(m_descriptor) : -1;
}

/// A peer's FIN ends its own side alone: what it said before can be answered, until the listener has been
/// told.
bool DescriptorTransport::hasNoReader() const
{
    return (m_end && *m_end != TransportEnd::PeerEnded) || m_endAnnounced || m_descriptor < 0;
}

TcpProgress DescriptorTransport::progress() const
{
    return tcpProgress(m_descriptor);
}

void DescriptorTransport::endWriting()
{
    if (std::exchange(m_writingEnded, true) || hasNoReader())
        return;
    halfClose(m_descriptor);
}

void DescriptorTransport::abort()
{
    if (std::exchange(m_endAnnounced, true))
        return;
    release();
    if (m_listener)
        m_listener->transportEnded(m_end.value_or(TransportEnd::Local));
}

/// Nothing is kept here beside the descriptor, unless the connection has come to an end.
std::shared_ptr<PassingConnection> DescriptorTransport::takeConnection()
{
    if (m_end || m_writingEnded || m_descriptor < 0)
        return {};
    m_dispatcher.unwatch(m_descriptor, *this);
    return std::make_shared<PassingConnection>(std::exchange(m_descriptor, -1));
}

void DescriptorTransport::descriptorReady(quint32 events)
{
    if (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR))
        m_peerEnds = true;
    if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
        m_drained = false;
    if (m_refusedOctets && (events & (EPOLLOUT | EPOLLHUP | EPOLLERR))) {
        m_refusedOctets = false;
        if (!tell(&TransportListener::transportWritable))
            return;
    }
    if (!m_drained && !m_end && !tell(&TransportListener::transportReadable))
        return;
    if (m_peerEnds && !m_end && m_descriptor >= 0)
        lookForEnd();
    if (m_end && m_listener && !std::exchange(m_endAnnounced, true))
        tell([end = *m_end](TransportListener &listener) { listener.transportEnded(end); });
}

template <typename Call>
bool DescriptorTransport::tell(Call call)
{
    if (!m_listener)
        return true;
    bool destroyed = false;
    bool *const outer = std::exchange(m_destroyed, &destroyed);
    std::invoke(call, *m_listener);
    if (destroyed) {
        if (outer)
            *outer = true;
        return false;
    }
    m_destroyed = outer;
    return true;
}

/// For a listener that does not read on: is the end the next that there is?
void DescriptorTransport::lookForEnd()
{
    char octet = 0;
    const ssize_t count = ::recv(m_descriptor, &octet, 1, MSG_PEEK | MSG_DONTWAIT);
    if (count == 0)
        end(TransportEnd::PeerEnded);
    else if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
        end(TransportEnd::Lost);
}

/// The listener is told in a turn of its own, or at the end of this one.
void DescriptorTransport::end(TransportEnd how)
{
    if (m_end)
        return;
    m_end = m_lost ? TransportEnd::Lost : how;
    m_dispatcher.again(*this);
}

void DescriptorTransport::release()
{
    if (m_descriptor < 0)
        return;
    m_dispatcher.unwatch(m_descriptor, *this);
    ::close(std::exchange(m_descriptor, -1));
}

} // namespace confab
