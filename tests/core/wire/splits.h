#pragma once

#include <QByteArray>
#include <QList>

#include <initializer_list>

namespace confab::test {

using Pieces = QList<QByteArray>;

/// Every way in which octets are cut up in these tests: whole, in two at each position, and octet by octet.
/// Long ones are cut in two near their ends only.
inline QList<Pieces> splitsOf(const QByteArray &octets)
{
    constexpr qsizetype nearEnd = 160;
    QList<Pieces> splits{{octets}};
    for (qsizetype cut = 1; cut < octets.size(); ++cut) {
        if (cut <= nearEnd || cut >= octets.size() - nearEnd)
            splits.append({octets.first(cut), octets.sliced(cut)});
    }
    Pieces single;
    for (const char octet : octets)
        single.append(QByteArray(1, octet));
    splits.append(single);
    return splits;
}

/// These octets: the low eight bits of each value.
inline QByteArray octetsOf(std::initializer_list<quint32> values)
{
    QByteArray octets;
    for (const quint32 value : values)
        octets.append(char(value & 0xFF));
    return octets;
}

/// Octets written in hexadecimal; blanks are for the eye.
inline QByteArray hex(const char *text)
{
    return QByteArray::fromHex(text);
}

} // namespace confab::test
