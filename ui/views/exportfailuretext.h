#pragma once

#include "ui/models/recordfile.h"
#include "ui/text/errortext.h"

namespace confab {

/// Why records were not written to that file, and what to do about it. Empty if there was no problem, or if
/// the user cancelled.
ErrorText exportFailureText(const RecordFileResult &result, const QString &path);

} // namespace confab
