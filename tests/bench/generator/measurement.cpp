#include "tests/bench/generator/measurement.h"

#include <cmath>
#include <cstdio>
#include <ctime>

namespace confab::bench {

namespace {

double ownProcessorTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

std::string Figures::json() const
{
    std::string json;
    for (const auto &[name, value] : m_figures) {
        char text[64];
        std::snprintf(text, sizeof text, "%.9g", value);
        json += (json.empty() ? "{\"" : ",\"") + name + "\":" + (std::isfinite(value) ? text : "null");
    }
    return json + "}";
}

Interval::Interval(const ProcessMeter &server)
    : m_server(server)
    , m_begin(Clock::now())
    , m_serverBegin(server.processorTime())
    , m_generatorBegin(ownProcessorTime())
{}

void Interval::end(Figures &figures) const
{
    figures.add("seconds", std::chrono::duration<double>(Clock::now() - m_begin).count());
    figures.add("serverSeconds", m_server.processorTime() - m_serverBegin);
    figures.add("generatorSeconds", ownProcessorTime() - m_generatorBegin);
}

void pauseForTracer(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
    while (true) {
        const int character = std::getchar();
        if (character == '\n' || character == EOF)
            return;
    }
}

} // namespace confab::bench
