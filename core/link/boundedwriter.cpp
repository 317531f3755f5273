#include "core/link/boundedwriter.h"

#include <array>
#include <utility>

namespace confab {

namespace {

/// How many frames are offered to the transport at once. Few: mostly there is one, and the array is made for
/// it.
constexpr std::size_t maxGathered = 64;

} // namespace

BoundedWriter::BoundedWriter(Transport &transport, qsizetype maxSize)
    : m_transport(transport)
    , m_maxSize(maxSize)
{}

bool BoundedWriter::append(QByteArray frame)
{
    m_queue.append(std::move(frame));
    return isWithinBound();
}

/// False if the queue is too long even after the transport took what it could: then it was dropped.
bool BoundedWriter::isWithinBound()
{
    if (!isOverfull())
        return true;
    // What is queued within one turn of the event loop may be more than the bound for a peer that does read.
    write();
    if (!isOverfull())
        return true;
    m_overflowSize = bufferedAmount();
    m_queue.dropUnstarted();
    return false;
}

bool BoundedWriter::appendAndWrite(const QByteArray &frame)
{
    if (!m_queue.isEmpty())
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
    m_queue.append(std::move(frame));
}

bool BoundedWriter::write()
{
    const qsizetype before = m_queue.size();
    std::array<QByteArrayView, maxGathered> pieces;
    while (!m_queue.isEmpty()) {
        const std::span<const QByteArrayView> gathered(pieces.data(), m_queue.gather(pieces));
        qsizetype offered = 0;
        for (const QByteArrayView &piece : gathered)
            offered += piece.size();
        const qsizetype taken = qsizetype(m_transport.write(gathered));
        m_queue.consume(taken);
        if (taken < offered)
            break;
    }
    return m_queue.size() < before;
}

qsizetype BoundedWriter::bufferedAmount() const
{
    return m_queue.size() + qsizetype(m_transport.pendingSize());
}

bool BoundedWriter::isOverfull() const
{
    return m_queue.footprint() + qsizetype(m_transport.pendingSize()) > m_maxSize;
}

} // namespace confab
