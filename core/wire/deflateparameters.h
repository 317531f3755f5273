#pragma once

namespace confab {

/// The bounds of an LZ77 window in permessage-deflate, as the base-2 logarithm of octets (RFC 7692 §7.1.2).
inline constexpr int minWindowBits = 8;
inline constexpr int maxWindowBits = 15;

/// What both sides agreed on for permessage-deflate (RFC 7692 §7.1).
struct DeflateParameters
{
    bool serverNoContextTakeover = false;
    bool clientNoContextTakeover = false;
    int serverMaxWindowBits = maxWindowBits;
    int clientMaxWindowBits = maxWindowBits;

    bool operator==(const DeflateParameters &) const = default;
};

} // namespace confab
