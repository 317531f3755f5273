#include "server/broadcasttally.h"

namespace confab {

BroadcastTally::BroadcastTally(ServerTraffic &traffic)
    : m_traffic(traffic)
{}

BroadcastTally::~BroadcastTally()
{
    for (const Entry &entry : m_entries) {
        if (entry.delivered > 0)
            m_traffic.broadcast(entry.type, entry.payload, entry.delivered,
                                entry.wireSize / quint64(entry.delivered));
    }
}

void BroadcastTally::add(Opcode type, const QByteArray &payload)
{
    m_entries.push_back({type, payload});
}

void BroadcastTally::count(const Piece &piece, int delivered)
{
    if (delivered == 0)
        return;
    const std::scoped_lock lock(m_mutex);
    for (const auto &[message, wireSize] : piece.wireSizes) {
        m_entries[message].delivered += delivered;
        m_entries[message].wireSize += quint64(delivered) * wireSize;
    }
}

} // namespace confab
