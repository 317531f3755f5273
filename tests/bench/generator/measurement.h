#pragma once

#include "tests/bench/generator/crowd.h"
#include "tests/bench/generator/processmeter.h"

#include <string>
#include <vector>

namespace confab::bench {

/// The figures of a run by name, printed as one JSON object.
class Figures
{
public:
    void add(std::string name, double value) { m_figures.emplace_back(std::move(name), value); }
    std::string json() const;

private:
    std::vector<std::pair<std::string, double>> m_figures;
};

/// What passed between two moments on the clock, in the server and in the generator. Both moments should find
/// the server at rest, so that nothing is in flight.
class Interval
{
public:
    explicit Interval(const ProcessMeter &server);

    /// Adds "seconds", "serverSeconds" and "generatorSeconds" (the last two of processor time).
    void end(Figures &figures) const;

private:
    const ProcessMeter &m_server;
    Clock::time_point m_begin;
    double m_serverBegin;
    double m_generatorBegin;
};

/// Says a word on standard output and waits for a line on standard input: the time to attach a tracer, or to
/// take it away.
void pauseForTracer(const char *word);

} // namespace confab::bench
