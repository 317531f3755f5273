#include "core/wire/closecode.h"

namespace confab {

bool mayAppearOnWire(CloseCode code)
{
    const auto value = quint16(code);
    return (value >= 1000 && value <= 1003) || (value >= 1007 && value <= 1014) ||
           (value >= 3000 && value <= 4999);
}

QByteArray trimmedCloseReason(QStringView reason)
{
    QByteArray octets = reason.toUtf8();
    if (octets.size() <= maxCloseReasonSize)
        return octets;
    const auto continuesCharacter = [](char octet) { return (quint8(octet) & 0xC0) == 0x80; };
    qsizetype end = maxCloseReasonSize;
    while (end > 0 && continuesCharacter(octets.at(end)))
        --end;
    octets.truncate(end);
    return octets;
}

} // namespace confab
