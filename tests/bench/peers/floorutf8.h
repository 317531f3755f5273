#pragma once

#include <string_view>

namespace confab::bench {

/// Whether the octets are well-formed UTF-8 (RFC 3629): eight at a time while they are ASCII, else one by
/// one.
bool isUtf8(std::string_view octets);

} // namespace confab::bench
