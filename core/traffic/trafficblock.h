#pragma once

#include "core/traffic/trafficrecord.h"

#include <QByteArrayView>

#include <vector>

namespace confab {

/// Some records that follow each other, close together in memory: a few allocations for hundreds of them.
/// Only ever grows at its end. Knows no clock and no lock; one that does not change any more may be read by
/// all.
class TrafficBlock
{
public:
    /// From so many records, or octets of payloads, on it is full. Nothing stops it there: whoever appends
    /// asks.
    static constexpr qsizetype fullAtRecords = 256;
    static constexpr qsizetype fullAtOctets = 64 * 1024;
    /// A payload up to this size is copied; a longer one is shared, if it can be.
    static constexpr qsizetype maxCopiedPayload = 4 * 1024;

    explicit TrafficBlock(quint64 firstNumber = 1)
        : m_firstNumber(firstNumber)
    {}

    /// Makes room for as much as is in another one.
    void reserveAs(const TrafficBlock &other);

    bool isEmpty() const { return m_entries.empty(); }
    bool isFull() const { return count() >= fullAtRecords || m_payloadOctets >= fullAtOctets; }
    qsizetype count() const { return qsizetype(m_entries.size()); }
    quint64 firstNumber() const { return m_firstNumber; }
    /// firstNumber() - 1 if it is empty.
    quint64 lastNumber() const { return m_firstNumber + m_entries.size() - 1; }
    /// Octets of payloads kept.
    qsizetype payloadOctets() const { return m_payloadOctets; }

    /// Keeps the first TrafficRecord::maxKeptPayload octets of the payload, and no memory that is larger.
    /// @param shared has the payload, if something does. @return the rest of the record, to be filled in;
    /// valid until the next call.
    TrafficFacts &append(const QString &peer, QByteArrayView payload, const QByteArray *shared = nullptr);
    /// One more with the peer, the payload and the facts of the last one, which there must be: payload and
    /// peer are kept once, whatever they count.
    TrafficFacts &appendAgain();
    /// Of the last one, if that is a Close or Ended.
    void setClose(const CloseStatus &status);
    /// Its number counts for nothing.
    void append(const TrafficRecord &record);
    /// All that are in another block; their numbers are those that follow here.
    void append(const TrafficBlock &other);
    /// Forgets all records, but not the memory for as many again.
    void clear();

    // Of the record with this index, from 0.
    const TrafficFacts &facts(qsizetype index) const { return entry(index).facts; }
    quint64 number(qsizetype index) const { return m_firstNumber + quint64(index); }
    QString peer(qsizetype index) const;
    QByteArray payload(qsizetype index) const;
    qsizetype payloadSize(qsizetype index) const { return entry(index).payloadSize; }
    TrafficRecord record(qsizetype index) const;

private:
    /// Where in m_words or m_octets something is; m_large has payloads that are longer than maxCopiedPayload.
    struct Entry
    {
        TrafficFacts facts;
        quint32 payloadAt = 0;
        quint32 payloadSize = 0;
        quint32 peerAt = 0;
        quint32 peerSize = 0;
        quint32 reasonAt = 0;
        quint32 reasonSize = 0;
        CloseCode closeCode = CloseCode::NoStatusReceived;
    };
    const Entry &entry(qsizetype index) const { return m_entries[std::size_t(index)]; }
    void placePeer(Entry &entry, const QString &peer);
    void placePayload(Entry &entry, QByteArrayView payload, const QByteArray *shared);

    quint64 m_firstNumber;
    qsizetype m_payloadOctets = 0;
    std::vector<Entry> m_entries;
    std::vector<char> m_octets;      ///< payloads
    std::vector<QByteArray> m_large; ///< likewise
    QString m_words;                 ///< peers and close reasons
    QString m_lastPeer;              ///< of the last entry; many in a row have the same
};

} // namespace confab
