#pragma once

#include "server/addressbounds.h"
#include "server/tokenbucket.h"

#include <QHash>
#include <QHostAddress>

#include <optional>

namespace confab {

/// Counts, for each address that peers come from, its connections and its opening handshakes. Asks no clock.
/// IPv4 in IPv6 is IPv4, and other IPv6 addresses count by their /64, which is what one customer gets. Knows
/// no address longer than it has connections or has just had handshakes.
class AddressLedger
{
public:
    enum class Verdict {
        Within,
        Beyond,    ///< one more than may be: tell it
        FarBeyond, ///< twice as many as may be: spend no more on it
    };

    explicit AddressLedger(AddressBounds bounds = {});

    /// Whether the connections of this address are bounded.
    bool counts(const QHostAddress &address) const
    {
        return m_bounds.maxConnections != 0 && !isExempt(address);
    }
    /// A connection was accepted: it counts, whatever the verdict, until leave().
    Verdict enter(const QHostAddress &address);
    void leave(const QHostAddress &address);

    /// Whether one more opening handshake is within the bound; it counts if so.
    bool takeHandshake(const QHostAddress &address, TokenBucket::TimePoint now);

    /// How many addresses it knows.
    qsizetype size() const { return m_entries.size(); }

private:
    struct Entry
    {
        int connections = 0;
        std::optional<TokenBucket> handshakes; ///< from its first one on
    };
    bool isExempt(const QHostAddress &address) const;
    void forgetIdle(TokenBucket::TimePoint now);

    AddressBounds m_bounds;
    QHash<QHostAddress, Entry> m_entries; ///< by what countedAddress() makes of the address
    qsizetype m_sweepSize = 64;           ///< with so many entries, idle ones are looked for
};

/// The address under which a peer's counts: IPv4, or the /64 of IPv6.
QHostAddress countedAddress(const QHostAddress &address);

} // namespace confab
