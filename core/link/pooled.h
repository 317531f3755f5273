#pragma once

#include <QtGlobal>

#include <cstddef>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CONFAB_SANITIZED
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CONFAB_SANITIZED
#endif

#if defined(Q_OS_LINUX) && !defined(CONFAB_SANITIZED)
#include "core/link/slotpool.h"
#endif

namespace confab {

/// Base of a final class T of which a room has thousands, and which a broadcast goes through: they lie in a
/// SlotPool. Sanitizers, which watch each object's memory, and other systems have them where all others are.
template <typename T>
class Pooled
{
#if defined(Q_OS_LINUX) && !defined(CONFAB_SANITIZED)
public:
    static void *operator new([[maybe_unused]] std::size_t size)
    {
        Q_ASSERT(size == sizeof(T));
        return pool().allocate();
    }
    static void operator delete(void *object) noexcept
    {
        pool().release(object);
    }

private:
    /// Never destroyed: something may live as long as the program.
    static SlotPool &pool()
    {
        static_assert(alignof(T) <= SlotPool::alignment);
        static SlotPool *const pool = new SlotPool(sizeof(T));
        return *pool;
    }
#endif
};

} // namespace confab
