#pragma once

#include <QByteArrayView>

#include <span>

namespace confab {

/// A way to check UTF-8 (RFC 3629) many octets at a time, by vector instructions that not every machine has.
/// Keeps no state, and is for whole runs: what is short or unfinished is Utf8Validator's.
struct WideUtf8Check
{
    const char *instructions;
    /// Whether no octet is impossible in octets, which begin with a character and are leastWideSize or more.
    /// An octet that never is in UTF-8 may be missed if it is the last one.
    bool (*isPossible)(QByteArrayView octets);
};

constexpr qsizetype leastWideSize = 19;

/// Those that this machine can run, the fastest first; none on a machine that we have none for. Thread-safe.
std::span<const WideUtf8Check> wideUtf8Checks();

} // namespace confab
