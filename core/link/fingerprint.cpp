#include "core/link/fingerprint.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

namespace confab {

QByteArray sha256Fingerprint(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper();
}

QByteArray normalisedFingerprint(const QByteArray &text)
{
    constexpr qsizetype digitCount = 64;
    QByteArray digits = text.toUpper();
    digits.removeIf([](char octet) { return octet == ':' || octet == ' '; });
    const bool areDigits = std::all_of(digits.cbegin(), digits.cend(), [](char octet) {
        return (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'F');
    });
    if (digits.size() != digitCount || !areDigits)
        return {};
    return QByteArray::fromHex(digits).toHex(':').toUpper();
}

} // namespace confab
