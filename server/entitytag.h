#pragma once

#include "core/wire/httphead.h"

namespace confab {

/// A strong entity tag (RFC 9110 §8.8.3) of this content, quotes included: the same octets have the same tag
/// in every run and on every computer.
QByteArray entityTagOf(QByteArrayView content);

/// Whether If-None-Match says that whoever asks has the content of this tag already (RFC 9110 §13.1.2): it is
/// `*`, or a list that names the tag, as a weak one too. A field that is neither counts as if it were not
/// there. For what there is alone; where there is nothing, `*` means something else.
bool ifNoneMatchNames(const HttpHeaders &headers, QByteArrayView tag);

} // namespace confab
