#pragma once

#include <QHostAddress>
#include <QStringList>

namespace confab {

/// The links under which a server that listens on this address is reached, the best one to share first, from
/// these addresses of the computer's networks.
QStringList joinLinks(const QHostAddress &listening, quint16 port,
                      const QList<QHostAddress> &networkAddresses);

/// The addresses of the networks that are up now, loopback left out, in the system's order.
QList<QHostAddress> networkAddresses();

} // namespace confab
