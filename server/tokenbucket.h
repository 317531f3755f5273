#pragma once

#include <QtGlobal>

#include <chrono>

namespace confab {

/// A rate as a value: it fills at so many tokens per second and holds one second's worth. Asks no clock: the
/// time is told to it, and must not go backwards.
class TokenBucket
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// Full. @param perSecond 0: no limit; at most 2³¹−1.
    explicit TokenBucket(quint64 perSecond = 0);

    bool isUnlimited() const { return m_perSecond == 0; }
    /// Takes this many tokens if they are there; takes none if not.
    bool take(quint64 tokens, TimePoint now);
    /// Whether it would hold one second's worth again now.
    bool isFull(TimePoint now) const;

private:
    quint64 missingAt(TimePoint now) const;

    quint64 m_perSecond;
    quint64 m_missing = 0; ///< in billionths of a token, at m_filledAt
    TimePoint m_filledAt{};
};

} // namespace confab
