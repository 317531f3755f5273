#pragma once

#include "tests/bench/generator/crowd.h"
#include "tests/bench/generator/messagetext.h"

#include <chrono>
#include <sys/types.h>

namespace confab::bench {

enum class Workload { Messages, Handshakes, Idle };

/// What one run is to do.
struct Plan
{
    Workload workload = Workload::Messages;
    Target target;
    pid_t process = 0; ///< the server's, to be measured; 0: none
    std::size_t members = 1;
    std::size_t size = 32; ///< octets of each message
    Script script = Script::Ascii;
    std::size_t inFlight = 1; ///< messages that not all members have yet
    bool inStep = false;      ///< as many anew only when none is in flight, all with one call
    /// So many of the last members read while it is measured, and all others when that is over: 0: all read.
    /// What is sent to those waits in their queues in the system, which have room for some hundreds of small
    /// messages.
    std::size_t witnesses = 0;
    double rate = 0;            ///< messages per second, whatever is in flight; 0: as fast as inFlight allows
    std::uint64_t messages = 0; ///< as many and no warm-up; 0: for as long as duration
    std::chrono::duration<double> warmUp{0.2};
    std::chrono::duration<double> duration{1};
    std::chrono::duration<double> patience{10}; ///< nothing arrives for so long: the run has failed
    bool pauses = false;                        ///< before and after the measured part: see pauseForTracer()
};

/// Reads --workload messages|handshakes|idle, --port, --path, --tls, --spin, --pid, --members, --size,
/// --script ascii|hangul, --in-flight, --in-step, --witnesses, --rate, --messages, --warm-up, --seconds,
/// --patience and --pause. Throws Failure.
Plan readPlan(int argc, char *argv[]);

} // namespace confab::bench
