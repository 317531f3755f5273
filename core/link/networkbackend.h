#pragma once

#include "core/link/transport.h"
#include "core/link/turntask.h"

#include <memory>

class QAbstractEventDispatcher;

namespace confab {

/// The event loop for a thread with very many connections: EpollDispatcher on Linux; null elsewhere, where
/// Qt's own has to do.
std::unique_ptr<QAbstractEventDispatcher> makeNetworkDispatcher();

/// Has the task called once at the end of this turn of the thread's event loop. False if it has none that
/// can: then an event has to be posted.
bool callAtTurnEnd(TurnTask &task);
/// The task is being destroyed.
void forgetAtTurnEnd(TurnTask &task);

/// A transport over the descriptor of an accepted TCP connection: a DescriptorTransport if this thread has an
/// EpollDispatcher, else a SocketTransport. Null if the system refuses; the descriptor is closed in any case.
std::unique_ptr<Transport> makeTransport(qintptr descriptor);
/// A transport over a connection that another thread's gave away.
std::unique_ptr<Transport> makeTransport(PassingConnection &connection);

} // namespace confab
