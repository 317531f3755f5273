#pragma once

#include <QtGlobal>

namespace confab {

/// Octets that the system holds of a TCP connection until the peer's system has acknowledged them (SIOCOUTQ,
/// Linux). 0 where that is not known.
qint64 unacknowledgedOctets(qintptr socketDescriptor);

} // namespace confab
