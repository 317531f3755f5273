#include "core/link/threadend.h"

#include <utility>

#include <pthread.h>

namespace confab {

namespace {

/// What the key of a watched thread holds.
struct Watched
{
    std::shared_ptr<QSemaphore> over;
    bool othersHadTheirTurn = false;
};

pthread_key_t watchedKey();

/// The system calls it at the thread's end, and again as long as a key has a value then; the order of the
/// keys is not defined. So it asks for a second call: by then every other key's first one is done.
void endWatching(void *value)
{
    std::unique_ptr<Watched> watched(static_cast<Watched *>(value));
    if (!watched->othersHadTheirTurn) {
        watched->othersHadTheirTurn = true;
        if (pthread_setspecific(watchedKey(), watched.get()) == 0) {
            static_cast<void>(watched.release());
            return;
        }
    }
    watched->over->release();
}

pthread_key_t watchedKey()
{
    static const pthread_key_t key = [] {
        pthread_key_t created{};
        pthread_key_create(&created, &endWatching);
        return created;
    }();
    return key;
}

} // namespace

bool ThreadEnd::watchCurrentThread()
{
    auto over = std::make_shared<QSemaphore>();
    auto watched = std::make_unique<Watched>(Watched{over});
    if (pthread_setspecific(watchedKey(), watched.get()) != 0)
        return false;
    static_cast<void>(watched.release());
    m_over = std::move(over);
    return true;
}

void ThreadEnd::wait()
{
    if (!m_over)
        return;
    m_over->acquire();
    m_over.reset();
}

} // namespace confab
