#include "core/wire/closepayload.h"

#include "core/wire/utf8.h"

#include <QtEndian>

namespace confab {

WireError parseClosePayload(QByteArrayView payload, CloseStatus &status)
{
    if (payload.isEmpty()) {
        status = {};
        return WireError::None;
    }
    if (payload.size() == 1)
        return WireError::ClosePayloadOneOctet;
    const auto code = CloseCode(qFromBigEndian<quint16>(payload.data()));
    if (!mayAppearOnWire(code))
        return WireError::CloseCodeInvalid;
    const QByteArrayView reason = payload.sliced(sizeof(quint16));
    if (!isValidUtf8(reason))
        return WireError::CloseReasonNotUtf8;
    status = {code, textFromUtf8(reason)};
    return WireError::None;
}

} // namespace confab
