#pragma once

#include <QHostAddress>
#include <QStringList>
#include <QUrl>

namespace confab {

/// The links under which a server that listens on this address is reached, the best one to share first, from
/// these addresses of the computer's networks.
/// @param encrypted https:// in place of http://.
QStringList joinLinks(const QHostAddress &listening, quint16 port,
                      const QList<QHostAddress> &networkAddresses, bool encrypted = false);

/// A join link that carries the PIN, in the fragment: browsers send that to nobody, and the page reads it.
/// @param pin empty: the link as it is.
QString withPin(const QString &joinLink, const QByteArray &pin);

/// The address at which a WebSocket client enters the room that a join link opens, the PIN in its query. The
/// link may begin with ws:// or wss:// already.
QUrl webSocketAddress(QUrl link);

/// Whether a link leads to this computer alone, from whichever it is opened.
bool leadsToThisComputer(const QString &link);

/// The one of such links that phones in the same network can open: the best one to share. Empty if all lead
/// to this computer alone.
QString linkForPhones(const QStringList &joinLinks);

/// Those of the addresses that are worth a link, the best one first: neither loopback nor link-local, nor
/// IPv6 that is not global.
QList<QHostAddress> shareableAddresses(const QList<QHostAddress> &networkAddresses);

/// The addresses of the networks that are up now, loopback left out, in the system's order.
QList<QHostAddress> networkAddresses();

} // namespace confab
