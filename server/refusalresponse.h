#pragma once

#include "server/httpresponse.h"
#include "server/refusal.h"

namespace confab {

/// The HTTP status of a refusal: 400, but for what HTTP has a better one.
int refusalStatus(RefusalReason reason, RequestError requestError = RequestError::None);

/// The answer to a request that was not let in: plain text that says what happened, why, and what to do, in
/// English and Korean.
/// @param supported the subprotocols that this server has.
HttpResponse refusalResponse(const Refusal &refusal, const QList<QByteArray> &supported);

} // namespace confab
