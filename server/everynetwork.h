#pragma once

#include <QHostAddress>

namespace confab {

/// Whether who listens on this address listens on every network of the computer.
inline bool isEveryNetwork(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace confab
