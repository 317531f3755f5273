#pragma once

#include <sys/types.h>

namespace confab::bench {

/// Reads from /proc what another process has used so far.
class ProcessMeter
{
public:
    /// @param process 0: none; everything is 0 then.
    explicit ProcessMeter(pid_t process)
        : m_process(process)
    {}

    /// Seconds of processor time, user and system, of all its threads that live.
    double processorTime() const;
    /// KiB of its resident memory: the whole, and what it shares with others divided among them.
    double residentSize() const { return memory("Rss:"); }
    double proportionalSize() const { return memory("Pss:"); }

private:
    double memory(const char *field) const;

    pid_t m_process;
};

} // namespace confab::bench
