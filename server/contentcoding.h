#pragma once

#include "core/wire/httphead.h"

namespace confab {

/// Whether who asks takes gzip (RFC 9110 §12.5.3): Accept-Encoding has it with a weight above zero, or "*"
/// and not gzip itself. Without the field, nothing is known of who asks, and the answer is no.
bool acceptsGzip(const HttpHeaders &headers);

/// The content as gzip (RFC 1952), as small as zlib makes it: for what is sent more than once.
QByteArray gzipped(QByteArrayView content);

} // namespace confab
