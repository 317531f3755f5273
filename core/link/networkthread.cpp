#include "core/link/networkthread.h"

#include <pthread.h>
#include <utility>

namespace confab {

namespace {

/// Tells when the destructors of a thread's specific data have run. POSIX runs them in rounds, in no given
/// order within one, and another round follows as long as data were set in the last: so this comes back for
/// the second.
class ThreadDataWatch
{
public:
    static void begin(std::shared_ptr<std::binary_semaphore> freed)
    {
        static const Key key;
        auto watch = std::make_unique<ThreadDataWatch>(key.value, std::move(freed));
        if (::pthread_setspecific(key.value, watch.get()) == 0)
            (void)watch.release();
    } // if it failed, the watch goes, and says so at once

    ThreadDataWatch(pthread_key_t key, std::shared_ptr<std::binary_semaphore> freed)
        : m_key(key)
        , m_freed(std::move(freed))
    {}
    ~ThreadDataWatch() { m_freed->release(); }
    Q_DISABLE_COPY_MOVE(ThreadDataWatch)

private:
    struct Key
    {
        Key() { ::pthread_key_create(&value, &ThreadDataWatch::onRound); }
        pthread_key_t value = {};
    };

    static void onRound(void *data)
    {
        std::unique_ptr<ThreadDataWatch> watch(static_cast<ThreadDataWatch *>(data));
        if (!std::exchange(watch->m_cameBack, true) && ::pthread_setspecific(watch->m_key, data) == 0)
            (void)watch.release();
    }

    pthread_key_t m_key;
    std::shared_ptr<std::binary_semaphore> m_freed;
    bool m_cameBack = false;
};

} // namespace

NetworkThread::NetworkThread(const QString &name, QObject *parent)
    : QThread(parent)
    , m_threadDataFreed(std::make_shared<std::binary_semaphore>(0))
{
    setObjectName(name);
    start();
    if (!isRunning()) // the system has no thread to give
        m_threadDataFreed->release();
}

NetworkThread::~NetworkThread()
{
    quit();
    wait();
    m_threadDataFreed->acquire();
}

void NetworkThread::run()
{
    ThreadDataWatch::begin(m_threadDataFreed);
    exec();
}

} // namespace confab
