#include "core/traffic/trafficblock.h"

#include <algorithm>
#include <span>

namespace confab {

void TrafficBlock::reserveAs(const TrafficBlock &other)
{
    m_entries.reserve(other.m_entries.size());
    m_octets.reserve(other.m_octets.size());
}

void TrafficBlock::append(const TrafficFacts &facts, const QString &peer, const Content &content)
{
    const QByteArrayView payload = content.payload;
    const QByteArrayView kept = payload.first(std::min(payload.size(), TrafficRecord::maxKeptPayload));
    const QByteArrayView headers = content.frameHeaders;
    const bool headersBefore =
        headers.isEmpty() || (kept.size() <= maxCopiedPayload && headers.size() <= maxHeadersBefore);
    const bool hasRest = !isOrdinary(facts, kept.size()) || !headersBefore ||
                         (content.close && *content.close != CloseStatus());
    const quint32 rest = hasRest
                             ? placeRest(facts, {payload, content.shared,
                                                 headersBefore ? QByteArrayView() : headers, content.close})
                             : nothing;
    if (headersBefore)
        m_octets.append(std::span(headers.data(), std::size_t(headers.size())));
    *m_entries.add() = {facts.time,
                        quint32(facts.wireSize),
                        placePayload(kept, payload, content.shared),
                        quint32(kept.size()),
                        addParty(facts.connection, facts.recipients, facts.source, peer),
                        rest,
                        facts.direction,
                        facts.kind,
                        headersBefore ? quint8(headers.size()) : quint8(0)};
    m_keptOctets += kept.size() + headers.size();
}

void TrafficBlock::append(const TrafficRecord &record)
{
    append(record, record.peer, {record.payload, &record.payload, record.frameHeaders, &record.close});
}

void TrafficBlock::append(const TrafficBlock &other)
{
    if (other.isEmpty())
        return;
    // Most batches are of one peer, and that is often the last one's.
    const Party &first = other.m_parties.front();
    const bool samePeer = isLast(first, other.words(first.nameAt, first.nameSize));
    const quint32 partiesBefore = m_parties.size() - quint32(samePeer);
    const quint32 restsBefore = m_rests.size();
    const quint32 octetsBefore = m_octets.append(other.m_octets);
    const auto largeBefore = quint32(m_large.size());
    Entry *added = m_entries.add(other.m_entries.size());
    for (const Entry &entry : other.m_entries.values()) {
        *added = entry;
        added->payloadAt += entry.payloadSize > maxCopiedPayload ? largeBefore : octetsBefore;
        added->party += partiesBefore;
        added->rest += entry.rest == nothing ? 0 : restsBefore;
        ++added;
    }
    m_keptOctets += other.m_keptOctets;
    m_large.insert(m_large.end(), other.m_large.begin(), other.m_large.end());
    if (samePeer && other.m_parties.size() == 1 && other.m_rests.isEmpty())
        return;
    const quint32 wordsBefore = m_words.append(other.m_words);
    for (Party party : other.m_parties.values().subspan(std::size_t(samePeer))) {
        party.nameAt += wordsBefore;
        m_parties.append(party);
    }
    for (Rest rest : other.m_rests.values()) {
        rest.reasonAt += wordsBefore;
        rest.headersAt += octetsBefore;
        m_rests.append(rest);
    }
}

void TrafficBlock::clear()
{
    m_entries.clear();
    m_parties.clear();
    m_rests.clear();
    m_octets.clear();
    m_large.clear();
    m_words.clear();
    m_keptOctets = 0;
}

quint32 TrafficBlock::addParty(ConnectionId connection, quint32 recipients, TrafficSource source,
                               QStringView name)
{
    Party party{connection, recipients, 0, quint32(name.size()), source};
    if (isLast(party, name))
        return m_parties.size() - 1;
    party.nameAt = placeWords(name);
    return m_parties.append(party);
}

TrafficFacts TrafficBlock::facts(qsizetype index) const
{
    const Entry &found = entry(index);
    const Party &party = m_parties[found.party];
    TrafficFacts facts;
    facts.time = found.time;
    facts.connection = party.connection;
    facts.size = found.payloadSize;
    facts.wireSize = found.wireSize;
    facts.recipients = party.recipients;
    facts.source = party.source;
    facts.direction = found.direction;
    facts.kind = found.kind;
    if (found.rest == nothing)
        return facts;
    const Rest &rest = m_rests[found.rest];
    facts.size = rest.size;
    facts.wireSize = rest.wireSize;
    facts.fragments = rest.fragments;
    facts.status = rest.status;
    facts.error = rest.error;
    facts.exceeded = rest.exceeded;
    facts.cause = rest.cause;
    facts.isUnfinished = rest.isUnfinished;
    return facts;
}

QString TrafficBlock::peer(qsizetype index) const
{
    const Party &party = m_parties[entry(index).party];
    return words(party.nameAt, party.nameSize).toString();
}

QByteArray TrafficBlock::payload(qsizetype index) const
{
    const Entry &found = entry(index);
    if (found.payloadSize > maxCopiedPayload)
        return m_large[found.payloadAt];
    return QByteArray(m_octets.data() + found.payloadAt, qsizetype(found.payloadSize));
}

QByteArray TrafficBlock::frameHeaders(qsizetype index) const
{
    const Entry &found = entry(index);
    if (found.headerSize > 0)
        return QByteArray(m_octets.data() + found.payloadAt - found.headerSize, found.headerSize);
    if (found.rest == nothing)
        return {};
    const Rest &rest = m_rests[found.rest];
    return QByteArray(m_octets.data() + rest.headersAt, qsizetype(rest.headersSize));
}

TrafficRecord TrafficBlock::record(qsizetype index) const
{
    TrafficRecord record;
    static_cast<TrafficFacts &>(record) = facts(index);
    record.number = number(index);
    record.peer = peer(index);
    record.payload = payload(index);
    record.frameHeaders = frameHeaders(index);
    if (const quint32 at = entry(index).rest; at != nothing) {
        const Rest &rest = m_rests[at];
        record.close = {rest.closeCode, words(rest.reasonAt, rest.reasonSize).toString()};
    }
    return record;
}

TrafficBlock::Accepted TrafficBlock::accepted(const TrafficFilter &filter) const
{
    const auto parties = m_parties.values();
    const auto count = std::count_if(parties.begin(), parties.end(),
                                     [&filter](const Party &party) { return isAccepted(party, filter); });
    if (count == 0)
        return Accepted::None;
    return count == std::ssize(parties) ? Accepted::All : Accepted::Some;
}

/// Whether the last party here is that one, of another block, with this name.
bool TrafficBlock::isLast(const Party &party, QStringView name) const
{
    if (m_parties.isEmpty())
        return false;
    const Party &last = m_parties.back();
    return last.connection == party.connection && last.recipients == party.recipients &&
           last.source == party.source && words(last.nameAt, last.nameSize) == name;
}

/// Whether all that a record says is what an entry has place for.
bool TrafficBlock::isOrdinary(const TrafficFacts &facts, qsizetype payloadSize)
{
    return facts.size == quint64(payloadSize) && facts.wireSize <= maxShort && facts.fragments == 1 &&
           facts.status == 0 && facts.error == WireError::None && facts.exceeded == Bound::None &&
           facts.cause == 0 && !facts.isUnfinished;
}

void TrafficBlock::sayInOneFragment(Entry &entry, quint64 wireSize)
{
    TrafficFacts facts = this->facts(count() - 1);
    facts.wireSize = wireSize;
    facts.fragments = 1;
    entry.rest = isOrdinary(facts, entry.payloadSize) ? nothing : placeRest(facts, {});
}

// Each of the following says where it was placed.

quint32 TrafficBlock::placePayload(QByteArrayView kept, QByteArrayView payload, const QByteArray *shared)
{
    if (kept.size() <= maxCopiedPayload)
        return m_octets.append(std::span(kept.data(), std::size_t(kept.size())));
    // Neither cut nor with room to spare does it share memory that is larger.
    const bool isTight = shared && kept.size() == payload.size() &&
                         shared->capacity() - shared->size() <= shared->size() / maxSpare;
    m_large.push_back(isTight ? *shared : kept.toByteArray());
    return quint32(m_large.size() - 1);
}

quint32 TrafficBlock::placeRest(const TrafficFacts &facts, const Content &content)
{
    const QByteArrayView headers = content.frameHeaders;
    Rest rest{.size = facts.size,
              .wireSize = facts.wireSize,
              .fragments = facts.fragments,
              .status = facts.status,
              .reasonAt = 0,
              .reasonSize = 0,
              .headersAt = m_octets.append(std::span(headers.data(), std::size_t(headers.size()))),
              .headersSize = quint32(headers.size()),
              .closeCode = CloseCode::NoStatusReceived,
              .error = facts.error,
              .exceeded = facts.exceeded,
              .cause = facts.cause,
              .isUnfinished = facts.isUnfinished};
    if (const CloseStatus *close = content.close) {
        rest.closeCode = close->code;
        rest.reasonAt = placeWords(close->reason);
        rest.reasonSize = quint32(close->reason.size());
    }
    return m_rests.append(rest);
}

quint32 TrafficBlock::placeWords(QStringView words)
{
    return m_words.append(std::span(words.utf16(), std::size_t(words.size())));
}

} // namespace confab
