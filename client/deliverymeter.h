#pragma once

#include <atomic>

#include <QtGlobal>

namespace confab {

/// Counts what one thread has posted to another and that has not arrived there yet, so that the first can
/// hold back before the second drowns. Thread-safe.
class DeliveryMeter
{
public:
    /// Octets under way at which to hold back, and at which to go on.
    static constexpr qint64 highMark = 16 * 1024 * 1024;
    static constexpr qint64 lowMark = 4 * 1024 * 1024;
    /// What one delivery costs beside its octets, roughly.
    static constexpr qint64 overhead = 256;

    /// @return whether to hold back from here on.
    bool post(qint64 octets) { return (m_underWay += octets + overhead) > highMark; }
    /// @return whether it was this delivery that brought what is under way down to the low mark.
    bool deliver(qint64 octets)
    {
        const qint64 before = m_underWay.fetch_sub(octets + overhead);
        return before > lowMark && before - octets - overhead <= lowMark;
    }

private:
    std::atomic<qint64> m_underWay = 0;
};

} // namespace confab
