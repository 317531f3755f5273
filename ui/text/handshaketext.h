#pragma once

#include "core/wire/handshake.h"

#include <QString>

namespace confab {

/// What is wrong with an HTTP head, an opening handshake's request, or its response, as one sentence each.
/// Empty for None.
QString httpErrorText(HttpError error);
QString requestErrorText(RequestError error);
QString responseErrorText(ResponseError error);

} // namespace confab
