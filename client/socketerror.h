#pragma once

#include "client/clienterror.h"

#include <QAbstractSocket>

namespace confab {

/// What a socket's error means for a client that is not OPEN yet.
/// @param connected whether the connection to the server had been made.
/// @param proxied whether it goes through a proxy.
ClientErrorKind clientErrorKindFor(QAbstractSocket::SocketError error, bool connected, bool proxied);

} // namespace confab
