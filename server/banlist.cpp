#include "server/banlist.h"

#include "core/link/socketends.h"

namespace confab {

BanList::BanList(const QList<QHostAddress> &addresses)
{
    for (const QHostAddress &address : addresses)
        m_addresses.insert(bannedAddress(address));
}

bool BanList::has(const QHostAddress &address) const
{
    return !m_addresses.isEmpty() && m_addresses.contains(bannedAddress(address));
}

QHostAddress readBannedAddress(const QString &text)
{
    const QHostAddress address(text);
    const bool isIPv4 = address.protocol() == QAbstractSocket::IPv4Protocol;
    return isIPv4 && address.toString() != text ? QHostAddress() : bannedAddress(address);
}

QHostAddress bannedAddress(const QHostAddress &address)
{
    QHostAddress plain = plainAddress(address);
    plain.setScopeId({});
    return plain;
}

} // namespace confab
