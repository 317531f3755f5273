#pragma once

#include "core/wire/frame.h"

#include <functional>

namespace confab {

/// Masks or unmasks in place (RFC 6455 §5.3): octet i is combined with key octet (offset + i) mod 4. Works in
/// wide steps. @return whether what came of it is ASCII alone, which costs nothing to notice on the way.
bool applyMask(std::span<char> bytes, const MaskingKey &key, quint64 offset = 0);

/// Makes the masking key of each frame that a client sends.
using MaskingKeySource = std::function<MaskingKey()>;

/// A fresh key from the system's strong source of randomness (RFC 6455 §10.3). Thread-safe.
MaskingKey secureMaskingKey();

} // namespace confab
