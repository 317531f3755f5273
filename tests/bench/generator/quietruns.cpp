#include "tests/bench/generator/quietruns.h"

#include "tests/bench/generator/failure.h"

namespace confab::bench {

namespace {

constexpr std::size_t membersBefore = 200;
constexpr std::chrono::milliseconds settlingTime{300};

class Silence : public CrowdEvents
{
public:
    void opened(Member &) override {}
    void message(Member &, Opcode, std::string_view) override { throw Failure("a message that nobody sent"); }
};

Clock::duration clockDuration(std::chrono::duration<double> duration)
{
    return std::chrono::duration_cast<Clock::duration>(duration);
}

void listenFor(Crowd &crowd, std::chrono::duration<double> duration)
{
    const Clock::time_point end = Clock::now() + clockDuration(duration);
    while (Clock::now() < end)
        crowd.poll(end);
}

} // namespace

Figures runHandshakes(const Plan &plan)
{
    const ProcessMeter server(plan.process);
    Silence silence;
    Crowd crowd(plan.target, silence, clockDuration(plan.patience));
    crowd.open(membersBefore);
    listenFor(crowd, settlingTime);
    if (plan.pauses)
        pauseForTracer("ready");

    Figures figures;
    const double resident = server.residentSize();
    const double proportional = server.proportionalSize();
    const Interval interval(server);
    const Clock::time_point begin = Clock::now();
    crowd.open(plan.members);
    const double opening = std::chrono::duration<double>(Clock::now() - begin).count();
    listenFor(crowd, settlingTime); // the server may still have something to tell about them
    interval.end(figures);
    if (plan.pauses)
        pauseForTracer("done");
    figures.add("members", static_cast<double>(plan.members));
    figures.add("openingSeconds", opening);
    figures.add("residentGrowth", server.residentSize() - resident);
    figures.add("proportionalGrowth", server.proportionalSize() - proportional);
    return figures;
}

Figures runIdle(const Plan &plan)
{
    const ProcessMeter server(plan.process);
    Silence silence;
    Crowd crowd(plan.target, silence, clockDuration(plan.patience));
    crowd.open(plan.members);
    listenFor(crowd, plan.warmUp);

    Figures figures;
    const std::uint64_t pings = crowd.pings();
    const Interval interval(server);
    listenFor(crowd, plan.duration);
    interval.end(figures);
    figures.add("members", static_cast<double>(plan.members));
    figures.add("pings", static_cast<double>(crowd.pings() - pings));
    return figures;
}

} // namespace confab::bench
