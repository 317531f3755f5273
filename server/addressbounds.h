#pragma once

namespace confab {

/// What one address may have of the server. Zero: no limit.
struct AddressBounds
{
    /// Connections at one time, of whatever kind; one more is refused with 429.
    int maxConnections = 1'000;
    /// Opening handshakes per second; one more is refused with 429.
    int handshakesPerSecond = 100;
    /// Whether they hold for this computer's own loopback addresses as well.
    bool holdForLoopback = false;
};

} // namespace confab
