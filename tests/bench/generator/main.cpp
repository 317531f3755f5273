#include "tests/bench/generator/failure.h"
#include "tests/bench/generator/messagesrun.h"
#include "tests/bench/generator/quietruns.h"

#include <csignal>
#include <cstdio>

using namespace confab::bench;

namespace {

Figures run(const Plan &plan)
{
    switch (plan.workload) {
    case Workload::Messages:
        return MessagesRun(plan).run();
    case Workload::Handshakes:
        return runHandshakes(plan);
    case Workload::Idle:
        return runIdle(plan);
    }
    throw Failure("no such workload");
}

} // namespace

/// Prints one JSON object and ends with 0, or says what failed and ends with 1.
int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes without MSG_NOSIGNAL
    try {
        std::puts(run(readPlan(argc, argv)).json().c_str());
        return 0;
    } catch (const std::exception &failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
