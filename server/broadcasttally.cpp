#include "server/broadcasttally.h"

namespace confab {

BroadcastTally::BroadcastTally(std::shared_ptr<TrafficLog> log)
    : m_log(std::move(log))
{}

BroadcastTally::~BroadcastTally()
{
    TrafficBlock records;
    const qint64 now = microsecondsNow();
    for (const Entry &entry : m_entries) {
        if (entry.delivered == 0)
            continue;
        appendBroadcast(records, now, entry.type, entry.payload, entry.delivered,
                        entry.wireSize / quint64(entry.delivered));
        if (records.isFull()) {
            m_log->append(records);
            records.clear();
        }
    }
    m_log->append(records);
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
