#include "core/link/outgoingqueue.h"

#include <utility>

namespace confab {

void OutgoingQueue::append(QByteArray frame)
{
    if (frame.isEmpty())
        return;
    m_size += frame.size();
    m_frames.push_back(std::move(frame));
}

std::size_t OutgoingQueue::gather(std::span<QByteArrayView> pieces) const
{
    std::size_t count = 0;
    for (auto frame = m_frames.cbegin(); frame != m_frames.cend() && count < pieces.size(); ++frame)
        pieces[count++] = *frame;
    if (count > 0)
        pieces[0] = pieces[0].sliced(m_frontOffset);
    return count;
}

void OutgoingQueue::consume(qsizetype octets)
{
    Q_ASSERT(octets >= 0 && octets <= m_size);
    m_size -= octets;
    m_frontOffset += octets;
    while (!m_frames.empty() && m_frontOffset >= m_frames.front().size()) {
        m_frontOffset -= m_frames.front().size();
        m_frames.pop_front();
    }
}

void OutgoingQueue::dropUnstarted()
{
    if (m_frontOffset == 0) {
        clear();
        return;
    }
    m_frames.resize(1);
    m_size = m_frames.front().size() - m_frontOffset;
}

void OutgoingQueue::clear()
{
    m_frames.clear();
    m_frontOffset = 0;
    m_size = 0;
}

} // namespace confab
