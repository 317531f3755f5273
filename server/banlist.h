#pragma once

#include <QHostAddress>
#include <QList>
#include <QSet>

namespace confab {

/// The addresses from which nobody is let in. IPv4 is the same whether it comes by IPv4 or IPv6, and IPv6 on
/// whichever interface; of IPv6 it is the very address, for all of a home or an office have the first half of
/// it in common.
class BanList
{
public:
    explicit BanList(const QList<QHostAddress> &addresses = {});

    bool has(const QHostAddress &address) const;

private:
    QSet<QHostAddress> m_addresses;
};

/// The address that is written there, for a ban; null if none is. IPv4 has four decimal numbers: of its other
/// forms few know which address they mean (192.168.0.012 is 192.168.0.10).
QHostAddress readBannedAddress(const QString &text);

/// What a ban means by an address, and how it is shown: IPv4 if it is, and without its scope.
QHostAddress bannedAddress(const QHostAddress &address);

} // namespace confab
