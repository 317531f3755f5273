#include "server/visitor.h"

namespace confab {

using namespace Qt::StringLiterals;

QString Visitor::addressText() const
{
    const bool isIPv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIPv6 ? u'[' + address.toString() + u']' : address.toString()) + u':' + QString::number(port);
}

} // namespace confab
