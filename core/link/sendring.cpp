#include "core/link/sendring.h"

#ifdef Q_OS_LINUX
#include <cerrno>

#include <liburing.h>
#include <sys/socket.h>
#else
struct io_uring
{};
#endif

namespace confab {

#ifdef Q_OS_LINUX

std::unique_ptr<SendRing> SendRing::make()
{
    auto ring = std::make_unique<io_uring>();
    if (io_uring_queue_init(capacity, ring.get(), 0) < 0)
        return {};
    io_uring_probe *const probe = io_uring_get_probe_ring(ring.get());
    const bool canSend = probe && io_uring_opcode_supported(probe, IORING_OP_SEND);
    io_uring_free_probe(probe);
    if (!canSend) {
        io_uring_queue_exit(ring.get());
        return {};
    }
    return std::unique_ptr<SendRing>(new SendRing(std::move(ring)));
}

SendRing::SendRing(std::unique_ptr<io_uring> ring)
    : m_ring(std::move(ring))
{}

SendRing::~SendRing()
{
    if (m_ring)
        io_uring_queue_exit(m_ring.get());
}

void SendRing::add(int socketDescriptor, QByteArrayView octets, qint32 &sent)
{
    io_uring_sqe *const entry = m_ring ? io_uring_get_sqe(m_ring.get()) : nullptr;
    if (!entry)
        return;
    io_uring_prep_send(entry, socketDescriptor, octets.data(), std::size_t(octets.size()),
                       MSG_NOSIGNAL | MSG_DONTWAIT);
    io_uring_sqe_set_data(entry, &sent);
    ++m_underWay;
}

void SendRing::submit()
{
    while (m_underWay > 0) {
        const int submitted = io_uring_submit_and_wait(m_ring.get(), m_underWay);
        takeResults();
        if (submitted < 0 && submitted != -EINTR) {
            giveUp();
            return;
        }
    }
}

void SendRing::takeResults()
{
    unsigned head = 0;
    unsigned count = 0;
    io_uring_cqe *result = nullptr;
    io_uring_for_each_cqe(m_ring.get(), head, result)
    {
        auto &sent = *static_cast<qint32 *>(io_uring_cqe_get_data(result));
        if (result->res >= 0)
            sent = result->res;
        else if (result->res == -EAGAIN || result->res == -ENOBUFS)
            sent = 0;
        ++count;
    }
    io_uring_cq_advance(m_ring.get(), count);
    m_underWay -= count;
}

/// The system takes no more, but what it has taken it will do.
void SendRing::giveUp()
{
    const unsigned notTaken = io_uring_sq_ready(m_ring.get());
    io_uring_cqe *result = nullptr;
    while (m_underWay > notTaken) {
        const int error = io_uring_wait_cqe(m_ring.get(), &result);
        if (error < 0 && error != -EINTR)
            break;
        takeResults();
    }
    m_underWay = 0;
    io_uring_queue_exit(m_ring.get());
    m_ring.reset();
}

#else

std::unique_ptr<SendRing> SendRing::make()
{
    return {};
}

SendRing::~SendRing() = default;

void SendRing::add(int, QByteArrayView, qint32 &) {}

void SendRing::submit() {}

#endif

} // namespace confab
