#pragma once

#include <string>
#include <string_view>

namespace confab::bench {

/// The answer to a request's head (RFC 6455 §4.2.2); empty if it asks for no upgrade.
std::string upgradeReply(std::string_view head);

/// The path that the request asks for.
std::string_view requestPath(std::string_view head);

} // namespace confab::bench
