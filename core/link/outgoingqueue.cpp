#include "core/link/outgoingqueue.h"

#include <algorithm>
#include <utility>

namespace confab {

void OutgoingQueue::append(QByteArray frame)
{
    if (frame.isEmpty())
        return;
    m_size += frame.size();
    m_frames.push_back(std::move(frame));
}

void OutgoingQueue::appendRest(QByteArray octets)
{
    Q_ASSERT(isEmpty());
    m_frontIsRest = !octets.isEmpty();
    append(std::move(octets));
}

std::size_t OutgoingQueue::gather(std::span<QByteArrayView> pieces) const
{
    const std::size_t count = std::min(pieces.size(), m_frames.size() - m_first);
    std::copy_n(m_frames.begin() + std::ptrdiff_t(m_first), count, pieces.begin());
    if (count > 0)
        pieces[0] = pieces[0].sliced(m_frontOffset);
    return count;
}

void OutgoingQueue::consume(qsizetype octets)
{
    Q_ASSERT(octets >= 0 && octets <= m_size);
    m_size -= octets;
    if (m_size == 0) {
        clear();
        return;
    }
    m_frontOffset += octets;
    while (m_frontOffset >= m_frames[m_first].size()) {
        m_frontOffset -= m_frames[m_first].size();
        m_frames[m_first++] = QByteArray(); // not {}: that would be a null const char *
        m_frontIsRest = false;
    }
    if (m_first > m_frames.size() / 2) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + std::ptrdiff_t(m_first));
        m_first = 0;
    }
}

void OutgoingQueue::dropUnstarted()
{
    if (m_frontOffset == 0 && !m_frontIsRest) {
        clear();
        return;
    }
    m_frames.resize(m_first + 1);
    m_size = m_frames[m_first].size() - m_frontOffset;
}

void OutgoingQueue::clear()
{
    if (m_frames.capacity() > keptCapacity)
        std::vector<QByteArray>().swap(m_frames);
    else
        m_frames.clear();
    m_first = 0;
    m_frontOffset = 0;
    m_frontIsRest = false;
    m_size = 0;
}

} // namespace confab
