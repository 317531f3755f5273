#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace confab {

/// Looks for octets among others, without regard to the case of English letters (Boyer, Moore, Horspool).
class OctetSearch
{
public:
    explicit OctetSearch(const QByteArray &wanted = {});

    /// True for nothing.
    bool isIn(QByteArrayView octets) const;

private:
    QByteArray m_wanted;               ///< in small letters
    std::array<qsizetype, 256> m_skip; ///< by the octet beneath the last one that is wanted
};

} // namespace confab
