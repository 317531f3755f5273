#include "core/traffic/trafficclock.h"

#include <chrono>

namespace confab {

qint64 microsecondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

qint64 TrafficClock::look(qsizetype octets)
{
    m_time = microsecondsNow();
    m_work = maxWork - octets - recordCost;
    return m_time;
}

} // namespace confab
