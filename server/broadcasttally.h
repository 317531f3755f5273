#pragma once

#include "core/traffic/trafficwriter.h"
#include "server/piece.h"

#include <memory>
#include <mutex>
#include <vector>

namespace confab {

/// Counts who got what was said within a turn, in how many octets, on all threads that hand it out. The last
/// of them to let go of it writes one record for each message.
class BroadcastTally
{
public:
    explicit BroadcastTally(std::shared_ptr<TrafficLog> log);
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
    const std::shared_ptr<TrafficLog> m_log;
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace confab
