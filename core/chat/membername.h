#pragma once

#include <QString>

namespace confab {

/// A name as a room takes it: without control characters and others that nobody sees (isInvisible()), without
/// white space at both ends, at most maxNameLength. Empty if nothing of it can be seen.
QString cleanedName(const QString &name);
/// What two names have in common that people could take for the same: compatibility characters (Unicode
/// NFKC), case, white space and what has no shape of its own make no difference. Different letters that look
/// alike (Latin and Cyrillic a) do.
QString comparableName(const QString &name);

} // namespace confab
