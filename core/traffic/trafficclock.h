#pragma once

#include <QtGlobal>

namespace confab {

/// Microseconds since 1970-01-01T00:00Z, from the system.
qint64 microsecondsNow();

/// The time for records that one thread makes one right after the other, without asking the system for each:
/// to read its clock takes longer than to write a record down. Asked again after little work, so that a time
/// is late by microseconds, never early. Not thread-safe.
class TrafficClock
{
public:
    /// How much may be written down between two looks, in octets of payloads, with recordCost for each
    /// record.
    static constexpr qsizetype maxWork = 16 * 1024;
    static constexpr qsizetype recordCost = 64;

    /// @param octets of the record's payload. @return what the system said when last asked.
    qint64 timeFor(qsizetype octets)
    {
        m_work -= octets + recordCost;
        return m_work < 0 ? look(octets) : m_time;
    }
    /// Something may have taken long: it asks the system next time.
    void distrust() { m_work = 0; }

private:
    qint64 look(qsizetype octets);

    qint64 m_time = 0;
    qsizetype m_work = 0; ///< how much may still be written down
};

} // namespace confab
