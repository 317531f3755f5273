#include "core/traffic/trafficblock.h"

#include <algorithm>

namespace confab {

void TrafficBlock::reserveAs(const TrafficBlock &other)
{
    m_entries.reserve(other.m_entries.size());
    m_octets.reserve(other.m_octets.size());
}

TrafficFacts &TrafficBlock::append(const QString &peer, QByteArrayView payload, const QByteArray *shared)
{
    Entry &added = m_entries.emplace_back();
    placePeer(added, peer);
    placePayload(added, payload, shared);
    return added.facts;
}

TrafficFacts &TrafficBlock::appendAgain()
{
    Entry &added = m_entries.emplace_back(m_entries.back());
    m_payloadOctets += added.payloadSize;
    return added.facts;
}

void TrafficBlock::setClose(const CloseStatus &status)
{
    Entry &last = m_entries.back();
    last.closeCode = status.code;
    last.reasonAt = quint32(m_words.size());
    last.reasonSize = quint32(status.reason.size());
    m_words += status.reason;
}

void TrafficBlock::append(const TrafficRecord &record)
{
    append(record.peer, record.payload, &record.payload) = static_cast<const TrafficFacts &>(record);
    setClose(record.close);
}

void TrafficBlock::append(const TrafficBlock &other)
{
    if (other.isEmpty())
        return;
    // Most batches are of one peer, and that is often the last one's.
    const bool samePeer = !isEmpty() && m_lastPeer.isSharedWith(other.m_lastPeer) &&
                          other.m_words.size() == qsizetype(other.m_entries.front().peerSize);
    const auto octetsBefore = quint32(m_octets.size());
    const auto largeBefore = quint32(m_large.size());
    const auto wordsBefore = samePeer ? m_entries.back().peerAt : quint32(m_words.size());
    const std::size_t entriesBefore = m_entries.size();
    m_entries.insert(m_entries.end(), other.m_entries.begin(), other.m_entries.end());
    for (std::size_t i = entriesBefore; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        entry.payloadAt += entry.payloadSize > maxCopiedPayload ? largeBefore : octetsBefore;
        entry.peerAt += wordsBefore;
        entry.reasonAt += wordsBefore;
    }
    m_octets.insert(m_octets.end(), other.m_octets.begin(), other.m_octets.end());
    m_large.insert(m_large.end(), other.m_large.begin(), other.m_large.end());
    m_payloadOctets += other.m_payloadOctets;
    if (samePeer)
        return;
    m_words += other.m_words;
    m_lastPeer = other.m_lastPeer;
}

void TrafficBlock::clear()
{
    m_entries.clear();
    m_octets.clear();
    m_large.clear();
    m_words.resize(0);
    m_lastPeer.clear();
    m_payloadOctets = 0;
}

QString TrafficBlock::peer(qsizetype index) const
{
    return m_words.mid(entry(index).peerAt, entry(index).peerSize);
}

QByteArray TrafficBlock::payload(qsizetype index) const
{
    const Entry &found = entry(index);
    if (found.payloadSize > maxCopiedPayload)
        return m_large[found.payloadAt];
    return QByteArray(m_octets.data() + found.payloadAt, qsizetype(found.payloadSize));
}

TrafficRecord TrafficBlock::record(qsizetype index) const
{
    const Entry &found = entry(index);
    TrafficRecord record;
    static_cast<TrafficFacts &>(record) = found.facts;
    record.number = number(index);
    record.peer = peer(index);
    record.payload = payload(index);
    record.close = {found.closeCode, m_words.mid(found.reasonAt, found.reasonSize)};
    return record;
}

/// The last peer's name is held on to, so that no other name can have come to lie where it is.
void TrafficBlock::placePeer(Entry &entry, const QString &peer)
{
    if (m_entries.size() > 1 && m_lastPeer.isSharedWith(peer)) {
        const Entry &before = m_entries[m_entries.size() - 2];
        entry.peerAt = before.peerAt;
        entry.peerSize = before.peerSize;
        return;
    }
    m_lastPeer = peer;
    entry.peerAt = quint32(m_words.size());
    entry.peerSize = quint32(peer.size());
    m_words += peer;
}

void TrafficBlock::placePayload(Entry &entry, QByteArrayView payload, const QByteArray *shared)
{
    const QByteArrayView kept = payload.first(std::min(payload.size(), TrafficRecord::maxKeptPayload));
    entry.payloadSize = quint32(kept.size());
    m_payloadOctets += kept.size();
    if (kept.size() <= maxCopiedPayload) {
        entry.payloadAt = quint32(m_octets.size());
        m_octets.insert(m_octets.end(), kept.begin(), kept.end());
        return;
    }
    entry.payloadAt = quint32(m_large.size());
    // Cut, it does not share the memory of the whole.
    m_large.push_back(shared && kept.size() == payload.size() ? *shared : kept.toByteArray());
}

} // namespace confab
