#pragma once

#include <QtGlobal>

#include <optional>

namespace confab {

/// What waits at the front of a TCP connection.
struct PeekedOctet
{
    quint8 octet = 0;
    bool hasEnded = false; ///< the peer's end, or the connection's; there is no octet
};

/// Looks at the first octet that has arrived and leaves it in the connection (POSIX recv with MSG_PEEK). Does
/// not wait.
/// @return nothing if none has arrived yet.
std::optional<PeekedOctet> peekOctet(qintptr socketDescriptor);

} // namespace confab
