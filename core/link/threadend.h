#pragma once

#include <QSemaphore>

#include <memory>

namespace confab {

/// Tells when a thread of the system is over, with everything that libraries keep for it (POSIX keys, as
/// OpenSSL's for its errors and random numbers): QThread::wait() returns before these are freed, and a
/// program that ends then leaves them behind. Does not end the thread.
class ThreadEnd
{
public:
    /// Called once, on the thread to wait for. @return whether the system can tell.
    bool watchCurrentThread();
    /// Blocks until that thread has freed what was kept for it; returns at once if none is watched.
    void wait();

private:
    std::shared_ptr<QSemaphore> m_over;
};

} // namespace confab
