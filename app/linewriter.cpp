#include "app/linewriter.h"

#include <QtGlobal>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>
#include <utility>

#include <poll.h>
#include <unistd.h>

namespace confab {

namespace {

void waitForRoom(int descriptor)
{
    pollfd wanted{descriptor, POLLOUT, 0};
    ::poll(&wanted, 1, -1);
}

} // namespace

struct LineWriter::Shared
{
    explicit Shared(int out)
        : descriptor(out)
    {}

    const int descriptor;
    std::mutex mutex;
    std::condition_variable changed;
    QByteArray waiting; ///< not yet taken by the thread
    bool isFlushed = false;
    bool isWriting = false;
    bool isLost = false; ///< nobody reads any more
    bool isEnding = false;

    void run();
    bool write(QByteArrayView octets) const;
};

/// The thread: signals are for others, and a reader that is gone shows as an error.
void LineWriter::Shared::run()
{
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return isFlushed || isEnding; });
        const QByteArray octets = std::exchange(waiting, {});
        isFlushed = false;
        if (!octets.isEmpty()) {
            isWriting = true;
            lock.unlock();
            const bool isWritten = write(octets);
            lock.lock();
            isWriting = false;
            isLost = isLost || !isWritten;
            changed.notify_all();
        }
        if (isLost || (isEnding && waiting.isEmpty()))
            return;
    }
}

bool LineWriter::Shared::write(QByteArrayView octets) const
{
    while (!octets.isEmpty()) {
        const ssize_t written = ::write(descriptor, octets.data(), std::size_t(octets.size()));
        if (written > 0)
            octets = octets.sliced(written);
        else if (errno == EAGAIN) // who started this program may have made it so
            waitForRoom(descriptor);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

LineWriter::LineWriter(int descriptor, std::function<QByteArray(qint64)> leftOut)
    : m_shared(std::make_shared<Shared>(descriptor))
    , m_leftOut(std::move(leftOut))
{
    std::thread([shared = m_shared] { shared->run(); }).detach();
}

LineWriter::~LineWriter()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->isEnding = true;
    m_shared->changed.notify_all();
}

void LineWriter::append(const QByteArray &line)
{
    tellLeftOut();
    if (m_leftOutCount > 0 || !takes(line))
        ++m_leftOutCount;
}

/// @return whether it was taken. Of a reader that is gone nothing is kept, and nothing counted.
bool LineWriter::takes(const QByteArray &line)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->isLost)
        return true;
    if (m_shared->waiting.size() + line.size() >= maxWaiting)
        return false;
    m_shared->waiting += line;
    m_shared->waiting += '\n';
    return true;
}

/// Before the first line that there is room for again.
void LineWriter::tellLeftOut()
{
    if (m_leftOutCount > 0 && takes(m_leftOut(m_leftOutCount)))
        m_leftOutCount = 0;
}

void LineWriter::flush()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->isFlushed = true;
    m_shared->changed.notify_all();
}

bool LineWriter::finish(std::chrono::milliseconds most)
{
    tellLeftOut();
    flush();
    std::unique_lock lock(m_shared->mutex);
    return m_shared->changed.wait_for(lock, most, [this] {
        return m_shared->isLost || (m_shared->waiting.isEmpty() && !m_shared->isWriting);
    });
}

} // namespace confab
