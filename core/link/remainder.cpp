#include "core/link/remainder.h"

#include <algorithm>

namespace confab {

Remainder::Remainder(std::span<const QByteArrayView> pieces)
{
    for (const QByteArrayView &piece : pieces) {
        if (piece.isEmpty())
            continue;
        m_pieces.append(piece);
        m_size += piece.size();
    }
}

void Remainder::consume(qint64 octets)
{
    m_size -= octets;
    while (m_first < m_pieces.size() && octets >= m_pieces[m_first].size())
        octets -= m_pieces[m_first++].size();
    if (octets > 0)
        m_pieces[m_first] = m_pieces[m_first].sliced(qsizetype(octets));
}

void Remainder::take(qint64 room, QByteArray &joined)
{
    qint64 left = std::min(room, m_size);
    joined.reserve(joined.size() + qsizetype(left));
    while (left > 0) {
        const QByteArrayView piece = m_pieces[m_first];
        const qsizetype count = std::min(piece.size(), qsizetype(left));
        joined.append(piece.first(count));
        consume(count);
        left -= count;
    }
}

} // namespace confab
