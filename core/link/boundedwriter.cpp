#include "core/link/boundedwriter.h"

#include "core/link/remainder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace confab {

namespace {

/// How many frames are offered to the transport at once. Few: mostly there is one, and the array is made for
/// it.
constexpr std::size_t maxPieces = 64;

/// How much is gathered at most; what is longer has a piece of its own, which is not copied.
constexpr qsizetype maxGathered = 128 * 1024;

} // namespace

BoundedWriter::BoundedWriter(Transport &transport, qsizetype maxSize, std::chrono::milliseconds patience)
    : m_maxSize(maxSize)
    , m_patience(patience)
    , m_transport(transport)
{}

bool BoundedWriter::append(QByteArray frame, Sharing sharing)
{
    if (QByteArray *place = gatheringPlace(frame.size())) {
        place->append(frame);
        return true;
    }
    queueGathered();
    m_queue.append(std::move(frame));
    return isWithinBound(sharing);
}

/// False if the queue is too long even after the transport took what it could: then it was dropped.
bool BoundedWriter::isWithinBound(Sharing sharing)
{
    if (waitingBehind() <= m_maxSize)
        return true;
    // What is queued within one turn of the event loop may be more than the bound for a peer that does read.
    write();
    if (waitingBehind() <= m_maxSize || (sharing == Sharing::Many && mayHaveMore()))
        return true;
    m_overflowSize = bufferedAmount();
    m_queue.dropUnstarted();
    return false;
}

bool BoundedWriter::appendAndWrite(const QByteArray &frame)
{
    if (!isEmpty())
        return append(frame, Sharing::Many);
    const QByteArrayView piece(frame);
    const auto taken = qsizetype(m_transport.write(std::span(&piece, 1)));
    if (taken == frame.size())
        return true;
    m_queue.append(frame);
    m_queue.consume(taken);
    noteRefused();
    return isWithinBound(Sharing::Many);
}

void BoundedWriter::appendLast(QByteArray frame)
{
    queueGathered();
    m_queue.append(std::move(frame));
}

void BoundedWriter::gatherIn(QByteArray *memory)
{
    Q_ASSERT(!hasGathered() && (!memory || memory->isEmpty()));
    m_gathered = memory;
}

QByteArray *BoundedWriter::gatheringPlace(qsizetype atMost)
{
    if (!m_gathered || m_gathered->size() + atMost > maxGathered)
        return nullptr;
    // Behind what waits, all that is gathered is one frame more.
    const qsizetype waiting = m_queue.isEmpty() ? 0 : load() + OutgoingQueue::frameOverhead;
    return std::max(waiting, m_gathered->size()) + atMost <= m_maxSize ? m_gathered : nullptr;
}

bool BoundedWriter::writeThrough(QByteArrayView header, QByteArrayView payload)
{
    const std::array<QByteArrayView, 3> pieces{QByteArrayView(*m_gathered), header, payload};
    Remainder remainder(pieces);
    const auto taken = qsizetype(m_transport.write(remainder.pieces()));
    remainder.consume(taken);
    if (remainder.size() > 0) {
        QByteArray rest;
        remainder.take(remainder.size(), rest);
        takenInPart(taken, std::move(rest));
    }
    m_gathered->resize(0);
    return isWithinBound(Sharing::One);
}

/// The memory is for the next one: what the transport does not take at once is copied.
bool BoundedWriter::writeGathered()
{
    const QByteArrayView octets(*m_gathered);
    const auto taken = qsizetype(m_transport.write(std::span(&octets, 1)));
    if (taken < octets.size())
        takenInPart(taken, octets.sliced(taken).toByteArray());
    m_gathered->resize(0);
    return taken > 0;
}

/// Frames of which the peer has a part must not be dropped; those of which it has none may be.
void BoundedWriter::takenInPart(qsizetype taken, QByteArray rest)
{
    if (taken > 0)
        m_queue.appendRest(std::move(rest));
    else
        m_queue.append(std::move(rest));
    noteRefused();
}

/// The system takes no more for now: what comes from here on shows whether the peer reads.
void BoundedWriter::noteRefused()
{
    if (std::exchange(m_isRefused, true))
        return;
    m_lastTaken.reset();
    m_acknowledged = m_transport.progress().acknowledged;
}

void BoundedWriter::queueGathered()
{
    if (!hasGathered())
        return;
    m_queue.append(QByteArrayView(*m_gathered).toByteArray());
    m_gathered->resize(0);
}

bool BoundedWriter::write()
{
    if (hasGathered() && m_queue.isEmpty())
        return writeGathered();
    queueGathered();
    const qsizetype before = m_queue.size();
    std::array<QByteArrayView, maxPieces> pieces;
    while (!m_queue.isEmpty()) {
        const std::span<const QByteArrayView> first(pieces.data(), m_queue.gather(pieces));
        qsizetype offered = 0;
        for (const QByteArrayView &piece : first)
            offered += piece.size();
        const qsizetype taken = qsizetype(m_transport.write(first));
        m_queue.consume(taken);
        if (taken < offered)
            break;
    }
    const bool hasTaken = m_queue.size() < before;
    if (m_queue.isEmpty())
        m_isRefused = false;
    else if (m_isRefused && hasTaken)
        m_lastTaken = std::chrono::steady_clock::now();
    else
        noteRefused();
    return hasTaken;
}

void BoundedWriter::clear()
{
    if (m_gathered)
        m_gathered->resize(0);
    m_queue.clear();
}

qsizetype BoundedWriter::bufferedAmount() const
{
    return m_queue.size() + (m_gathered ? m_gathered->size() : 0) + qsizetype(m_transport.pendingSize());
}

qsizetype BoundedWriter::load() const
{
    return bufferedAmount() - m_queue.size() + m_queue.footprint();
}

/// The frame under way is not counted: one alone may be larger than the bound.
qsizetype BoundedWriter::waitingBehind() const
{
    return load() - m_queue.frontFootprint();
}

/// It has taken something since the system first refused, and not long ago. The transport may wait for a
/// third of what the system holds to be gone before it takes more: what the peer's system acknowledges counts
/// too.
bool BoundedWriter::mayHaveMore()
{
    if (waitingBehind() > readingFactor * m_maxSize)
        return false;
    const auto now = std::chrono::steady_clock::now();
    const quint64 before = std::exchange(m_acknowledged, m_transport.progress().acknowledged);
    if (m_acknowledged > before)
        m_lastTaken = now;
    return m_lastTaken && now - *m_lastTaken < m_patience;
}

} // namespace confab
