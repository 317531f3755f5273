#pragma once

#include <QtGlobal>

namespace confab {

/// How far a TCP connection has got with what was sent on it, in octets. Only grows; all 0 where the system
/// does not tell.
struct TcpProgress
{
    quint64 acknowledged = 0; ///< by the peer's system
    quint64 accepted = 0;     ///< by ours
};

/// From TCP_INFO and SIOCOUTQ (Linux).
TcpProgress tcpProgress(qintptr socketDescriptor);

} // namespace confab
