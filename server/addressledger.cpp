#include "server/addressledger.h"

#include <algorithm>

namespace confab {

AddressLedger::AddressLedger(AddressBounds bounds)
    : m_bounds(bounds)
{}

AddressLedger::Verdict AddressLedger::enter(const QHostAddress &address)
{
    if (!counts(address))
        return Verdict::Within;
    const int connections = ++m_entries[countedAddress(address)].connections;
    if (connections <= m_bounds.maxConnections)
        return Verdict::Within;
    return connections / 2 < m_bounds.maxConnections ? Verdict::Beyond : Verdict::FarBeyond;
}

void AddressLedger::leave(const QHostAddress &address)
{
    const auto found = m_entries.find(countedAddress(address));
    if (found == m_entries.end() || found->connections == 0)
        return;
    if (--found->connections == 0 && !found->handshakes)
        m_entries.erase(found);
}

bool AddressLedger::takeHandshake(const QHostAddress &address, TokenBucket::TimePoint now)
{
    if (m_bounds.handshakesPerSecond == 0 || isExempt(address))
        return true;
    forgetIdle(now);
    Entry &entry = m_entries[countedAddress(address)];
    if (!entry.handshakes)
        entry.handshakes.emplace(quint64(m_bounds.handshakesPerSecond));
    return entry.handshakes->take(1, now);
}

bool AddressLedger::isExempt(const QHostAddress &address) const
{
    return !m_bounds.holdForLoopback && countedAddress(address).isLoopback();
}

/// Looks only when the entries have doubled since the last time, so that it costs little for each of them.
void AddressLedger::forgetIdle(TokenBucket::TimePoint now)
{
    if (m_entries.size() < m_sweepSize)
        return;
    constexpr qsizetype smallest = 64;
    m_entries.removeIf([now](const QHash<QHostAddress, Entry>::iterator &entry) {
        return entry->connections == 0 && (!entry->handshakes || entry->handshakes->isFull(now));
    });
    m_sweepSize = std::max(smallest, m_entries.size() * 2);
}

QHostAddress countedAddress(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    if (isIPv4)
        return QHostAddress(ipv4);
    if (address.protocol() != QAbstractSocket::IPv6Protocol || address.isLoopback())
        return address;
    constexpr int networkSize = 8; ///< octets of the /64
    Q_IPV6ADDR octets = address.toIPv6Address();
    std::fill(std::begin(octets.c) + networkSize, std::end(octets.c), quint8(0));
    return QHostAddress(octets);
}

} // namespace confab
