#pragma once

namespace confab {

/// Lets the processor fetch this memory, which will be needed soon. Says nothing about what is there, and
/// costs next to nothing if it is near already.
inline void prefetch([[maybe_unused]] const void *memory)
{
#ifdef __GNUC__
    __builtin_prefetch(memory);
#endif
}

} // namespace confab
