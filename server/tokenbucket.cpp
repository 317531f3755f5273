#include "server/tokenbucket.h"

#include <algorithm>

namespace confab {

namespace {

constexpr quint64 parts = 1'000'000'000; ///< of a token; as many as a second has nanoseconds

} // namespace

TokenBucket::TokenBucket(quint64 perSecond)
    : m_perSecond(perSecond)
{}

bool TokenBucket::take(quint64 tokens, TimePoint now)
{
    if (m_perSecond == 0)
        return true;
    m_missing = missingAt(now);
    m_filledAt = now;
    if (tokens > m_perSecond || m_missing + tokens * parts > m_perSecond * parts)
        return false;
    m_missing += tokens * parts;
    return true;
}

bool TokenBucket::isFull(TimePoint now) const
{
    return missingAt(now) == 0;
}

quint64 TokenBucket::missingAt(TimePoint now) const
{
    // After a second it is full, however much was missing.
    const auto passed = std::clamp<std::chrono::nanoseconds>(now - m_filledAt, std::chrono::nanoseconds(0),
                                                             std::chrono::seconds(1));
    const quint64 filled = quint64(passed.count()) * m_perSecond;
    return m_missing > filled ? m_missing - filled : 0;
}

} // namespace confab
