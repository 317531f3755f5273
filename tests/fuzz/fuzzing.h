#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace confab::fuzz {

/// What the fuzzer made up, taken from the front: first the choices, then the octets under test. Behind its
/// end there are zeros.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), qsizetype(size))
    {}

    bool isEmpty() const { return m_rest.isEmpty(); }

    quint8 octet() { return m_rest.isEmpty() ? quint8(0) : quint8(take(1).front()); }
    bool flag() { return (octet() & 1) != 0; }
    /// One of 0 … end - 1; at most 256 of them.
    int below(int end) { return octet() % end; }
    quint16 number()
    {
        const quint16 high = octet();
        return quint16(high << 8 | octet());
    }

    QByteArray take(qsizetype size)
    {
        const QByteArray taken = m_rest.first(std::min(size, m_rest.size()));
        m_rest = m_rest.sliced(taken.size());
        return taken;
    }
    QByteArray rest() { return take(m_rest.size()); }

private:
    QByteArray m_rest;
};

/// Ends the process, as a sanitizer does, if a rule does not hold.
inline void require(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "This does not hold: %s\n", rule);
    std::abort();
}

/// Cuts octets up into pieces of up to 1, 4 or 64 octets; the seed says how.
inline QList<QByteArray> cutUp(const QByteArray &octets, quint32 seed)
{
    constexpr quint32 longest[] = {1, 4, 64, 64};
    const quint32 most = longest[seed % std::size(longest)];
    QList<QByteArray> pieces;
    for (qsizetype begin = 0; begin < octets.size();) {
        seed = seed * 1664525 + 1013904223;
        const auto size = std::min(qsizetype(1 + (seed >> 16) % most), octets.size() - begin);
        pieces.append(octets.sliced(begin, size));
        begin += size;
    }
    return pieces;
}

/// As a decoder wants its octets: those of a byte array that nobody shares.
inline std::span<char> writable(QByteArray &octets)
{
    return {octets.data(), std::size_t(octets.size())};
}

} // namespace confab::fuzz
