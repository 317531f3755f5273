#pragma once

#include <QtGlobal>

namespace confab {

/// Ends the sending side of a TCP connection and leaves its receiving side open (TCP FIN; POSIX shutdown with
/// SHUT_WR).
/// @return whether the system did it.
bool halfClose(qintptr socketDescriptor);

} // namespace confab
