#pragma once

#include <QThread>

#include <memory>
#include <semaphore>

namespace confab {

/// A thread that runs an event loop from its construction until its destruction, which waits for it to end.
/// What lives on it must be deleted on it, for example with deleteLater().
///
/// When the destructor returns, what libraries keep for each thread is freed too. QThread::wait() alone
/// returns before: libcrypto's random generators of the thread would then be freed while main() has returned
/// and libcrypto's own exit handler runs, and now and then be left over.
class NetworkThread final : public QThread
{
    Q_OBJECT
public:
    /// @param name shows in debuggers and in the system's list of threads.
    explicit NetworkThread(const QString &name, QObject *parent = nullptr);
    ~NetworkThread() override;

protected:
    void run() override;

private:
    std::shared_ptr<std::binary_semaphore> m_threadDataFreed;
};

} // namespace confab
