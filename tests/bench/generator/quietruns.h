#pragma once

#include "tests/bench/generator/measurement.h"
#include "tests/bench/generator/plan.h"

namespace confab::bench {

/// Opens members: "serverSeconds" is what their opening handshakes took, "residentGrowth" and
/// "proportionalGrowth" are KiB of the server's memory for all of them. Some were opened before, so that what
/// is needed once does not count.
Figures runHandshakes(const Plan &plan);

/// Members that say nothing and answer pings.
Figures runIdle(const Plan &plan);

} // namespace confab::bench
