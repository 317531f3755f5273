#include "core/link/sharedoctets.h"

#ifdef Q_OS_LINUX
#include <cerrno>
#include <csignal>
#include <utility>

#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>
#endif

namespace confab {

namespace {

/// Those that live on this thread: few.
thread_local SharedOctets *first = nullptr;

#ifdef Q_OS_LINUX

/// For this thread: errors are told by the calls. sendfile(2) has no MSG_NOSIGNAL, and RLIMIT_FSIZE holds for
/// files in memory too.
bool blockSignals()
{
    sigset_t blocked;
    ::sigemptyset(&blocked);
    ::sigaddset(&blocked, SIGPIPE);
    ::sigaddset(&blocked, SIGXFSZ);
    return ::pthread_sigmask(SIG_BLOCK, &blocked, nullptr) == 0;
}

/// The thread's file. What is cut off it stays as it is for the queues that refer to it: pages are never
/// written twice.
class MemoryFile
{
public:
    MemoryFile()
    {
        if (blockSignals())
            m_descriptor = ::memfd_create("confab", MFD_CLOEXEC);
    }
    ~MemoryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    int descriptor() const { return m_descriptor; }

    /// @return where it is; negative if the system refuses.
    qint64 store(QByteArrayView octets)
    {
        constexpr qint64 pageSize = 4096; // or a multiple of it: then two may share a page, which is no harm
        const qint64 offset = m_end;
        if (m_descriptor < 0 ||
            ::pwrite(m_descriptor, octets.data(), std::size_t(octets.size()), offset) != octets.size())
            return -1;
        m_end += (octets.size() + pageSize - 1) / pageSize * pageSize;
        ++m_stored;
        return offset;
    }
    void drop()
    {
        if (--m_stored > 0)
            return;
        m_end = 0;
        if (::ftruncate(m_descriptor, 0) != 0)
            ::close(std::exchange(m_descriptor, -1)); // rather none than pages that are written twice
    }

private:
    int m_descriptor = -1;
    qint64 m_end = 0;
    int m_stored = 0;
};

MemoryFile &memoryFile()
{
    thread_local MemoryFile file;
    return file;
}

#endif

} // namespace

std::unique_ptr<SharedOctets> SharedOctets::forMany(QByteArrayView octets, qsizetype receivers)
{
    if (octets.size() < minSize || receivers < minReceivers)
        return {};
    return std::unique_ptr<SharedOctets>(new SharedOctets(octets));
}

SharedOctets::SharedOctets(QByteArrayView octets)
    : m_octets(octets)
    , m_next(first)
{
    first = this;
}

SharedOctets::~SharedOctets()
{
    SharedOctets **link = &first;
    while (*link != this)
        link = &(*link)->m_next;
    *link = m_next;
#ifdef Q_OS_LINUX
    if (m_offset >= 0)
        memoryFile().drop();
#endif
}

SharedOctets *SharedOctets::of(QByteArrayView octets)
{
    for (SharedOctets *shared = first; shared; shared = shared->m_next) {
        if (shared->m_octets.data() == octets.data() && shared->m_octets.size() == octets.size())
            return shared;
    }
    return nullptr;
}

#ifdef Q_OS_LINUX

qint64 SharedOctets::send(int socketDescriptor)
{
    if (!store())
        return -1;
    qint64 sent = 0;
    while (sent < m_octets.size()) {
        off_t offset = m_offset + sent;
        const ssize_t count = ::sendfile(socketDescriptor, memoryFile().descriptor(), &offset,
                                         std::size_t(m_octets.size() - sent));
        if (count > 0) {
            sent += count;
        } else if (count < 0 && errno != EINTR) {
            const bool isFull = errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS;
            return isFull || sent > 0 ? sent : -1;
        } else if (count == 0) {
            break;
        }
    }
    return sent;
}

bool SharedOctets::store()
{
    if (m_offset < 0 && !m_refused) {
        m_offset = memoryFile().store(m_octets);
        m_refused = m_offset < 0;
    }
    return !m_refused;
}

#else

qint64 SharedOctets::send(int)
{
    return -1;
}

#endif

} // namespace confab
