#pragma once

#include "core/traffic/plainarray.h"
#include "core/traffic/trafficfilter.h"
#include "core/traffic/trafficrecord.h"

#include <QByteArrayView>
#include <QStringView>

#include <vector>

namespace confab {

/// Some records that follow each other, close together in memory: a few allocations for hundreds of them, and
/// for each one 32 octets, its payload and its frame's header. What many have in common (whose they are) or
/// few have at all is apart. Only ever grows at its end. Knows no clock and no lock; one that does not change
/// any more may be read by all.
class TrafficBlock
{
public:
    /// From so many records, or octets of payloads, on it is full. Nothing stops it there: whoever appends
    /// asks.
    static constexpr qsizetype fullAtRecords = 512;
    static constexpr qsizetype fullAtOctets = 64 * 1024;
    /// A payload up to this size is copied; a longer one is shared, if it can be.
    static constexpr qsizetype maxCopiedPayload = 4 * 1024;
    /// And so can one alone that has at most this part of its size to spare in its memory: 1 of 8.
    static constexpr qsizetype maxSpare = 8;

    explicit TrafficBlock(quint64 firstNumber = 1)
        : m_firstNumber(firstNumber)
    {}

    /// Makes room for as much as is in another one.
    void reserveAs(const TrafficBlock &other);

    bool isEmpty() const { return m_entries.isEmpty(); }
    bool isFull() const { return count() >= fullAtRecords || m_keptOctets >= fullAtOctets; }
    qsizetype count() const { return qsizetype(m_entries.size()); }
    quint64 firstNumber() const { return m_firstNumber; }
    /// firstNumber() - 1 if it is empty.
    quint64 lastNumber() const { return m_firstNumber + m_entries.size() - 1; }
    /// Octets of payloads and of frame headers kept.
    qsizetype keptOctets() const { return m_keptOctets; }

    /// What a record keeps beside its facts and its peer.
    struct Content
    {
        QByteArrayView payload = {};        ///< its first TrafficRecord::maxKeptPayload octets are kept
        const QByteArray *shared = nullptr; ///< has the payload, if something does
        QByteArrayView frameHeaders = {};
        const CloseStatus *close = nullptr; ///< of a Close or Ended
    };
    /// Keeps no memory that is larger than what it needs.
    void append(const TrafficFacts &facts, const QString &peer, const Content &content);
    /// What most records are: a message in one fragment that is small enough to be copied. @param party
    /// addParty() gave it.
    void appendPlain(qint64 time, Direction direction, TrafficKind kind, quint32 party,
                     QByteArrayView payload, QByteArrayView frameHeader, quint32 wireSize)
    {
        const auto size = quint32(payload.size());
        Entry *added = m_entries.add();
        added->time = time;
        added->wireSize = wireSize;
        added->payloadAt = placeBehind(frameHeader, payload);
        added->payloadSize = size;
        added->party = party;
        added->rest = nothing;
        added->direction = direction;
        added->kind = kind;
        added->headerSize = quint8(frameHeader.size());
        m_keptOctets += size + frameHeader.size();
    }
    /// What the last one says was received has been sent back, in one fragment: payload and peer are kept
    /// once, whatever they count. Its frame was another one.
    void appendSentBack(qint64 time, quint64 wireSize)
    {
        Entry *sent = m_entries.add();
        *sent = *(sent - 1);
        sent->time = time;
        sent->wireSize = quint32(wireSize);
        sent->direction = Direction::Sent;
        sent->headerSize = 0;
        m_keptOctets += sent->payloadSize;
        if (sent->rest != nothing || wireSize > maxShort) [[unlikely]]
            sayInOneFragment(*sent, wireSize);
    }
    /// Whose the records are that follow, for appendPlain(). @return its index, until clear().
    quint32 addParty(ConnectionId connection, quint32 recipients, TrafficSource source, QStringView name);
    /// Its number counts for nothing.
    void append(const TrafficRecord &record);
    /// All that are in another block; their numbers are those that follow here.
    void append(const TrafficBlock &other);
    /// Forgets all records, but not the memory for as many again.
    void clear();

