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

BoundedWriter::BoundedWriter(Transport &transport, qsizetype maxSize)
    : m_maxSize(maxSize)
    , m_transport(transport)
{}

bool BoundedWriter::append(QByteArray frame)
{
    if (QByteArray *place = gatheringPlace(frame.size())) {
        place->append(frame);
        return true;
    }
    queueGathered();
    m_queue.append(std::move(frame));
    return isWithinBound();
}

/// False if the queue is too long even after the transport took what it could: then it was dropped.
bool BoundedWriter::isWithinBound()
{
    if (waitingBehind() <= m_maxSize)
        return true;
    // What is queued within one turn of the event loop may be more than the bound for a peer that does read.
    write();
    if (waitingBehind() <= m_maxSize)
        return true;
    m_overflowSize = bufferedAmount();
    m_queue.dropUnstarted();
    return false;
}

bool BoundedWriter::appendAndWrite(const QByteArray &frame)
{
    if (!isEmpty())
        return append(frame);
    const QByteArrayView piece(frame);
    const auto taken = qsizetype(m_transport.write(std::span(&piece, 1)));
    if (taken == frame.size())
        return true;
    m_queue.append(frame);
    m_queue.consume(taken);
    return isWithinBound();
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
    return isWithinBound();
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
    return m_queue.size() < before;
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

} // namespace confab
