#include "tests/bench/generator/processmeter.h"

#include "tests/bench/generator/failure.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace confab::bench {

namespace {

std::string folder(pid_t process)
{
    return "/proc/" + std::to_string(process);
}

} // namespace

double ProcessMeter::processorTime() const
{
    if (m_process == 0)
        return 0;
    double nanoseconds = 0;
    std::error_code error;
    for (const auto &thread : std::filesystem::directory_iterator(folder(m_process) + "/task", error)) {
        // To the nanosecond, where /proc/PID/stat has hundredths of a second.
        std::ifstream file(thread.path() / "schedstat");
        double used = 0;
        file >> used;
        nanoseconds += used;
    }
    if (error)
        throw Failure("the server has ended");
    return nanoseconds / 1e9;
}

double ProcessMeter::memory(const char *field) const
{
    if (m_process == 0)
        return 0;
    std::ifstream file(folder(m_process) + "/smaps_rollup");
    std::string word;
    double kibibytes = 0;
    while (file >> word) {
        if (word == field && file >> kibibytes)
            return kibibytes;
    }
    throw Failure("the server's memory cannot be read");
}

} // namespace confab::bench
