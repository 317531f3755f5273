#pragma once

#include "core/wire/wireerror.h"

namespace confab {

/// Reads the payload of a received Close frame into status (RFC 6455 §5.5.1, §7.4).
/// @return None, ClosePayloadOneOctet, CloseCodeInvalid or CloseReasonNotUtf8; status is set only for None.
WireError parseClosePayload(QByteArrayView payload, CloseStatus &status);

} // namespace confab
