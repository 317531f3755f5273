#include "ui/views/octetsearch.h"

namespace confab {

namespace {

char lower(char octet)
{
    return octet >= 'A' && octet <= 'Z' ? char(octet + ('a' - 'A')) : octet;
}

} // namespace

OctetSearch::OctetSearch(const QByteArray &wanted)
    : m_wanted(wanted.toLower())
{
    m_skip.fill(m_wanted.size());
    for (qsizetype i = 0; i + 1 < m_wanted.size(); ++i)
        m_skip[quint8(m_wanted.at(i))] = m_wanted.size() - 1 - i;
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        m_skip[quint8(letter)] = m_skip[quint8(lower(letter))];
}

bool OctetSearch::isIn(QByteArrayView octets) const
{
    const qsizetype last = m_wanted.size() - 1;
    if (last < 0)
        return true;
    for (qsizetype end = last; end < octets.size(); end += m_skip[quint8(octets[end])]) {
        qsizetype left = last;
        while (left >= 0 && lower(octets[end - last + left]) == m_wanted.at(left))
            --left;
        if (left < 0)
            return true;
    }
    return false;
}

} // namespace confab
