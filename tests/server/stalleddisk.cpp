// Stands before the C library's own function: in a test that it is linked into, and in a program that it is
// loaded into (LD_PRELOAD), where the file that STALLED_DISK names says by being there that the disk does not
// answer.
#include "stalleddisk.h"

#include <condition_variable>
#include <cstdlib>
#include <mutex>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::mutex mutex;
std::condition_variable answers;
bool isStalled = false;

void waitForTheDisk()
{
    {
        std::unique_lock lock(mutex);
        answers.wait(lock, [] { return !isStalled; });
    }
    constexpr useconds_t often = 2'000;
    const char *named = std::getenv("STALLED_DISK");
    while (named && ::access(named, F_OK) == 0)
        ::usleep(often);
}

} // namespace

extern "C" __attribute__((visibility("default"))) ssize_t pwrite64(int file, const void *octets, size_t count,
                                                                   off64_t at)
{
    waitForTheDisk();
    return ::syscall(SYS_pwrite64, file, octets, count, at);
}

namespace confab {

StalledDisk::StalledDisk()
{
    const std::scoped_lock lock(mutex);
    isStalled = true;
}

StalledDisk::~StalledDisk()
{
    {
        const std::scoped_lock lock(mutex);
        isStalled = false;
    }
    answers.notify_all();
}

} // namespace confab
