#pragma once

#include "server/piece.h"
#include "server/servertraffic.h"

#include <mutex>
#include <vector>

namespace confab {

/// Counts who got what was said within a turn, in how many octets, on all threads that hand it out. The last
/// of them to let go of it writes one record for each message.
class BroadcastTally
{
public:
    /// @param traffic outlives this.
    explicit BroadcastTally(ServerTraffic &traffic);
    ~BroadcastTally();
    Q_DISABLE_COPY_MOVE(BroadcastTally)

    /// The next message; before anyone counts.
    void add(Opcode type, const QByteArray &payload);
    /// So many got all of the piece. From any thread.
    void count(const Piece &piece, int delivered);

private:
    struct Entry
    {
        Opcode type;
        QByteArray payload;
        int delivered = 0;
        quint64 wireSize = 0; ///< of all that was delivered
    };
    ServerTraffic &m_traffic;
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace confab
