#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace confab::bench {

/// Counts durations in buckets that are at most 1/32 wide of their value, so that any number of them costs
/// the same memory.
class Latencies
{
public:
    void add(std::uint64_t nanoseconds, std::uint64_t times = 1)
    {
        m_buckets[bucket(nanoseconds)] += times;
        m_count += times;
    }

    /// @param share 0.5 for the median. @return nanoseconds; 0 if nothing was counted.
    std::uint64_t quantile(double share) const
    {
        const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(m_count));
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < m_buckets.size(); ++i) {
            below += m_buckets[i];
            if (below > wanted)
                return value(i);
        }
        return 0;
    }

private:
    static constexpr unsigned fineBits = 5;

    static std::size_t bucket(std::uint64_t nanoseconds)
    {
        const auto width = static_cast<unsigned>(std::bit_width(nanoseconds));
        if (width <= fineBits + 1)
            return nanoseconds;
        const unsigned shift = width - fineBits - 1;
        return (std::size_t(shift) << fineBits) + (nanoseconds >> shift);
    }

    static std::uint64_t value(std::size_t index)
    {
        if (index < 2U << fineBits)
            return index;
        const std::size_t shift = (index >> fineBits) - 1;
        return (index - (shift << fineBits)) << shift;
    }

    std::array<std::uint64_t, (64 - fineBits + 1) << fineBits> m_buckets{};
    std::uint64_t m_count = 0;
};

} // namespace confab::bench
