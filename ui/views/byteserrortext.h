#pragma once

#include "ui/text/hexbytes.h"

namespace confab {

/// Why a text is not octets, and where, as one sentence. Empty for None.
QString bytesErrorText(const ParsedBytes &parsed, const QString &text);

} // namespace confab
