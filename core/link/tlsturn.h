#pragma once

#include "core/link/openssl.h"

namespace confab {

/// Counts what the records of a TLS session cost, so that its peer has a share of the thread in each turn,
/// and is found out when it only keeps us busy: one SSL_read() goes on for as long as records come that bring
/// the reader nothing. Sees content types and sizes alone, and decides nothing but that the session ends.
class TlsTurn
{
public:
    /// What the records of one turn may cost, in octets that are decrypted: two turns of a link.
    static constexpr int maxCost = 2 * 1024 * 1024;
    /// What each of them costs beside its octets.
    static constexpr int recordCost = 512;
    /// What each costs that is none of application data: it may bring a new key (RFC 8446 §4.6.3).
    static constexpr int ownRecordCost = 32 * 1024;
    /// So many of those may come in a row, until application data does. A peer has reason for one or two.
    static constexpr int maxOwnRecords = 32;
    /// So many may make up a handshake, which takes less than ten.
    static constexpr int maxHandshakeRecords = 1024;

    /// Counts the records that the session reads. With one too many it reads nothing any more: its calls fail
    /// then, and isFlooded(). @param session that reads only as long as this exists.
    void watch(SSL *session);

    /// The others have had theirs.
    void begin() { m_cost = 0; }
    /// Until endHandshake().
    void beginHandshake() { m_mostInARow = maxHandshakeRecords; }
    void endHandshake();
    /// The session gave octets to its reader.
    void noteData() { m_ownInARow = 0; }

    /// It is time for the others.
    bool isOver() const { return m_cost >= maxCost; }
    /// Too many records came that are none of application data.
    bool isFlooded() const { return m_ownInARow > m_mostInARow; }

private:
    static void onMessage(int isWritten, int version, int contentType, const void *octets, std::size_t size,
                          SSL *session, void *turn);
    void noteOwnRecord(SSL *session);

    int m_cost = 0; ///< of this turn, in octets
    int m_ownInARow = 0;
    int m_mostInARow = maxOwnRecords;
};

} // namespace confab
