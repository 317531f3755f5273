#pragma once

namespace confab {

/// Which end of a WebSocket connection an endpoint is: clients mask, servers do not (RFC 6455 §5.1).
enum class Role { Server, Client };

} // namespace confab
