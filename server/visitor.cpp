#include "server/visitor.h"

namespace confab {

using namespace Qt::StringLiterals;

QString Visitor::addressText() const
{
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIPv6 ? u'[' + address.toString() + u']' : address.toString()) + u':' + QString::number(port);
}

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : address;
}

} // namespace confab
