#pragma once

#include "client/clienterror.h"
#include "ui/text/errortext.h"

#include <QUrl>

namespace confab {

/// Why a client connection did not become OPEN. All of it empty for None.
ErrorText clientErrorText(const ClientError &error);
/// Why a redirection to another server was not followed at once: there are extra headers, such as Cookie.
ErrorText redirectHeldText(const QUrl &target);

} // namespace confab
