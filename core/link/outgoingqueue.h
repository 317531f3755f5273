#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace confab {

/// Encoded frames that wait to be written, each held by reference, with the place up to which the first one
/// was written. Knows neither a bound nor a socket.
class OutgoingQueue
{
public:
    /// What one queued frame costs beside its octets, roughly, in octets of memory.
    static constexpr qsizetype frameOverhead = 64;

    void append(QByteArray frame);
    /// The rest of what was sent in part already, past the queue; that must be empty.
    void appendRest(QByteArray octets);

    bool isEmpty() const { return m_size == 0; }
    qsizetype frameCount() const { return qsizetype(m_frames.size() - m_first); }
    /// Octets not yet consumed.
    qsizetype size() const { return m_size; }
    /// Octets of memory that the queue holds on to, so that very many tiny frames count for what they take.
    qsizetype footprint() const { return m_size + frameCount() * frameOverhead; }
    /// What the first frame has of that; 0 if none waits.
    qsizetype frontFootprint() const
    {
        return isEmpty() ? 0 : m_frames[m_first].size() - m_frontOffset + frameOverhead;
    }

    /// Sets pieces to what comes first in the queue. @return how many were set. They stay valid until the
    /// queue changes.
    std::size_t gather(std::span<QByteArrayView> pieces) const;
    /// Removes octets from the front. @param octets at most size().
    void consume(qsizetype octets);
    /// Drops all frames but the first one if a part of that was consumed: the peer must get the rest of it.
    void dropUnstarted();
    void clear();

private:
    /// How many frames there is memory for while none waits.
    static constexpr std::size_t keptCapacity = 4;

    std::vector<QByteArray> m_frames;
    std::size_t m_first = 0;     ///< those before it are consumed
    qsizetype m_frontOffset = 0; ///< octets of the first frame that were consumed
    bool m_frontIsRest = false;  ///< the peer has a part of it, whatever the offset says
    qsizetype m_size = 0;
};

} // namespace confab
