#pragma once

#include <QString>

namespace confab {

/// OpenSSL's words for what failed last on this thread: the first error of its queue, which is empty then.
/// Empty if nothing failed.
QString takeOpensslError();

/// OpenSSL's words for a peer that leaves without a word.
QString opensslUnexpectedEnd();

/// OpenSSL's words for a peer whose records bring next to nothing.
QString opensslTooSmallRecords();

} // namespace confab
