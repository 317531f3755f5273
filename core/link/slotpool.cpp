#include "core/link/slotpool.h"

#include <algorithm>
#include <new>

#include <sys/mman.h>

namespace confab {

/// The beginning of a chunk; the slots follow.
struct alignas(SlotPool::alignment) SlotPool::Chunk
{
    void *released = nullptr; ///< a slot that is free again, which holds the address of the next one
    std::size_t used = 0;
    std::size_t begun = 0; ///< slots that ever were in use: the memory behind was never touched

    static Chunk *of(void *slot)
    {
        const std::size_t offset = reinterpret_cast<quintptr>(slot) % chunkSize;
        return reinterpret_cast<Chunk *>(static_cast<char *>(slot) - offset);
    }
    void *take(std::size_t slotSize)
    {
        ++used;
        if (!released)
            return reinterpret_cast<char *>(this + 1) + slotSize * begun++;
        void *slot = released;
        released = *static_cast<void **>(slot);
        return slot;
    }
    void giveBack(void *slot)
    {
        --used;
        *static_cast<void **>(slot) = released;
        released = slot;
    }
};

namespace {

std::size_t roundedUp(std::size_t size)
{
    return (size + SlotPool::alignment - 1) / SlotPool::alignment * SlotPool::alignment;
}

/// A chunk's memory, at a multiple of its size. Throws std::bad_alloc.
void *mapChunk()
{
    constexpr std::size_t size = SlotPool::chunkSize;
    void *mapped =
        ::mmap(nullptr, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapped == MAP_FAILED)
        throw std::bad_alloc();
    char *const begin = static_cast<char *>(mapped);
    const std::size_t before = (size - reinterpret_cast<quintptr>(begin) % size) % size;
    if (before > 0)
        ::munmap(begin, before);
    ::munmap(begin + before + size, size - before);
    return begin + before;
}

} // namespace

SlotPool::SlotPool(std::size_t slotSize)
    : m_slotSize(roundedUp(slotSize))
    , m_slotsPerChunk((chunkSize - sizeof(Chunk)) / m_slotSize)
{}

SlotPool::~SlotPool()
{
    for (Chunk *chunk : m_withRoom)
        ::munmap(chunk, chunkSize);
}

void *SlotPool::allocate()
{
    const std::lock_guard lock(m_mutex);
    Chunk &chunk = m_withRoom.empty() ? addChunk() : *m_withRoom.back();
    void *slot = chunk.take(m_slotSize);
    if (chunk.used == m_slotsPerChunk)
        m_withRoom.pop_back();
    return slot;
}

/// The first one stays in small pages, of which those are taken that are needed: most rooms are small.
SlotPool::Chunk &SlotPool::addChunk()
{
    m_withRoom.reserve(m_chunkCount + 1); // so that release() need not
    void *memory = mapChunk();
    if (m_chunkCount++ > 0)
        ::madvise(memory, chunkSize, MADV_HUGEPAGE);
    return *m_withRoom.emplace_back(new (memory) Chunk);
}

void SlotPool::release(void *slot) noexcept
{
    const std::lock_guard lock(m_mutex);
    Chunk *const chunk = Chunk::of(slot);
    if (chunk->used == m_slotsPerChunk)
        m_withRoom.push_back(chunk);
    chunk->giveBack(slot);
    // The last one with room is kept: who comes and goes there would have it mapped each time.
    if (chunk->used > 0 || m_withRoom.size() == 1)
        return;
    std::erase(m_withRoom, chunk);
    ::munmap(chunk, chunkSize);
    --m_chunkCount;
}

std::size_t SlotPool::chunkCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_chunkCount;
}

} // namespace confab