    // Of the record with this index, from 0.
    TrafficFacts facts(qsizetype index) const;
    quint64 number(qsizetype index) const { return m_firstNumber + quint64(index); }
    QString peer(qsizetype index) const;
    QByteArray payload(qsizetype index) const;
    QByteArray frameHeaders(qsizetype index) const;
    /// What it counts for in keptOctets().
    qsizetype keptSize(qsizetype index) const
    {
        const Entry &found = entry(index);
        const qsizetype size = qsizetype(found.payloadSize) + found.headerSize;
        return found.rest == nothing ? size : size + m_rests[found.rest].headersSize;
    }
    TrafficRecord record(qsizetype index) const;
    bool isAccepted(qsizetype index, const TrafficFilter &filter) const
    {
        return isAccepted(m_parties[entry(index).party], filter);
    }
    /// How many the filter accepts, told without a look at each.
    enum class Accepted : quint8 { None, Some, All };
    Accepted accepted(const TrafficFilter &filter) const;

private:
    static constexpr quint32 nothing = ~quint32(0);
    static constexpr quint64 maxShort = ~quint32(0);
    static constexpr qsizetype maxHeadersBefore = 255;
    struct Entry
    {
        qint64 time;
        quint32 wireSize;
        quint32 payloadAt; ///< in m_octets, or, if it is longer than maxCopiedPayload, in m_large
        quint32 payloadSize;
        quint32 party; ///< in m_parties
        quint32 rest;  ///< in m_rests, or nothing
        Direction direction;
        TrafficKind kind;
        quint8 headerSize; ///< of the frame headers right before a payload that was copied, if they fit
    };
    /// Who sent or received.
    struct Party
    {
        ConnectionId connection;
        quint32 recipients;
        quint32 nameAt; ///< in m_words
        quint32 nameSize;
        TrafficSource source;
    };
    /// What most records need not say, and what does not fit.
    struct Rest
    {
        quint64 size;
        quint64 wireSize;
        quint32 fragments;
        int status;
        quint32 reasonAt; ///< in m_words
        quint32 reasonSize;
        quint32 headersAt; ///< in m_octets: frame headers that are not before a payload
        quint32 headersSize;
        CloseCode closeCode;
        WireError error;
        Bound exceeded;
        quint8 cause;
        bool isUnfinished;
    };
    /// What arrives has its header right before it. @return where the payload is in m_octets.
    quint32 placeBehind(QByteArrayView header, QByteArrayView payload)
    {
        if (header.data() + header.size() == payload.data()) {
            const QByteArrayView frame(header.data(), payload.data() + payload.size());
            return m_octets.append(std::span(frame.data(), std::size_t(frame.size()))) +
                   quint32(header.size());
        }
        m_octets.append(std::span(header.data(), std::size_t(header.size())));
        return m_octets.append(std::span(payload.data(), std::size_t(payload.size())));
    }
    static bool isAccepted(const Party &party, const TrafficFilter &filter)
    {
        return filter.accepts(party.source, party.connection);
    }
    const Entry &entry(qsizetype index) const { return m_entries[std::size_t(index)]; }
    QStringView words(quint32 at, quint32 size) const { return {m_words.data() + at, qsizetype(size)}; }
    bool isLast(const Party &party, QStringView name) const;
    static bool isOrdinary(const TrafficFacts &facts, qsizetype payloadSize);
    void sayInOneFragment(Entry &entry, quint64 wireSize);
    quint32 placePayload(QByteArrayView kept, QByteArrayView payload, const QByteArray *shared);
    quint32 placeRest(const TrafficFacts &facts, const Content &content);
    quint32 placeWords(QStringView words);

    quint64 m_firstNumber;
    qsizetype m_keptOctets = 0;
    PlainArray<Entry> m_entries;
    PlainArray<Party> m_parties; ///< one for many records in a row
    PlainArray<Rest> m_rests;
    PlainArray<char> m_octets;       ///< payloads and frame headers
    std::vector<QByteArray> m_large; ///< likewise
    PlainArray<char16_t> m_words;    ///< names and close reasons
};

} // namespace confab
