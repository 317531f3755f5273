#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace confab {

// Lists of a ServerPolicy as the tokens of a TokenList. A reader makes the token of what was typed, and an
// empty string of what cannot be one.

/// A token (RFC 6455 §4.1).
QString readSubprotocol(const QString &text);
/// An origin as browsers serialise it (RFC 6454 §6.1): scheme, host, and the port unless it is the scheme's
/// own.
QString readOrigin(const QString &text);
/// See readBannedAddress().
QString readAddress(const QString &text);

QStringList toStrings(const QList<QByteArray> &list);
QStringList toStrings(const QList<QHostAddress> &addresses);
QList<QByteArray> toOctets(const QStringList &list);
QList<QHostAddress> toAddresses(const QStringList &list);

} // namespace confab
