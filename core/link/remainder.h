#pragma once

#include <QByteArray>
#include <QVarLengthArray>

#include <span>

namespace confab {

/// What is left to be taken of the pieces of one Transport::write(), without those that are empty. Refers to
/// the pieces' octets.
class Remainder
{
public:
    explicit Remainder(std::span<const QByteArrayView> pieces);

    std::span<const QByteArrayView> pieces() const
    {
        return std::span(m_pieces).subspan(std::size_t(m_first));
    }
    qint64 size() const { return m_size; }
    /// The first octets are taken.
    void consume(qint64 octets);

    /// Appends the first octets, at most room, to what is joined, and consumes them.
    void take(qint64 room, QByteArray &joined);

private:
    QVarLengthArray<QByteArrayView, 256> m_pieces;
    qsizetype m_first = 0;
    qint64 m_size = 0;
};

} // namespace confab
