#pragma once

namespace confab {

/// The four states of a connection, as the HTML standard names and orders them.
enum class ReadyState { Connecting = 0, Open = 1, Closing = 2, Closed = 3 };

} // namespace confab
