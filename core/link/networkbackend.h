#pragma once

#include "core/link/transport.h"

#include <memory>

class QAbstractEventDispatcher;

namespace confab {

/// The event loop for a thread with very many connections: EpollDispatcher on Linux; null elsewhere, where
/// Qt's own has to do.
std::unique_ptr<QAbstractEventDispatcher> makeNetworkDispatcher();

/// A transport over the descriptor of an accepted TCP connection: a DescriptorTransport if this thread has an
/// EpollDispatcher, else a SocketTransport. Null if the system refuses; the descriptor is closed in any case.
std::unique_ptr<Transport> makeTransport(qintptr descriptor);

} // namespace confab
