#pragma once

namespace confab {

/// Why a test of the SendRing is skipped.
constexpr auto noRing = "This system does not let us have an io_uring.";

} // namespace confab
